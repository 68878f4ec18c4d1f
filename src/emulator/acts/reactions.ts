import type { Account, Comment, Issue, Reaction, ReactionContent } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireRole } from './rules.ts';

/** The repository that a comment, an issue or a pull request stands in. */
function repositoryOf(subject: Issue | Comment): Issue['repository'] {
  return subject.kind === 'comment' ? subject.issue.repository : subject.repository;
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
  requireRole(world, author, repositoryOf(subject), 'read');
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
  subject.reactions.push(reaction);
  return { reaction: world.register(reaction), isNew: true };
}

/** Takes a reaction back. */
export function removeReaction(world: World, reaction: Reaction): void {
  requireRole(world, reaction.author, repositoryOf(reaction.subject), 'read');
  const { subject } = reaction;
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
