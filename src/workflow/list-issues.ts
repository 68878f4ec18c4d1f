import { isCommand } from '../command/find-head.ts';
import { type Configuration, configurationPath } from '../config/configuration.ts';
import { formPath } from '../form/write-form.ts';
import type { OwnBranch } from '../github/own-branches.ts';
import { type RecentThread, readOpen, readRecent } from '../github/read-candidates.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import { companyKey } from '../submission/same-company.ts';
import { branchPrefix, issueOfBranch } from './branch-names.ts';
import { hasLabel } from './has-label.ts';
import { readPullNote } from './notes.ts';
import type { Services } from './services.ts';
import { withoutPages } from './without-pages.ts';

/** An issue that a job is due for. */
export interface DueIssue {
  readonly number: number;
  /** Whether it matters what else is open: it has no branch yet, or another one has one for the same company. */
  readonly isNew: boolean;
}

/** Why the issues are listed. */
export interface Occasion {
  readonly repository: RepositoryName;
  /** The files that changed on the default branch; nothing where any may have. */
  readonly paths: readonly string[] | undefined;
  /** Since when webhooks may have been missed. */
  readonly missedSince: Date | undefined;
}

/**
 * Lists the issues that may have to be made so anew: those that are open with our label, those that have a branch, and
 * those in which something may have been missed. Where a branch is left behind a pull request that is closed, only
 * something that happens changes anything. The ones without a branch first, then the oldest.
 *
 * @throws RequestFailed
 */
export async function listIssues(
  { repository, paths, missedSince }: Occasion,
  { client, configurations }: Services,
): Promise<readonly DueIssue[]> {
  if (!paths || paths.includes(configurationPath)) configurations.forget(repository);
  const known = await configurations.get(client, repository);
  if (!known) return [];
  const configuration = known.read.ok ? known.read.value : withoutPages();
  if (paths && !paths.some((path) => isOurs(path, configuration))) return [];
  const { label } = configuration;
  const open = await readOpen(client, repository, { label, branchPrefix });
  const issuesOf = (branches: readonly OwnBranch[]) =>
    branches.flatMap(({ name }) => issueOfBranch(name) ?? []);
  const live = issuesOf(open.branches.filter(({ isLive }) => isLive));
  const ended = new Set(issuesOf(open.branches.filter(({ isLive }) => !isLive)));
  const waiting = open.issues.filter((number) => !ended.has(number));
  const branched = new Set(issuesOf(open.branches));
  const doubled = new Set(issuesOf(doubledBranches(open.branches)));
  const recent = missedSince ? await readRecent(client, repository, missedSince) : [];
  const missed = recent.flatMap((thread) => numberOf(thread, configuration) ?? []);
  const numbers = [...new Set([...waiting, ...live, ...missed])];
  const due = numbers.map((number) => {
    return { number, isNew: !branched.has(number) || doubled.has(number) };
  });
  return due.sort(
    (one, other) => Number(other.isNew) - Number(one.isNew) || one.number - other.number,
  );
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
function isOurs(path: string, { pages, logo }: Configuration): boolean {
  const isNamed = [configurationPath, formPath, ...Object.values(pages)].includes(path);
  return isNamed || path.startsWith(`${logo.directory}/`);
}

/** Two headings as an issue form makes them. Whether they are our form's is seen when the issue is read. */
const headings = /^### [\s\S]*^### /m;

/** The issue that something may have been missed in. */
function numberOf(
  { number, body, labels, branch, comments }: RecentThread,
  configuration: Configuration,
): number | undefined {
  const ours = branch === undefined ? undefined : issueOfBranch(branch);
  if (ours !== undefined) return ours;
  if (comments.some(isCommand)) return number;
  if (branch !== undefined) return undefined;
  if (hasLabel(labels, configuration)) return number;
  return headings.test(body) ? number : undefined;
}
