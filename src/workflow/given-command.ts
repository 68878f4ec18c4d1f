import type { Command } from '../command/command.ts';
import { parseCommand } from '../command/parse-command.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Author } from '../github/author.ts';
import type { CommentFacts, Thread } from '../github/thread.ts';
import type { Result } from '../problem/result.ts';
import { fingerprintOf, type Judged } from './judged.ts';

/** A command that somebody gave by a comment. */
export interface GivenCommand {
  readonly comment: CommentFacts;
  readonly author: Author;
  /** What was understood of it. */
  readonly read: Result<Command>;
  /** `pending` where it has no answer of ours, or says something else since. */
  readonly state: 'accepted' | 'refused' | 'pending';
  /** When it began to count: accepted, it has had its effect by then. */
  readonly at: Date;
}

/**
 * Finds the commands in a thread, as people gave them; comments of bots and ours are none.
 *
 * @param judged what the commands said that have an answer
 */
export function findCommands(
  thread: Thread,
  configuration: Configuration,
  judged: Judged,
): GivenCommand[] {
  return thread.flatMap((comment) => {
    const { author } = comment;
    if (comment.isOurs || !author?.isPerson) return [];
    const read = parseCommand(comment.body, configuration);
    if (read === undefined) return [];
    return [{ comment, author, read, ...answerTo(comment, judged) }];
  });
}

/**
 * The answer that a comment has. Accepted is what has our reaction and says still what was judged: what was accepted of
 * `help` must not be accepted of what it was changed into.
 */
function answerTo(
  { reactions, editedAt, createdAt, sequence, body }: CommentFacts,
  judged: Judged,
): Pick<GivenCommand, 'state' | 'at'> {
  const [accepted, refused] = [reactions.get('THUMBS_UP'), reactions.get('CONFUSED')];
  const known = judged[String(sequence)];
  const isSame = known === fingerprintOf(body);
  const answered = accepted ?? refused ?? createdAt;
  const at = answered > createdAt ? answered : createdAt;
  if (accepted && isSame) return { state: 'accepted', at };
  // Refused long ago, and forgotten since: it does no harm to leave it so, unless it was edited.
  const isForgotten = known === undefined && !(editedAt && refused && editedAt >= refused);
  if (refused && !accepted && (isSame || isForgotten)) return { state: 'refused', at };
  return { state: 'pending', at: createdAt };
}
