import type { Command } from '../../../command/command.ts';
import { parseCommands } from '../../../command/parse-command.ts';
import type { Configuration } from '../../../config/configuration.ts';
import { appAccount, type OwnAccount } from '../../../github/client/account.ts';
import type { Author } from '../../../github/nodes/author.ts';
import type { CommentFacts, Thread } from '../../../github/nodes/thread.ts';
import type { OwnReactions } from '../../../github/repository/read-own-reactions.ts';
import type { Result } from '../../../problem/result.ts';
import {
  type AnsweredCommand,
  type AnsweredCommands,
  textFingerprint,
} from './answered-commands.ts';

/** The commands that somebody gave by a comment, or by an issue's own text. */
export interface CommandComment {
  readonly comment: CommentFacts;
  readonly author: Author;
  /** What was understood of each; at least one. */
  readonly reads: readonly Result<Command>[];
  /** `pending` where it has no answer of ours, or says something else since; `accepted` where any of several was. */
  readonly state: 'accepted' | 'refused' | 'pending';
  /** When it began to count: accepted, it has had its effect by then. */
  readonly at: Date;
  /** What our note says of it as it is there. */
  readonly answered: AnsweredCommand | undefined;
  /**
   * Whether only our reaction says that it has an answer, and the comment was edited: then nobody knows what it said when
   * it was answered.
   */
  readonly isUnproven: boolean;
  /** Whether others may have said in our name that it was accepted: then its author has to be somebody who may use it. */
  readonly isClaimed: boolean;
}

/** What else tells of answers to commands. */
export interface AnswerSources {
  /** When we reacted, as far as that was asked for; else the first reaction of the kind counts, whose ever. */
  readonly reactions?: OwnReactions | undefined;
  /** Whose reactions and notes they are; an app's, if left out. */
  readonly account?: Pick<OwnAccount, 'isShared' | 'isProven'>;
}

/** The name that GitHub shows in the place of accounts that are gone: nobody to notify. */
const ghost: Author = { login: 'ghost', id: undefined, isPerson: false };

/**
 * Finds the commands in a thread, as people gave them; comments of bots and ours are none. Those of an account that is
 * gone are nobody's: what was accepted of them stays so, and nothing else is.
 *
 * @param answered what the commands said that have an answer
 */
export function findCommands(
  thread: Thread,
  configuration: Configuration,
  answered: AnsweredCommands,
  { reactions = new Map(), account = appAccount }: AnswerSources = {},
): CommandComment[] {
  return thread.flatMap((comment) => {
    const { author = ghost, id } = comment;
    if (comment.isOurs || (!author.isPerson && author !== ghost)) return [];
    const reads = parseCommands(comment.body, configuration);
    if (reads.length === 0) return [];
    const answer = answerTo(comment, reads.length > 1, answered, reactions.get(id));
    // Whoever shares our account may react to whatever they like: that we refused something is told by our note alone.
    if (account.isShared && !answer.answered && answer.state === 'refused') {
      return [{ comment, author, reads, ...pendingSince(comment), isClaimed: false }];
    }
    const isNoted = answer.answered !== undefined && account.isProven;
    const isClaimed = answer.state === 'accepted' && account.isShared && !isNoted;
    return [{ comment, author, reads, ...answer, isClaimed }];
  });
}

/** Whether a comment asks for help alone, which changes nothing. */
export function isHelp({ reads }: Pick<CommandComment, 'reads'>): boolean {
  return reads.every((read) => read.ok && read.value.name === 'help');
}

/** Whether it matters when we reacted to a command: our note does not know it, and its answer may have had an effect. */
export function wantsReactionDate(
  { state, reads, comment }: CommandComment,
  known: AnsweredCommands,
): boolean {
  const { reactions, editedAt, sequence } = comment;
  const isAnswered = reactions.has('THUMBS_UP') || reactions.has('CONFUSED');
  if (!isAnswered || known[String(sequence)]) return false;
  return editedAt !== undefined || (state === 'accepted' && !isHelp({ reads }));
}

type Answer = Omit<CommandComment, 'comment' | 'author' | 'reads' | 'isClaimed'>;

/** The answer that a comment has: by our note, or where that does not know the comment, by our reaction. */
function answerTo(
  comment: CommentFacts,
  hasSeveral: boolean,
  answered: AnsweredCommands,
  ownReactions: CommentFacts['reactions'] = comment.reactions,
): Answer {
  const { createdAt, sequence, body } = comment;
  const pending = pendingSince(comment);
  const known = answered[String(sequence)];
  if (!known) return answerOfReaction(comment, hasSeveral, ownReactions) ?? pending;
  const [fingerprint, acceptedAt] = known;
  // What was accepted of `help` must not be accepted of what it was changed into.
  if (fingerprint !== textFingerprint(body)) return pending;
  if (acceptedAt === undefined) return { ...pending, state: 'refused', answered: known };
  const reacted = comment.reactions.get('THUMBS_UP') ?? createdAt;
  const at = latest(new Date(acceptedAt * 1000), createdAt, reacted);
  return { state: 'accepted', at, answered: known, isUnproven: false };
}

function pendingSince({ createdAt: at }: CommentFacts): Answer {
  return { state: 'pending', at, answered: undefined, isUnproven: false };
}

/**
 * Our comment may be deleted, or have been too short for all: what has our reaction and was not edited since stays so. Where
 * one of several was refused, nobody knows anymore which: each is evaluated again.
 */
function answerOfReaction(
  { createdAt, editedAt }: CommentFacts,
  hasSeveral: boolean,
  reactions: CommentFacts['reactions'],
): Answer | undefined {
  const [accepted, refused] = [reactions.get('THUMBS_UP'), reactions.get('CONFUSED')];
  const isAccepted = accepted !== undefined && !(refused && refused > accepted);
  const reacted = isAccepted ? accepted : refused;
  if (!reacted || (editedAt && editedAt > reacted)) return undefined;
  return {
    state: isAccepted || hasSeveral ? 'accepted' : 'refused',
    at: latest(reacted, createdAt),
    answered: undefined,
    isUnproven: editedAt !== undefined || (hasSeveral && !isAccepted),
  };
}

function latest(...dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}
