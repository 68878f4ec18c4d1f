import * as z from 'zod';
import { isConfigurationPath } from '../config/paths.ts';
import { type RepositoryName, repositoryKey, repositoryNameOf } from '../github/repository-name.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { RunEvent } from './jobs-for-run.ts';

/** What a run is made of, as GitHub Actions gives it in its environment. */
export interface RunSettings {
  readonly repository: RepositoryName;
  readonly token: string;
  /** Where the repository keeps its configuration; the usual place, if left out. */
  readonly configurationPath: string | undefined;
  /** Of the signatures on our comments: see `sharedAccount`. */
  readonly key: string | undefined;
  /** Of GitHub's REST API, and of its pages, without a slash at their ends. */
  readonly githubApiUrl: string;
  readonly githubUrl: string;
  /** What started the run; nothing outside of GitHub Actions. */
  readonly event: RunEvent | undefined;
  /** The files that take what is told of the run; nothing outside of GitHub Actions. */
  readonly summaryFile: string | undefined;
  readonly outputFile: string | undefined;
}

/** Variables by name. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line says in the place of the environment. */
export interface RunOptions {
  readonly repository?: string;
  readonly configuration?: string;
  /** Whether it says what is to be done, so that no event needs to. */
  readonly isExplicit: boolean;
}

/** Shorter keys can be guessed from one comment. In characters. */
const leastKeyLength = 32;

/**
 * Reads what a run is to do, and with what.
 *
 * @param readFile reads a file's text; throws where it cannot be read
 * @returns the settings, or everything that is missing or wrong
 */
export function readRunSettings(
  { repository: chosen, configuration, isExplicit }: RunOptions,
  environment: Environment,
  readFile: (path: string) => string,
): Result<RunSettings> {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const problems: Problem[] = [];
  const repository = chosen ?? given('GITHUB_REPOSITORY');
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    problems.push(
      problem('run-repository-unfit', 'GITHUB_REPOSITORY', { value: repository ?? '' }),
    );
  }
  const token = given('GITHUB_TOKEN');
  if (token === undefined) problems.push(problem('run-token-missing', 'GITHUB_TOKEN'));
  const key = given('POWEREDBY_KEY');
  if (key !== undefined && key.length < leastKeyLength) {
    const values = { length: key.length, least: leastKeyLength };
    problems.push(problem('run-key-short', 'POWEREDBY_KEY', values));
  }
  const path = configuration?.trim() || given('POWEREDBY_CONFIGURATION');
  if (path !== undefined && !isConfigurationPath(path)) {
    const values = { path };
    problems.push(problem('run-configuration-unfit', 'POWEREDBY_CONFIGURATION', values));
  }
  const event = isExplicit ? success(undefined) : readEvent(given, readFile);
  if (!event.ok) problems.push(...event.problems);
  const elsewhere = event.ok && event.value ? repositoryOf(event.value) : undefined;
  if (repository && elsewhere && keyOf(elsewhere) !== keyOf(repository)) {
    const values = { repository, elsewhere };
    problems.push(problem('run-event-elsewhere', 'GITHUB_EVENT_PATH', values));
  }
  if (problems.length > 0 || !event.ok) return failure(...problems);
  return success({
    repository: repositoryNameOf(repository ?? ''),
    token: token ?? '',
    key,
    configurationPath: path,
    githubApiUrl: given('GITHUB_API_URL')?.replace(/\/$/, '') ?? 'https://api.github.com',
    githubUrl: given('GITHUB_SERVER_URL')?.replace(/\/$/, '') ?? 'https://github.com',
    event: event.value,
    summaryFile: given('GITHUB_STEP_SUMMARY'),
    outputFile: given('GITHUB_OUTPUT'),
  });
}

function readEvent(
  given: (name: string) => string | undefined,
  readFile: (path: string) => string,
): Result<RunEvent> {
  const [name, path] = [given('GITHUB_EVENT_NAME'), given('GITHUB_EVENT_PATH')];
  if (name === undefined || path === undefined) {
    return failure(problem('run-event-missing', 'GITHUB_EVENT_PATH'));
  }
  const unreadable = (reason: string) =>
    failure(problem('run-event-unreadable', 'GITHUB_EVENT_PATH', { path, reason }));
  try {
    const payload = z.record(z.string(), z.unknown()).safeParse(JSON.parse(readFile(path)));
    return payload.success ? success({ name, payload: payload.data }) : unreadable('not an object');
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return unreadable(reason);
  }
}

const payloadShape = z.object({ repository: z.object({ full_name: z.string() }) });

/** The repository in which something happened; nothing for a schedule. */
function repositoryOf({ payload }: RunEvent): string | undefined {
  return payloadShape.safeParse(payload).data?.repository.full_name;
}

function keyOf(repository: string): string {
  return repositoryKey(repositoryNameOf(repository));
}
