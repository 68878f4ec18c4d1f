import type { Situation } from '../decide/situation.ts';

/**
 * What one attempt of a job leaves for the next. It is lost with the process, and then more is read and made again; nothing
 * wrong comes of it.
 */
export interface AttemptMemory {
  /** The commit that was made last. */
  commit?: CreatedCommit;
  /** The attempt that sent its last document, and does not know whether all of it took effect. */
  unfinished?: UnfinishedAttempt | undefined;
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
}

/** Makes an attempt do everything, where the one before it was left unfinished: what took effect may say that all is done. */
export function resumeAttempt(situation: Situation, { unfinished }: AttemptMemory): Situation {
  if (!unfinished) return situation;
  const { history, note, snapshot } = situation;
  // Only what was on the branch then is overwritten, and nothing that was pushed since.
  const isSame = snapshot.branch?.oid === unfinished.branch;
  const isForced = history.isForced || (unfinished.isForced && isSame);
  return {
    ...situation,
    history: { ...history, isForced },
    note: note && { ...note, digest: '' },
  };
}
