import type { Configuration } from '../../config/configuration.ts';
import { logoFolder } from '../../config/logo-place.ts';
import { isOfList } from '../../config/page-paths.ts';
import { formPath } from '../../form/write-form.ts';
import { readOpen } from '../../github/repository/read-open.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import type { OwnBranch } from '../../github/submission/own-branches.ts';
import { attributesPaths } from '../../proposal/lfs/git-attributes.ts';
import { companyKey } from '../../submission/same-company.ts';
import { issueOfBranch } from '../observe/branch-names.ts';
import { fallbackConfiguration } from '../observe/fallback-configuration.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { Services } from '../services.ts';
import { type ChangedPull, listMissed } from './list-missed.ts';

/** An issue that a job is due for. */
export interface DueIssue {
  readonly number: number;
  /** Whether it matters what else is open: it has no branch yet, or another one has one for the same company. */
  readonly isNew: boolean;
}

/** The issues that were found, and why there may be others. */
export interface FoundIssues {
  readonly due: readonly DueIssue[];
  /** Open pull requests of others that changed since then, with their newest commits. */
  readonly changedPulls: readonly ChangedPull[];
  /** Of a request that failed: what the others answered is among those that were found. */
  readonly failure?: unknown;
}

interface OpenRead {
  readonly issues: readonly number[];
  readonly branches: readonly OwnBranch[];
  readonly failure?: unknown;
}

/** Why the issues are listed. */
export interface ListReason {
  readonly repository: RepositoryName;
  /** The files that changed on the default branch; nothing where any may have. */
  readonly paths: readonly string[] | undefined;
  /** Whether those in which something may have been missed are all that is wanted. */
  readonly onlyRecent: boolean;
  /** Since when webhooks may have been missed. */
  readonly missedSince: Date | undefined;
}

/**
 * Lists the issues that may have to be reconciled again: those that are open with our label, those that have a branch, and
 * those in which something may have been missed. Where a branch is left behind a pull request that is closed, only
 * something that happens changes anything. The ones without a branch first, then the oldest.
 *
 * @throws RequestFailed where not even the configuration could be read
 */
export async function listDueIssues(
  { repository, paths, onlyRecent, missedSince }: ListReason,
  { client, configurations }: Pick<Services, 'client' | 'configurations'>,
): Promise<FoundIssues> {
  const { configurationPath } = client;
  // A sweep has looked for itself whether it is another one by now.
  const isAnother = paths ? paths.includes(configurationPath) : missedSince === undefined;
  if (isAnother) await configurations.forget(repository);
  const known = await configurations.get(client, repository);
  if (!known) return { due: [], changedPulls: [] };
  const configuration = known.read.ok ? known.read.value : fallbackConfiguration(configurationPath);
  if (paths && !paths.some((path) => path === configurationPath || isOurs(path, configuration)))
    return { due: [], changedPulls: [] };
  const { label, pullRequest } = configuration;
  const { branchPrefix } = pullRequest;
  const nothingOpen: OpenRead = { issues: [], branches: [] };
  const open: OpenRead = onlyRecent
    ? nothingOpen
    : await readOpen(client, repository, { label, branchPrefix }).catch((failure: unknown) => ({
        ...nothingOpen,
        failure,
      }));
  const issuesOf = (branches: readonly OwnBranch[]) =>
    branches.flatMap(({ name }) => issueOfBranch(name) ?? []);
  const live = issuesOf(open.branches.filter(({ isLive }) => isLive));
  const ended = new Set(issuesOf(open.branches.filter(({ isLive }) => !isLive)));
  const waiting = open.issues.filter((number) => !ended.has(number));
  const branched = new Set(issuesOf(open.branches));
  const doubled = new Set(issuesOf(doubledBranches(open.branches)));
  const missed = missedSince
    ? await listMissed(client, repository, missedSince, configuration)
    : { numbers: [], changedPulls: [] };
  const numbers = [...new Set([...waiting, ...live, ...missed.numbers])];
  const due = numbers
    .map((number) => ({ number, isNew: !branched.has(number) || doubled.has(number) }))
    .sort((one, other) => Number(other.isNew) - Number(one.isNew) || one.number - other.number);
  const failures = [open, missed].flatMap((each) => ('failure' in each ? [each.failure] : []));
  const { changedPulls } = missed;
  return failures.length > 0 ? { due, changedPulls, failure: failures[0] } : { due, changedPulls };
}

/** The branches of open pull requests for companies that an earlier one is open for, as after two servers ran at once. */
function doubledBranches(branches: readonly OwnBranch[]): readonly OwnBranch[] {
  const open = branches.flatMap((branch) => {
    const pull = branch.pulls.find(({ isOpen }) => isOpen);
    const note = pull && readPullNote(pull.body);
    return note ? [{ branch, key: companyKey(note.company), pull: pull.number }] : [];
  });
  open.sort((one, other) => one.pull - other.pull);
  const first = new Map(open.toReversed().map(({ key, pull }) => [key, pull]));
  return open.filter(({ key, pull }) => first.get(key) !== pull).map(({ branch }) => branch);
}

/** Whether a change of a file may change what we would propose. */
function isOurs(path: string, configuration: Configuration): boolean {
  const named = [formPath, ...attributesPaths(logoFolder(configuration.logo))];
  return named.includes(path) || isOfList(path, configuration);
}
