import { allCommits } from '../git/git-repository.ts';
import type { RefMove } from '../git/ref-mover.ts';
import { noOid } from '../git/ref-mover.ts';
import { isRefName } from '../git/ref-name.ts';
import { Refusal } from '../refusal.ts';
import type { PushedCommit } from '../world/events.ts';
import type { Account, Issue, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireAllowedMoves } from './branch-rules.ts';
import { closeIssuesNamedIn } from './closing-references.ts';
import { emitFor, markClosed } from './issues.ts';
import { requireRole } from './rules.ts';
import { record } from './timeline.ts';

const branchPrefix = 'refs/heads/';

/** A push names this many commits at most, as GitHub's documentation has it. */
const mostPushedCommits = 2048;

/** Makes a branch or tag that was not there. To be called within `git.serially`. */
export async function createRef(
  world: World,
  actor: Account,
  repository: Repository,
  ref: string,
  oid: string,
): Promise<void> {
  requireRole(world, actor, repository, 'write');
  const { git } = repository;
  if (!/^refs\/(heads|tags)\/./.test(ref) || !isRefName(ref)) {
    throw new Refusal('UNPROCESSABLE', `${ref} is not a valid ref name.`);
  }
  if ((await git.resolve(oid)) !== oid) {
    throw new Refusal('UNPROCESSABLE', `Object does not exist: ${oid}`);
  }
  const isNew = await moveRefs(world, actor, repository, [{ ref, before: noOid, after: oid }]);
  if (isNew) return;
  // Git keeps no branch below another, and GitHub does not say that this is why.
  const isThere = (await git.resolve(ref)) !== undefined;
  const taken = `A ref named "${ref}" already exists in the repository.`;
  throw new Refusal('UNPROCESSABLE', isThere ? taken : 'Ref cannot be created');
}

/**
 * Moves branches, all or none, and lets follow what follows: the push, and what it does to pull requests. To be called
 * within `git.serially`.
 *
 * @returns false where a branch was not where it should have been
 */
export async function moveRefs(
  world: World,
  actor: Account,
  repository: Repository,
  moves: readonly RefMove[],
): Promise<boolean> {
  requireRole(world, actor, repository, 'write');
  await requireAllowedMoves(world, actor, repository, moves);
  if (!(await repository.git.move(moves))) return false;
  repository.pushedAt = world.clock.now();
  for (const move of moves) {
    if (move.before === move.after) continue;
    await tellOfPush(world, actor, repository, move);
    if (!move.ref.startsWith(branchPrefix)) continue;
    const branch = move.ref.slice(branchPrefix.length);
    await updatePulls(world, actor, repository, branch, move);
  }
  return true;
}

async function tellOfPush(
  world: World,
  sender: Account,
  repository: Repository,
  { ref, before, after }: RefMove,
): Promise<void> {
  const { git } = repository;
  const isReplaced = before !== noOid && after !== noOid;
  const isForced = isReplaced && !(await git.contains(after, before));
  const known = before === noOid ? await git.branch(repository.defaultBranch) : before;
  const oids = after === noOid ? [] : await git.commitsBetween(known ?? noOid, after);
  const newest = oids.slice(-mostPushedCommits);
  const commits: PushedCommit[] = [];
  for (const oid of newest) {
    const { treeOid, message, author } = await git.commit(oid);
    const { files } = await git.changesOf(oid);
    commits.push({ oid, treeOid, message, author, files });
  }
  const push = { ref, before, after, isForced, commits };
  world.emit({ event: 'push', repository, sender, push });
  if (ref !== branchPrefix + repository.defaultBranch) return;
  for (const { message } of commits) {
    closeIssuesNamedIn(world, sender, repository, message, null);
  }
}

async function updatePulls(
  world: World,
  actor: Account,
  repository: Repository,
  branch: string,
  move: RefMove,
): Promise<void> {
  const pulls = [...repository.issues.values()].filter((issue) => issue.pull);
  const { before, after } = move;
  for (const issue of after === noOid ? pulls : []) {
    // A closed pull request knows its branch as long as that is where it was left.
    const isHead = isOfBranch(issue, branch) && issue.pull?.headOid === before;
    if (isHead) record(world, actor, issue, { type: 'HeadRefDeletedEvent' });
  }
  const open = pulls.filter((issue) => issue.isOpen);
  const isBase = open.some(({ pull }) => pull?.baseRefName === branch);
  // One list for all pull requests: with fifty open, fifty questions to git would take a second.
  const arrived = new Set(
    isBase && after !== noOid ? await repository.git.commitsBetween(before, after, allCommits) : [],
  );
  for (const issue of open) {
    if (isOfBranch(issue, branch)) await followHead(world, actor, issue, move);
    else if (issue.pull?.baseRefName === branch) followBase(world, actor, issue, after, arrived);
  }
}

/** Whether it is a branch of the repository that a pull request is for. */
function isOfBranch({ pull }: Issue, branch: string): boolean {
  return pull?.headRefName === branch && pull.fork === null;
}

/** A pull request's branch moved. Deleted, or with nothing left that its base has not, it is closed by GitHub. */
export async function followHead(
  world: World,
  actor: Account,
  issue: Issue,
  move: Pick<RefMove, 'before' | 'after'>,
): Promise<void> {
  const { pull, repository } = issue;
  if (!pull) return;
  const { before, after } = move;
  world.changing(issue);
  if (after === noOid) return closeByPush(world, actor, issue);
  if (!(await repository.git.contains(after, before))) {
    record(world, actor, issue, { type: 'HeadRefForcePushedEvent', before, after });
  }
  await recordHead(repository, pull, after);
  issue.updatedAt = world.clock.now();
  const action = 'synchronize';
  world.emit({ event: 'pull_request', action, issue, repository, sender: actor, before, after });
  if (pull.commits === 0) closeByPush(world, actor, issue);
}

/** A pull request's base moved. One whose head came with it counts as merged; without a base it is closed. */
function followBase(
  world: World,
  actor: Account,
  issue: Issue,
  after: string,
  arrived: ReadonlySet<string>,
): void {
  const { pull } = issue;
  if (!pull) return;
  const isMerged = arrived.has(pull.headOid);
  if (isMerged) {
    world.changing(issue);
    pull.merged = { at: world.clock.now(), by: actor, oid: after };
    record(world, actor, issue, { type: 'MergedEvent', oid: after });
  }
  if (isMerged || after === noOid) closeByPush(world, actor, issue);
}

function closeByPush(world: World, actor: Account, issue: Issue): void {
  markClosed(world, actor, issue);
  emitFor(world, actor, issue, 'closed');
}

/** Writes down where a pull request's branch is, and what it changes there. */
export async function recordHead(
  repository: Repository,
  pull: NonNullable<Issue['pull']>,
  headOid: string,
): Promise<void> {
  const { git } = repository;
  const baseOid = (await git.branch(pull.baseRefName)) ?? pull.baseOid;
  pull.headOid = headOid;
  pull.baseOid = baseOid;
  pull.commits = (await git.commitsBetween(baseOid, headOid)).length;
  pull.changes = await git.changesSince(baseOid, headOid);
}
