import type { Account, Issue, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { openPull } from './pulls.ts';
import { followHead } from './refs.ts';
import { requireAuthorOrRole } from './rules.ts';
import { signatureOf } from './signatures.ts';

/** What is on the branch of a fork, and said of it. */
export interface ForkPull {
  readonly title: string;
  readonly body: string;
  /** Of the fork. */
  readonly branch: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly deletions: readonly string[];
}

/**
 * Opens a pull request from a fork to the default branch. The fork has no git of its own here: GitHub too keeps the commits of
 * a repository and of its forks in one place. To be called within `git.serially`.
 */
export async function openForkPull(
  world: World,
  author: Account,
  repository: Repository,
  { title, body, branch: head, ...change }: ForkPull,
): Promise<Issue> {
  const base = repository.defaultBranch;
  const from = (await repository.git.branch(base)) ?? '';
  const headOid = await writeCommit(world, author, repository, from, change);
  const fork = { owner: author, headOid };
  return openPull(world, author, repository, { title, body, head, base }, fork);
}

/** Pushes a commit to the fork of a pull request. To be called within `git.serially`. @returns its object id */
export async function pushToFork(
  world: World,
  actor: Account,
  issue: Issue,
  change: Pick<ForkPull, 'files' | 'deletions'>,
): Promise<string> {
  const { pull, repository } = issue;
  requireAuthorOrRole(world, actor, issue, 'admin');
  if (!pull?.fork) throw new Error('The pull request is from no fork');
  const before = pull.headOid;
  const after = await writeCommit(world, actor, repository, before, change);
  await followHead(world, actor, issue, { before, after });
  return after;
}

function writeCommit(
  world: World,
  author: Account,
  { git }: Repository,
  parent: string,
  change: Pick<ForkPull, 'files' | 'deletions'>,
): Promise<string> {
  const message = 'A change';
  return git.write({ ...change, message, parents: [parent], author: signatureOf(world, author) });
}
