import type { Account, Comment, Issue, Reaction, ReactionContent } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireRole } from './rules.ts';

function issueOf(subject: Issue | Comment): Issue {
  return subject.kind === 'comment' ? subject.issue : subject;
}

/**
 * Reacts. The same reaction of the same account exists once: a second one gives the first. GitHub sends no webhook
 * for it.
 */
export function addReaction(
  world: World,
  author: Account,
  subject: Issue | Comment,
  content: ReactionContent,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  requireRole(world, author, issueOf(subject).repository, 'read');
  const known = findReaction(author, subject, content);
  if (known) return { reaction: known, isNew: false };
  const id = world.nextId();
  const reaction: Reaction = {
    kind: 'reaction',
    id,
    nodeId: world.nodeId('REA', id),
    content,
    author,
    subject,
    createdAt: world.clock.now(),
  };
  world.changing(issueOf(subject));
  subject.reactions.push(reaction);
  return { reaction: world.register(reaction), isNew: true };
}

/** Takes a reaction back. */
export function removeReaction(world: World, reaction: Reaction): void {
  const { subject, author } = reaction;
  const issue = issueOf(subject);
  requireRole(world, author, issue.repository, 'read');
  world.changing(issue);
  subject.reactions = subject.reactions.filter((each) => each !== reaction);
  world.forget(reaction);
}

/** An account's own reaction of a kind. */
export function findReaction(
  author: Account,
  subject: Issue | Comment,
  content: ReactionContent,
): Reaction | undefined {
  return subject.reactions.find((each) => each.author === author && each.content === content);
}
