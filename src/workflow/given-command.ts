import type { Command } from '../command/command.ts';
import { parseCommand } from '../command/parse-command.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Author } from '../github/author.ts';
import type { CommentFacts, Thread } from '../github/thread.ts';
import type { Result } from '../problem/result.ts';

/** A command that somebody gave by a comment. */
export interface GivenCommand {
  readonly comment: CommentFacts;
  readonly author: Author;
  /** What was understood of it. */
  readonly read: Result<Command>;
  /** `pending` where it has no answer of ours, or was edited since. */
  readonly state: 'accepted' | 'refused' | 'pending';
  /** When it began to count: accepted, it has had its effect by then. */
  readonly at: Date;
}

/** Finds the commands in a thread, as people gave them; comments of bots and ours are none. */
export function findCommands(thread: Thread, configuration: Configuration): GivenCommand[] {
  return thread.flatMap((comment) => {
    const { author } = comment;
    if (comment.isOurs || !author?.isPerson) return [];
    const read = parseCommand(comment.body, configuration);
    if (read === undefined) return [];
    return [{ comment, author, read, ...answerTo(comment) }];
  });
}

/**
 * The answer that a comment has by our reaction. One that was edited later, or in the same second, is a new command: what
 * was accepted of `help` must not be accepted of what it was changed into.
 */
function answerTo({
  reactions,
  editedAt,
  createdAt,
}: CommentFacts): Pick<GivenCommand, 'state' | 'at'> {
  const accepted = reactions.get('THUMBS_UP');
  const answered = accepted ?? reactions.get('CONFUSED');
  const isEdited = answered !== undefined && editedAt !== undefined && editedAt >= answered;
  if (answered === undefined || isEdited) return { state: 'pending', at: createdAt };
  const at = answered > createdAt ? answered : createdAt;
  return { state: accepted === undefined ? 'refused' : 'accepted', at };
}
