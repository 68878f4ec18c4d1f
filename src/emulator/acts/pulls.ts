import { noOid } from '../git/ref-mover.ts';
import { Refusal } from '../refusal.ts';
import type { Account, Issue, Pull, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireMayOpenPull } from './branch-rules.ts';
import { closeIssuesNamedIn } from './closing-references.ts';
import { addIssue, emitFor, type IssueText, markClosed, reopenIssue } from './issues.ts';
import { moveRefs, recordHead } from './refs.ts';
import { hasRole, requireAuthorOrRole, requireRole } from './rules.ts';
import { signatureOf, webFlow } from './signatures.ts';
import { record } from './timeline.ts';

/** A pull request to be opened. */
export interface NewPull extends IssueText {
  readonly isDraft?: boolean;
  readonly head: string;
  readonly base: string;
}

const nothingChanged = { additions: 0, deletions: 0, files: [] };

/** Opens a pull request. To be called within `git.serially`. @param fork where its branch is, if not in the repository */
export async function openPull(
  world: World,
  author: Account,
  repository: Repository,
  { head, base, isDraft = false, ...text }: NewPull,
  fork?: { readonly owner: Account; readonly headOid: string },
): Promise<Issue> {
  requireRole(world, author, repository, 'read');
  requireMayOpenPull(author, repository);
  const headOid = fork ? fork.headOid : await repository.git.branch(head);
  const baseOid = await repository.git.branch(base);
  if (baseOid === undefined) throw unprocessable("Base sha can't be blank");
  if (headOid === undefined) throw unprocessable("Head sha can't be blank");
  const open = [...repository.issues.values()].filter((issue) => issue.isOpen);
  const owner = fork?.owner ?? null;
  const isSame = (pull: Pull) =>
    pull.headRefName === head && pull.baseRefName === base && pull.fork === owner;
  if (open.some(({ pull }) => pull && isSame(pull))) {
    const name = `${(owner ?? repository.owner).login}:${head}`;
    throw unprocessable(`A pull request already exists for ${name}.`);
  }
  const pull: Pull = {
    id: world.nextId(),
    headRefName: head,
    fork: owner,
    baseRefName: base,
    headOid,
    baseOid,
    commits: 0,
    changes: nothingChanged,
    isDraft,
    requestedReviewers: [],
    requestedTeams: [],
    merged: null,
  };
  await recordHead(repository, pull, headOid);
  if (pull.commits === 0) throw unprocessable(`No commits between ${base} and ${head}`);
  const issue = addIssue(world, author, repository, text, pull);
  emitFor(world, author, issue, 'opened');
  return issue;
}

/**
 * Opens a closed pull request again. It cannot be where one of its branches is gone, its own was moved by force meanwhile,
 * nothing was left of it when it was closed, or there is another open one. To be called within `git.serially`.
 */
export async function reopenPull(world: World, actor: Account, issue: Issue): Promise<void> {
  const { pull, repository } = issue;
  if (!pull || issue.isOpen) return;
  const { git } = repository;
  const headOid = pull.fork ? pull.headOid : await git.branch(pull.headRefName);
  const hasBase = (await git.branch(pull.baseRefName)) !== undefined;
  const isLost = pull.merged !== null || pull.commits === 0 || !hasBase;
  if (isLost || headOid === undefined || !(await git.contains(headOid, pull.headOid))) {
    throw unprocessable('Could not open the pull request.');
  }
  const isTaken = [...repository.issues.values()].some(
    (other) =>
      other.isOpen && other.pull?.headRefName === pull.headRefName && other.pull.fork === pull.fork,
  );
  if (isTaken) throw unprocessable('Could not open the pull request.');
  world.changing(issue);
  await recordHead(repository, pull, headOid);
  reopenIssue(world, actor, issue);
}

/** Has a pull request merged into another branch. */
export async function changeBase(
  world: World,
  actor: Account,
  issue: Issue,
  base: string,
): Promise<void> {
  const { pull, repository } = issue;
  requireAuthorOrRole(world, actor, issue, 'write');
  if (!pull || pull.baseRefName === base) return;
  if (!issue.isOpen) throw unprocessable('Cannot change the base branch of a closed pull request.');
  const { git } = repository;
  await git.serially(async () => {
    const [from, baseOid] = [pull.baseRefName, await git.branch(base)];
    if (baseOid === undefined) throw unprocessable(`Proposed base branch '${base}' was not found`);
    if ((await git.commitsBetween(baseOid, pull.headOid)).length === 0) {
      const message = `There are no new commits between base branch '${base}' and head branch '${pull.headRefName}'`;
      throw unprocessable(message);
    }
    const sha = { from: pull.baseOid };
    world.changing(issue);
    pull.baseRefName = base;
    await recordHead(repository, pull, pull.headOid);
    issue.updatedAt = world.clock.now();
    emitFor(world, actor, issue, 'edited', { changes: { base: { ref: { from }, sha } } });
  });
}

/** Whether a pull request can be merged: true, false for a conflict, null where it is not open anymore. */
export async function mergeability(issue: Issue): Promise<boolean | null> {
  const { pull, repository } = issue;
  if (!pull || !issue.isOpen) return null;
  const base = await repository.git.branch(pull.baseRefName);
  if (base === undefined) return null;
  return (await repository.git.mergedTree(base, pull.headOid)) !== null;
}

/** Approves a pull request as it is now. Its author cannot. */
export function approvePull(world: World, actor: Account, issue: Issue): void {
  const { pull, repository } = issue;
  requireRole(world, actor, repository, 'read');
  if (!pull || !issue.isOpen) throw unprocessable('Can not approve a closed pull request');
  if (actor === issue.author) throw unprocessable('Can not approve your own pull request');
  issue.updatedAt = world.clock.now();
  record(world, actor, issue, { type: 'PullRequestReview', state: 'APPROVED', oid: pull.headOid });
}

/** Merges, by a merge commit or by one commit with everything in it. To be called within `git.serially`. */
export async function mergePull(
  world: World,
  actor: Account,
  issue: Issue,
  method: 'merge' | 'squash',
): Promise<string> {
  const { pull, repository } = issue;
  requireRole(world, actor, repository, 'write');
  if (!pull || !issue.isOpen) throw unprocessable('Pull Request is not mergeable');
  const { git } = repository;
  const base = await git.branch(pull.baseRefName);
  const tree = base && (await git.mergedTree(base, pull.headOid));
  if (!base || !tree) throw unprocessable('Pull Request has merge conflicts');
  const oid = await git.write({
    parents: method === 'merge' ? [base, pull.headOid] : [base],
    message: mergeMessage(issue, pull, method),
    author: signatureOf(world, actor),
    committer: webFlow(world),
    tree,
  });
  // Written down first, so that the push below does not find a pull request to close.
  world.changing(issue);
  pull.merged = { at: world.clock.now(), by: actor, oid };
  record(world, actor, issue, { type: 'MergedEvent', oid });
  markClosed(world, actor, issue);
  const ref = `refs/heads/${pull.baseRefName}`;
  if (!(await moveRefs(world, actor, repository, [{ ref, before: base, after: oid }]))) {
    throw new Error('The base moved while nothing else was to move it');
  }
  emitFor(world, actor, issue, 'closed');
  if (pull.baseRefName === repository.defaultBranch) {
    closeIssuesNamedIn(world, actor, repository, issue.body, issue);
  }
  if (repository.deletesMergedBranches && !pull.fork)
    await deleteHead(world, actor, repository, pull);
  return oid;
}

async function deleteHead(
  world: World,
  actor: Account,
  repository: Repository,
  { headRefName, headOid }: Pull,
): Promise<void> {
  const move = { ref: `refs/heads/${headRefName}`, before: headOid, after: noOid };
  await moveRefs(world, actor, repository, [move]);
}

function mergeMessage(issue: Issue, pull: Pull, method: 'merge' | 'squash'): string {
  if (method === 'squash') return `${issue.title} (#${issue.number})\n`;
  const from = `${(pull.fork ?? issue.repository.owner).login}/${pull.headRefName}`;
  return `Merge pull request #${issue.number} from ${from}\n\n${issue.title}\n`;
}

function unprocessable(message: string): Refusal {
  return new Refusal('UNPROCESSABLE', message);
}

/** Asks for reviews. GitHub refuses all where one of them is nobody who works here. */
export function requestReviews(
  world: World,
  actor: Account,
  issue: Issue,
  { people, teams }: { readonly people: readonly string[]; readonly teams: readonly string[] },
): void {
  requireRole(world, actor, issue.repository, 'write');
  const { pull } = issue;
  if (!pull) throw unprocessable('Not a pull request');
  const stranger = people.find((login) => !hasRole(world, login, issue.repository, 'triage'));
  if (stranger !== undefined) {
    throw unprocessable(
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  world.changing(issue);
  pull.requestedReviewers = [...new Set([...pull.requestedReviewers, ...people])];
  pull.requestedTeams = [...new Set([...pull.requestedTeams, ...teams])];
}
