import * as z from 'zod';
import { isCommand } from '../command/parse-command.ts';
import { holdsPicture } from '../command/read-comment-text.ts';
import { setupBranch } from '../config/configuration.ts';
import { type RepositoryName, repositoryNameOf } from '../github/repository-name.ts';
import { issueJob, type JobTarget, listJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import { issueOfBranch } from '../reconcile/observe/branch-names.ts';
import type {
  Expectations,
  ExpectedComment,
  ExpectedThread,
} from '../reconcile/observe/expectations.ts';

/** What a webhook calls for. */
export interface WebhookWork {
  readonly jobs: readonly RepositoryJob[];
  /** Whose doing it is that there is something to do in an issue. */
  readonly person?: Person;
  /** What the app has just been installed on. */
  readonly installed?: {
    readonly installation: number;
    /** Nothing for all that the installation has. */
    readonly repositories: readonly RepositoryName[] | undefined;
    /** Whether it was not installed there before. */
    readonly isNew: boolean;
  };
  /** Where the pull request that configures the repository ended, or was opened again. */
  readonly setup?: RepositoryName & { readonly installation: number };
  /** The node id of a comment that is a command, whoever wrote it and whatever it says. */
  readonly command?: string;
}

/** An account, which may change its login. */
export interface Person {
  readonly id: number;
  readonly login: string;
}

/** A part that counts as missing where it is not of its shape. */
function maybe<Shape extends z.ZodType>(shape: Shape) {
  return shape.optional().catch(undefined);
}

const text = maybe(z.string());
/** In milliseconds since 1970. */
const time = maybe(z.iso.datetime({ offset: true }).transform((shown) => Date.parse(shown)));
const account = maybe(z.object({ login: z.string(), type: z.string() }));
const named = z.object({ full_name: z.string() });
const paths = maybe(z.array(z.string()));

/** What is read of webhooks. Which parts there are depends on the event; none is taken for granted. */
const payloadShape = z.object({
  action: text,
  installation: maybe(z.object({ id: z.int() })),
  sender: maybe(z.object({ id: maybe(z.int()), login: z.string() })),
  repository: maybe(named.extend({ default_branch: text })),
  issue: maybe(z.object({ number: z.int(), created_at: time, updated_at: time })),
  comment: maybe(
    z.object({
      id: maybe(z.int()),
      node_id: z.string(),
      body: z.string(),
      user: account,
      updated_at: time,
    }),
  ),
  changes: maybe(z.object({ body: maybe(z.object({ from: z.string() })) })),
  pull_request: maybe(
    z.object({
      number: maybe(z.int()),
      updated_at: time,
      merged: maybe(z.boolean()),
      head: z.object({ ref: z.string(), repo: maybe(named) }),
    }),
  ),
  ref: text,
  commits: maybe(z.array(z.object({ added: paths, modified: paths, removed: paths }))),
  forced: maybe(z.boolean()),
  repositories: maybe(z.array(named)),
  repositories_added: maybe(z.array(named)),
});

type Payload = z.infer<typeof payloadShape>;

const nothing: WebhookWork = { jobs: [] };

const issueActions = [
  'opened',
  'edited',
  'reopened',
  'closed',
  'labeled',
  'unlabeled',
  'transferred',
  'deleted',
  'unlocked',
];

/**
 * Names the jobs that a webhook calls for. It only says where to look: what is so is then asked of GitHub.
 *
 * An event that comes to no app, as to an Action, names no installation, and neither do its jobs.
 *
 * @param body as it was sent
 * @param bot our own login, as `powered-by[bot]`: what we do calls for nothing
 */
export function jobsForWebhook(event: string, body: object, bot: string): WebhookWork {
  const payload = payloadShape.safeParse(body).data ?? {};
  const { installation, repository, sender } = payload;
  if (event === 'installation' || event === 'installation_repositories') {
    return installation ? workForInstallation(installation.id, payload) : nothing;
  }
  if (!repository) return nothing;
  const name = repositoryNameOf(repository.full_name);
  const place = installation ? { ...name, installation: installation.id } : name;
  const isByUs = sender?.login === bot;
  if (event === 'pull_request') {
    if (isAboutSetup(payload) && installation)
      return { jobs: [], setup: { ...name, installation: installation.id } };
    return { jobs: jobsForPull(place, repository.full_name, payload, isByUs) };
  }
  if (isByUs) return nothing;
  const person = sender?.id === undefined ? {} : { person: { id: sender.id, login: sender.login } };
  switch (event) {
    case 'issues':
      return { jobs: jobsForIssue(place, payload), ...person };
    case 'issue_comment':
      return { ...workForComment(place, payload), ...person };
    case 'push':
      return { jobs: jobsForPush(place, repository.default_branch, payload) };
    default:
      return nothing;
  }
}

function workForInstallation(
  installation: number,
  { action, repositories, repositories_added: added }: Payload,
): WebhookWork {
  if (action === 'removed' || action === 'deleted' || action === 'suspend') return nothing;
  // That an installation goes on, as with `unsuspend`, comes without its repositories.
  const isNew = action === 'created' || action === 'added';
  if (!repositories && !added)
    return { jobs: [], installed: { installation, repositories, isNew } };
  const names = [...(repositories ?? []), ...(added ?? [])].map(({ full_name: name }) =>
    repositoryNameOf(name),
  );
  return names.length > 0
    ? { jobs: [], installed: { installation, repositories: names, isNew } }
    : nothing;
}

function jobsForIssue(place: JobTarget, { action = '', issue }: Payload): RepositoryJob[] {
  if (!issue || !issueActions.includes(action)) return [];
  // A form's label comes with the issue: that it was opened says as much.
  const isOfForm = action === 'labeled' && issue.created_at === issue.updated_at;
  if (isOfForm) return [];
  const { number, updated_at: updatedAt } = issue;
  const isGone = action === 'deleted' || action === 'transferred';
  return [issueJob(place, number, expecting(number, { updatedAt, isGone }))];
}

function workForComment(place: JobTarget, payload: Payload): WebhookWork {
  const { action = '', issue, comment, changes } = payload;
  if (!issue || !comment || comment.user?.type === 'Bot') return nothing;
  const isOne = isCommand(comment.body);
  // A picture may be the logo that an issue lacks.
  const isRead = (text: string) => isCommand(text) || holdsPicture(text);
  if (!isRead(comment.body) && !isRead(changes?.body?.from ?? '')) return nothing;
  const isThere = action === 'created' || action === 'edited';
  if (!isThere && action !== 'deleted') return nothing;
  const { id, updated_at: updatedAt = 0 } = comment;
  const comments = id === undefined ? [] : [{ id, updatedAt: isThere ? updatedAt : null }];
  const { number } = issue;
  const jobs = [issueJob(place, number, expecting(number, { comments }))];
  return isOne && isThere ? { jobs, command: comment.node_id } : { jobs };
}

function isAboutSetup({ action = '', pull_request: pull }: Payload): boolean {
  return pull?.head.ref === setupBranch && ['closed', 'reopened'].includes(action);
}

function jobsForPull(
  place: JobTarget,
  repository: string,
  { action = '', pull_request: pull }: Payload,
  isByUs: boolean,
): RepositoryJob[] {
  const issue = pull ? issueOfBranch(pull.head.ref) : undefined;
  const isHere = pull?.head.repo?.full_name === repository;
  if (!pull || issue === undefined || !isHere) return [];
  if (!['closed', 'reopened', 'synchronize'].includes(action)) return [];
  const { number, updated_at: updatedAt, merged: isMerged } = pull;
  const told = number === undefined ? {} : expecting(number, { updatedAt, isMerged });
  const own = isByUs ? [] : [issueJob(place, issue, told)];
  // Another submission for the same company may have waited for the end of this one.
  return action === 'closed' && pull.merged !== true ? [...own, listJob(place)] : own;
}

/** What a webhook told of an issue or a pull request, as far as it did. */
function expecting(
  number: number,
  told: {
    readonly updatedAt?: number | undefined;
    readonly isMerged?: boolean | undefined;
    readonly isGone?: boolean;
    readonly comments?: readonly ExpectedComment[];
  },
): { readonly expected: Expectations } {
  const { updatedAt, isMerged, isGone, comments } = told;
  const thread: ExpectedThread = {
    number,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(isMerged && { isMerged }),
    ...(isGone && { isGone }),
    ...(comments && { comments }),
  };
  return { expected: { threads: [thread] } };
}

/** GitHub names the files of so many commits of a push at most. */
const mostCommits = 2048;

function jobsForPush(
  place: JobTarget,
  defaultBranch: string | undefined,
  { ref = '', commits = [], forced }: Payload,
): RepositoryJob[] {
  const branch = ref.replace(/^refs\/heads\//, '');
  const issue = issueOfBranch(branch);
  if (issue !== undefined) return [issueJob(place, issue, { isNew: false })];
  if (branch !== defaultBranch) return [];
  const isWhole = !forced && commits.length > 0 && commits.length < mostCommits;
  if (!isWhole) return [listJob(place)];
  const paths = commits.flatMap(({ added = [], modified = [], removed = [] }) => [
    ...added,
    ...modified,
    ...removed,
  ]);
  return [listJob(place, { paths: [...new Set(paths)] })];
}
