import { Refusal } from '../refusal.ts';
import type { Account, Comment, Issue } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireBody, requireRole } from './rules.ts';

/**
 * Comments on an issue or a pull request. On a locked one only those with write access may: the app, which has no role
 * in the repository, may not.
 */
export function addComment(world: World, author: Account, issue: Issue, body: string): Comment {
  const isOutsider = world.apps.has(author) && issue.isLocked;
  if (isOutsider) {
    throw new Refusal('FORBIDDEN', 'Unable to create comment because issue is locked.');
  }
  requireRole(world, author, issue.repository, issue.isLocked ? 'write' : 'read');
  if (body.trim() === '') throw new Refusal('UNPROCESSABLE', "Body can't be blank");
  requireBody(body);
  const id = world.nextId();
  const now = world.clock.now();
  const comment: Comment = {
    kind: 'comment',
    id,
    nodeId: world.nodeId('IC', id),
    issue,
    author,
    createdAt: now,
    body,
    updatedAt: now,
    lastEditedAt: null,
    minimizedReason: null,
    reactions: [],
    isHidden: false,
  };
  world.changing(issue);
  issue.comments.push(comment);
  issue.updatedAt = now;
  world.register(comment);
  const { repository } = issue;
  world.emit({ event: 'issue_comment', action: 'created', comment, repository, sender: author });
  return comment;
}

/** Changes a comment's text: its author, or somebody with write access. */
export function editComment(world: World, actor: Account, comment: Comment, body: string): void {
  requireCommentAccess(world, actor, comment);
  if (body.trim() === '') throw new Refusal('UNPROCESSABLE', "Body can't be blank");
  requireBody(body);
  if (body === comment.body) return;
  const changes = { body: { from: comment.body } };
  world.changing(comment.issue);
  comment.body = body;
  comment.lastEditedAt = world.clock.now();
  comment.updatedAt = comment.lastEditedAt;
  const { repository } = comment.issue;
  world.emit({
    event: 'issue_comment',
    action: 'edited',
    comment,
    repository,
    sender: actor,
    changes,
  });
}

/** Deletes a comment: its author, or somebody with write access. */
export function deleteComment(world: World, actor: Account, comment: Comment): void {
  requireCommentAccess(world, actor, comment);
  const { issue } = comment;
  world.changing(issue);
  issue.comments = issue.comments.filter((each) => each !== comment);
  world.forget(comment);
  const { repository } = issue;
  world.emit({ event: 'issue_comment', action: 'deleted', comment, repository, sender: actor });
}

/** Folds a comment away. Nobody is told of it. */
export function minimizeComment(
  world: World,
  actor: Account,
  comment: Comment,
  classifier: string,
): void {
  requireCommentAccess(world, actor, comment);
  comment.minimizedReason = classifier;
}

function requireCommentAccess(world: World, actor: Account, comment: Comment): void {
  const isAuthor = actor === comment.author;
  requireRole(world, actor, comment.issue.repository, isAuthor ? 'read' : 'write');
}
