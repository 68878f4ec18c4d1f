import type { Command } from '../command/command.ts';
import { parseCommand } from '../command/parse-command.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Author } from '../github/author.ts';
import type { OwnReactions } from '../github/read-own-reactions.ts';
import type { CommentFacts, Thread } from '../github/thread.ts';
import type { Result } from '../problem/result.ts';
import { fingerprintOf, type Judged, type JudgedCommand } from './judged.ts';

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
  /** What our note says of it as it stands there. */
  readonly judged: JudgedCommand | undefined;
  /**
   * Whether only our reaction says that it has an answer, and the comment was edited: then nobody knows what it said when
   * it was judged.
   */
  readonly isUnproven: boolean;
}

/**
 * Finds the commands in a thread, as people gave them; comments of bots and ours are none.
 *
 * @param judged what the commands said that have an answer
 * @param reactions when we reacted, as far as that was asked for; else the first reaction of the kind counts, whose ever
 */
export function findCommands(
  thread: Thread,
  configuration: Configuration,
  judged: Judged,
  reactions: OwnReactions = new Map(),
): GivenCommand[] {
  return thread.flatMap((comment) => {
    const { author, id } = comment;
    if (comment.isOurs || !author?.isPerson) return [];
    const read = parseCommand(comment.body, configuration);
    if (read === undefined) return [];
    return [{ comment, author, read, ...answerTo(comment, judged, reactions.get(id)) }];
  });
}

/** Whether it matters when we reacted to a command: our note does not know it, and its answer may have had an effect. */
export function wantsReactionDate({ state, read, comment }: GivenCommand, judged: Judged): boolean {
  const { reactions, editedAt, sequence } = comment;
  const isAnswered = reactions.has('THUMBS_UP') || reactions.has('CONFUSED');
  if (!isAnswered || judged[String(sequence)]) return false;
  const isHelp = read.ok && read.value.name === 'help';
  return editedAt !== undefined || (state === 'accepted' && !isHelp);
}

type Answer = Pick<GivenCommand, 'state' | 'at' | 'judged' | 'isUnproven'>;

/** The answer that a comment has: by our note, or where that does not know the comment, by our reaction. */
function answerTo(
  comment: CommentFacts,
  judged: Judged,
  ownReactions: CommentFacts['reactions'] = comment.reactions,
): Answer {
  const { createdAt, sequence, body } = comment;
  const pending: Answer = { state: 'pending', at: createdAt, judged: undefined, isUnproven: false };
  const known = judged[String(sequence)];
  if (!known) return answerOfReaction(comment, ownReactions) ?? pending;
  const [fingerprint, acceptedAt] = known;
  // What was accepted of `help` must not be accepted of what it was changed into.
  if (fingerprint !== fingerprintOf(body)) return pending;
  if (acceptedAt === undefined) return { ...pending, state: 'refused', judged: known };
  const reacted = comment.reactions.get('THUMBS_UP') ?? createdAt;
  const at = latest(new Date(acceptedAt * 1000), createdAt, reacted);
  return { state: 'accepted', at, judged: known, isUnproven: false };
}

/** Our comment may be deleted, or have been too short for all: what has our reaction and was not edited since stays so. */
function answerOfReaction(
  { createdAt, editedAt }: CommentFacts,
  reactions: CommentFacts['reactions'],
): Answer | undefined {
  const [accepted, refused] = [reactions.get('THUMBS_UP'), reactions.get('CONFUSED')];
  const isAccepted = accepted !== undefined && !(refused && refused > accepted);
  const reacted = isAccepted ? accepted : refused;
  if (!reacted || (editedAt && editedAt > reacted)) return undefined;
  return {
    state: isAccepted ? 'accepted' : 'refused',
    at: latest(reacted, createdAt),
    judged: undefined,
    isUnproven: editedAt !== undefined,
  };
}

function latest(...dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}
