import * as z from 'zod';
import type { GithubClient } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';

/** What our check runs are called: by this name a rule of a branch may require them. */
const checkName = 'Powered By';

/** GitHub takes so many annotations with one request. */
const annotationsAtOnce = 50;

/** What a check run says. */
export interface CheckRunContent {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  /** In Markdown, of at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** What is said of a line of a file, in plain text of at most 64 KB. */
export interface Annotation {
  /** From the repository's root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** Our check run of a commit. */
export interface OwnCheckRun {
  readonly id: number;
  readonly isCompleted: boolean;
  /** How many annotations were sent. */
  readonly annotations: number;
  /** The pull request that it was made for. */
  readonly pull: number | undefined;
}

const run = z.object({
  id: z.int(),
  status: z.string(),
  external_id: z.string().nullish(),
  app: z.object({ slug: z.string().optional() }).nullish(),
  output: z.object({ annotations_count: z.int() }),
});
const runs = z.object({ check_runs: z.array(run) });

/**
 * Finds our newest check run of a commit.
 *
 * @param slug of our app: others may have check runs of this name, too
 * @throws RequestFailed
 */
export async function findCheckRun(
  client: GithubClient,
  { owner, name }: RepositoryName,
  head: string,
  slug: string,
): Promise<OwnCheckRun | undefined> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const { data } = await client.rest(route, {
    owner,
    repo: name,
    ref: head,
    check_name: checkName,
  });
  const own = runs.parse(data).check_runs.filter(({ app }) => app?.slug === slug);
  const newest = own.toSorted((one, other) => other.id - one.id)[0];
  if (!newest) return undefined;
  return {
    id: newest.id,
    isCompleted: newest.status === 'completed',
    annotations: newest.output.annotations_count,
    pull: pullOfCheckRun(newest.external_id ?? undefined),
  };
}

/** The pull request that a check run of ours was made for. @param externalId what we called it */
export function pullOfCheckRun(externalId: string | undefined): number | undefined {
  const number = /^pull-([1-9]\d{0,9})$/.exec(externalId ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Makes a check run, or completes one that was broken off: where there are many annotations, they are sent in several requests,
 * and only the last one completes it.
 *
 * @throws RequestFailed, Limited
 */
export async function publishCheckRun(
  client: GithubClient,
  { owner, name }: RepositoryName,
  place: { readonly head: string; readonly pull: number; readonly begun: OwnCheckRun | undefined },
  { conclusion, title, summary, annotations }: CheckRunContent,
): Promise<void> {
  // Sent once: after an answer that failed to come, only a look tells whether there is a check run.
  const repository = { owner, repo: name, request: { retries: 0 } };
  let { id, annotations: sent } = place.begun ?? { id: undefined, annotations: 0 };
  do {
    const next = annotations.slice(sent, sent + annotationsAtOnce);
    sent += next.length;
    const state =
      sent >= annotations.length ? { status: 'completed', conclusion } : { status: 'in_progress' };
    const output = { title, summary, annotations: next.map(toRest) };
    if (id === undefined) {
      const { data } = await client.rest('POST /repos/{owner}/{repo}/check-runs', {
        ...repository,
        name: checkName,
        head_sha: place.head,
        external_id: `pull-${place.pull}`,
        ...state,
        output,
      });
      id = run.parse(data).id;
    } else {
      const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
      await client.rest(route, { ...repository, check_run_id: id, ...state, output });
    }
  } while (sent < annotations.length);
}

function toRest({ path, line, level, title, message }: Annotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}
