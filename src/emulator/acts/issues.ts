import { Refusal } from '../refusal.ts';
import type { Edit, IssueEvent, PullEvent } from '../world/events.ts';
import type { Account, Issue, Label, Pull, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { hasRole, requireAuthorOrRole, requireBody, requireRole, requireTitle } from './rules.ts';
import { record } from './timeline.ts';

/** What a new issue says. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
}

type SharedAction = IssueEvent['action'] & PullEvent['action'];
type EventDetails = Pick<PullEvent, 'label' | 'changes'>;

/** Tells of something that happens to issues and pull requests alike. */
export function emitFor(
  world: World,
  sender: Account,
  issue: Issue,
  action: SharedAction,
  details: EventDetails = {},
): void {
  const { repository } = issue;
  const event = issue.pull ? 'pull_request' : 'issues';
  world.emit({ event, action, issue, repository, sender, ...details });
}

/** Makes an issue, or with `pull` a pull request, and tells nobody yet. */
export function addIssue(
  world: World,
  author: Account,
  repository: Repository,
  { title, body }: IssueText,
  pull?: Pull,
): Issue {
  requireTitle(title);
  requireBody(body);
  const id = world.nextId();
  const now = world.clock.now();
  const issue: Issue = {
    kind: 'issue',
    id,
    nodeId: world.nodeId(pull ? 'PR' : 'I', id),
    number: repository.nextNumber,
    repository,
    author,
    createdAt: now,
    pull,
    title,
    body,
    isOpen: true,
    stateReason: null,
    closedAt: null,
    closedBy: null,
    isLocked: false,
    updatedAt: now,
    lastEditedAt: null,
    assignees: [],
    labels: [],
    comments: [],
    timeline: [],
    reactions: [],
  };
  repository.nextNumber += 1;
  repository.issues.set(issue.number, issue);
  return world.register(issue);
}

/**
 * Opens an issue.
 *
 * @param labels as an issue form names them: one that the repository does not have is left out without a word, as
 *   GitHub's documentation of issue forms says
 */
export function openIssue(
  world: World,
  author: Account,
  repository: Repository,
  text: IssueText,
  labels: readonly string[] = [],
): Issue {
  requireRole(world, author, repository, 'read');
  const issue = addIssue(world, author, repository, text);
  issue.labels = repository.labels.filter(({ name }) => labels.includes(name));
  emitFor(world, author, issue, 'opened');
  for (const label of issue.labels) {
    record(world, author, issue, { type: 'LabeledEvent', label });
    emitFor(world, author, issue, 'labeled', { label });
  }
  return issue;
}

/** Changes title, body or both. What stays the same is no edit. */
export function editIssue(
  world: World,
  actor: Account,
  issue: Issue,
  text: Partial<IssueText>,
): void {
  requireAuthorOrRole(world, actor, issue, 'triage');
  const { title = issue.title, body = issue.body } = text;
  requireTitle(title);
  requireBody(body);
  const changes: Edit = {
    ...(title === issue.title ? {} : { title: { from: issue.title } }),
    ...(body === issue.body ? {} : { body: { from: issue.body } }),
  };
  if (changes.title === undefined && changes.body === undefined) return;
  world.changing(issue);
  const now = world.clock.now();
  if (changes.title) {
    record(world, actor, issue, { type: 'RenamedTitleEvent', from: issue.title, to: title });
  }
  if (changes.body) issue.lastEditedAt = now;
  issue.title = title;
  issue.body = body;
  issue.updatedAt = now;
  emitFor(world, actor, issue, 'edited', { changes });
}

/** Assigns people. GitHub leaves those out who may not write, without a word. */
export function assign(
  world: World,
  actor: Account,
  issue: Issue,
  logins: readonly string[],
): void {
  requireRole(world, actor, issue.repository, 'triage');
  const able = logins.filter((login) => hasRole(world, login, issue.repository, 'triage'));
  world.changing(issue);
  issue.assignees = [...new Set([...issue.assignees, ...able])];
}

/**
 * Closes an issue or a pull request. One that is closed stays as it is.
 *
 * @param closer the pull request by whose merge an issue is closed
 */
export function closeIssue(
  world: World,
  actor: Account,
  issue: Issue,
  reason: 'COMPLETED' | 'NOT_PLANNED' = 'COMPLETED',
  closer: Issue | null = null,
): void {
  requireAuthorOrRole(world, actor, issue, 'triage');
  if (!issue.isOpen) return;
  markClosed(world, actor, issue, closer);
  issue.stateReason = issue.pull ? null : reason;
  emitFor(world, actor, issue, 'closed');
}

/** Closes without a word to anybody. */
export function markClosed(
  world: World,
  actor: Account,
  issue: Issue,
  closer: Issue | null = null,
): void {
  world.changing(issue);
  issue.isOpen = false;
  issue.closedAt = world.clock.now();
  issue.closedBy = actor;
  issue.updatedAt = issue.closedAt;
  record(world, actor, issue, { type: 'ClosedEvent', closer });
}

/** Opens a closed issue again. For a pull request see `reopenPull`. */
export function reopenIssue(world: World, actor: Account, issue: Issue): void {
  requireAuthorOrRole(world, actor, issue, 'triage');
  if (issue.isOpen) return;
  world.changing(issue);
  issue.isOpen = true;
  issue.stateReason = issue.pull ? null : 'REOPENED';
  issue.closedAt = null;
  issue.closedBy = null;
  issue.updatedAt = world.clock.now();
  record(world, actor, issue, { type: 'ReopenedEvent' });
  emitFor(world, actor, issue, 'reopened');
}

/** Lets nobody comment anymore but those with write access, or takes that back. */
export function setLocked(world: World, actor: Account, issue: Issue, isLocked: boolean): void {
  requireRole(world, actor, issue.repository, 'triage');
  if (issue.isLocked === isLocked) return;
  world.changing(issue);
  issue.isLocked = isLocked;
  record(world, actor, issue, { type: isLocked ? 'LockedEvent' : 'UnlockedEvent' });
  if (issue.pull) return;
  const { repository } = issue;
  const action = isLocked ? 'locked' : 'unlocked';
  world.emit({ event: 'issues', action, issue, repository, sender: actor });
}

/** Deletes an issue for good. */
export function deleteIssue(world: World, actor: Account, issue: Issue): void {
  requireRole(world, actor, issue.repository, 'admin');
  if (issue.pull) throw new Refusal('UNPROCESSABLE', 'A pull request cannot be deleted');
  const { repository } = issue;
  takeAway(world, issue, null);
  world.emit({ event: 'issues', action: 'deleted', issue, repository, sender: actor });
}

/** Moves an issue to another repository of the same owner: it gets a new number, and keeps the labels known there. */
export function transferIssue(
  world: World,
  actor: Account,
  issue: Issue,
  target: Repository,
): Issue {
  requireRole(world, actor, issue.repository, 'write');
  requireRole(world, actor, target, 'write');
  const movedTo = addIssue(world, issue.author, target, issue);
  const has = (label: Label) => issue.labels.some(({ name }) => name === label.name);
  movedTo.labels = target.labels.filter(has);
  const { repository } = issue;
  takeAway(world, issue, movedTo);
  world.emit({ event: 'issues', action: 'transferred', issue, movedTo, repository, sender: actor });
  world.emit({
    event: 'issues',
    action: 'opened',
    issue: movedTo,
    repository: target,
    sender: actor,
  });
  return movedTo;
}

function takeAway(world: World, issue: Issue, movedTo: Issue | null): void {
  world.changing(issue);
  issue.repository.issues.delete(issue.number);
  issue.repository.goneIssues.set(issue.number, movedTo);
  world.forget(issue);
  for (const comment of issue.comments) world.forget(comment);
}
