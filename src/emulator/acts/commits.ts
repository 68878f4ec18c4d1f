import { noOid } from '../git/ref-mover.ts';
import { isTreePath } from '../git/write-commit.ts';
import { Refusal } from '../refusal.ts';
import type { Account, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { moveRefs } from './refs.ts';
import { signatureOf, webFlow } from './signatures.ts';

/** A commit on a branch. */
export interface BranchCommit {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly message: string;
  /** Whole contents by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly deletions: readonly string[];
}

/**
 * What `createCommitOnBranch` does: one commit, by the caller, signed by GitHub, if the branch is where the caller
 * last saw it. To be called within `git.serially`.
 */
export async function commitOnBranch(
  world: World,
  actor: Account,
  repository: Repository,
  commit: BranchCommit,
  expectedHead: string,
): Promise<string> {
  const { git } = repository;
  const head = await git.branch(commit.branch);
  if (head === undefined) {
    throw new Refusal('NOT_FOUND', `Branch ${commit.branch} does not exist`);
  }
  if (head !== expectedHead) throw staleHead(expectedHead);
  await requirePaths(repository, head, commit);
  const oid = await git.write({
    ...commit,
    parents: [head],
    author: signatureOf(world, actor),
    committer: webFlow(world),
  });
  const ref = `refs/heads/${commit.branch}`;
  const isMoved = await moveRefs(world, actor, repository, [{ ref, before: head, after: oid }]);
  if (!isMoved) throw staleHead(expectedHead);
  return oid;
}

/** What GitHub says where a branch has moved on. */
export function staleHead(expected: string): Refusal {
  const message = `Expected branch to point to "${expected}" but it did not. Pull and try again.`;
  return new Refusal('STALE_DATA', message);
}

async function requirePaths(
  repository: Repository,
  head: string,
  { files, deletions }: BranchCommit,
): Promise<void> {
  const wrong = [...files.keys(), ...deletions].find((path) => !isTreePath(path));
  if (wrong !== undefined) {
    throw new Refusal('UNPROCESSABLE', `A path was requested which is invalid: ${wrong}`);
  }
  for (const path of deletions) {
    if (await repository.git.read(`${head}:${path}`)) continue;
    const message = `A path was requested for deletion which does not exist as of commit oid \`${head}\``;
    throw new Refusal('UNPROCESSABLE', message);
  }
}

/** What a person pushes from elsewhere: a commit without GitHub's signature. To be called within `git.serially`. */
export async function pushCommit(
  world: World,
  actor: Account,
  repository: Repository,
  commit: BranchCommit,
): Promise<string> {
  const { git } = repository;
  const head = await git.branch(commit.branch);
  const base = head ?? (await git.branch(repository.defaultBranch));
  if (base !== undefined) await requirePaths(repository, base, commit);
  const parents = base === undefined ? [] : [base];
  const oid = await git.write({ ...commit, parents, author: signatureOf(world, actor) });
  const ref = `refs/heads/${commit.branch}`;
  await moveRefs(world, actor, repository, [{ ref, before: head ?? noOid, after: oid }]);
  return oid;
}
