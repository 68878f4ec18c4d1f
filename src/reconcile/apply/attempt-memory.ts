import type { PullText } from '../../github/changes/change.ts';
import type { Refusal } from '../../words/comment-content.ts';
import { isRefused } from '../decide/held-refusals.ts';
import type { Situation } from '../decide/situation.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';
import type { Writers } from '../observe/writers/writers.ts';

/**
 * What one attempt of a job leaves for the next. It is lost with the process, and then more is read and made again; nothing
 * wrong comes of it.
 */
export interface AttemptMemory {
  /** What people may do, as far as that was asked: a command may have to be evaluated again. */
  writers?: Writers;
  /** The commit that was made last. */
  commit?: CreatedCommit;
  /** The attempt that sent its last document, and does not know whether all of it took effect. */
  unfinished?: UnfinishedAttempt | undefined;
  /** What GitHub refuses for good; each act once. */
  readonly refused: Refusal[];
  /** Whether a permission that is lacking was lacking with a new token, too. */
  hasNewToken: boolean;
  /** Whether changes failed in each attempt before, and none follows: what GitHub refuses now is refused for good. */
  isLastAttempt: boolean;
}

/** A commit, and what it follows from. */
export interface CreatedCommit {
  readonly digest: string;
  readonly base: string;
  readonly oid: string;
}

interface UnfinishedAttempt {
  readonly isForced: boolean;
  /** Where our branch was. */
  readonly branch: string | undefined;
  /** The comments of the commands that it answered. */
  readonly answered: readonly string[];
  /** What our pull request said. */
  readonly pullText: PullText | undefined;
}

/** Before the first attempt. */
export function noAttempts(): AttemptMemory {
  return { refused: [], hasNewToken: false, isLastAttempt: false };
}

/** Forgets, once, what was refused for want of a permission. @returns whether there was such a thing */
export function forgetLackOfPermission(memory: AttemptMemory): boolean {
  const { refused } = memory;
  const others = refused.filter(({ problem }) => problem.code !== 'refused-permission');
  if (memory.hasNewToken || others.length === refused.length) return false;
  memory.hasNewToken = true;
  refused.splice(0, refused.length, ...others);
  return true;
}

/** Commands whose effect was refused while they were answered have no answer yet. */
export function reopenCommands(
  observed: ObservedIssue,
  { refused, unfinished }: AttemptMemory,
): ObservedIssue {
  if (!unfinished || !isRefused(refused, 'publish')) return observed;
  const commands = observed.commands.map((given) =>
    unfinished.answered.includes(given.comment.id)
      ? { ...given, state: 'pending' as const, answered: undefined }
      : given,
  );
  return { ...observed, commands };
}

/** Makes an attempt do everything, where the one before it was left unfinished: what took effect may say that all is done. */
export function resumeAttempt(situation: Situation, memory: AttemptMemory): Situation {
  const { unfinished, refused } = memory;
  if (!unfinished) return situation;
  const { history, note, snapshot } = situation;
  // Only what was on the branch then is overwritten, and nothing that was pushed since.
  const isStopped = isRefused(refused, 'publish');
  const isSame = snapshot.branch?.oid === unfinished.branch;
  const isForced = history.isForced || (unfinished.isForced && isSame && !isStopped);
  return {
    ...situation,
    history: { ...history, isForced },
    note: note && { ...note, digest: '' },
    ...(isStopped && { pullTextBefore: unfinished.pullText }),
  };
}
