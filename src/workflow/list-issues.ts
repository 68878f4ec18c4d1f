import { isCommand } from '../command/grammar/find-head.ts';
import { type Configuration, configurationPath } from '../config/configuration.ts';
import { formPath } from '../form/write-form.ts';
import { type RecentThread, readOpen, readRecent } from '../github/read-candidates.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import { branchPrefix, issueOfBranch } from './branch-names.ts';
import { hasLabel } from './has-label.ts';
import type { Services } from './services.ts';
import { withoutPages } from './without-pages.ts';

/** An issue that a job is due for. */
export interface DueIssue {
  readonly number: number;
  /** Whether it has no branch of ours yet. */
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
 * those in which something may have been missed. The ones without a branch first, then the oldest.
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
  const branched = new Set(
    open.branches.flatMap((name) => issueOfBranch(branchPrefix + name) ?? []),
  );
  const recent = missedSince ? await readRecent(client, repository, missedSince) : [];
  const missed = recent.flatMap((thread) => numberOf(thread, configuration) ?? []);
  const numbers = [...new Set([...open.issues, ...branched, ...missed])];
  const due = numbers.map((number) => ({ number, isNew: !branched.has(number) }));
  return due.sort(
    (one, other) => Number(other.isNew) - Number(one.isNew) || one.number - other.number,
  );
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
