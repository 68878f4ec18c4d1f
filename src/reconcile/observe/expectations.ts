import type { Thread } from '../../github/nodes/thread.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';

/**
 * What GitHub is known to hold, as a webhook told. Reads may not show it yet: they are answered by replicas, which lag. Plain
 * JSON; GitHub's times, in milliseconds since 1970.
 */
export interface Expectations {
  /** When a read was first seen to be behind, by our clock. */
  readonly since?: number;
  readonly threads: readonly ExpectedThread[];
}

/** An issue or a pull request. */
export interface ExpectedThread {
  readonly number: number;
  /** When it last changed, at the earliest. */
  readonly updatedAt?: number;
  readonly isMerged?: true;
  /** It was deleted, or moved to another repository. */
  readonly isGone?: true;
  /** Some of the newest that were written, edited or deleted. */
  readonly comments?: readonly ExpectedComment[];
}

/** A comment. */
export interface ExpectedComment {
  /** Its number, as REST and webhooks name it. */
  readonly id: number;
  /** When it last changed, at the earliest; null where it was deleted. */
  readonly updatedAt: number | null;
}

/** Of one thread: who sees the newest comments, sees the others too. */
const mostComments = 10;

/** Puts together what two webhooks told, in whatever order they came. */
export function mergeExpectations(one: Expectations, other: Expectations): Expectations {
  const threads = new Map(one.threads.map((thread) => [thread.number, thread]));
  for (const thread of other.threads) {
    const known = threads.get(thread.number);
    threads.set(thread.number, known ? mergeThreads(known, thread) : thread);
  }
  const times = [one, other].flatMap(({ since }) => since ?? []);
  return { threads: [...threads.values()], ...(times.length > 0 && { since: Math.min(...times) }) };
}

function mergeThreads(one: ExpectedThread, other: ExpectedThread): ExpectedThread {
  const updatedAt = Math.max(one.updatedAt ?? 0, other.updatedAt ?? 0);
  const comments = mergeComments([...(one.comments ?? []), ...(other.comments ?? [])]);
  return {
    number: one.number,
    ...(updatedAt > 0 && { updatedAt }),
    ...((one.isMerged || other.isMerged) && { isMerged: true }),
    ...((one.isGone || other.isGone) && { isGone: true }),
    ...(comments.length > 0 && { comments }),
  };
}

function mergeComments(comments: readonly ExpectedComment[]): readonly ExpectedComment[] {
  const newest = new Map<number, ExpectedComment>();
  for (const { id, updatedAt } of comments) {
    const known = newest.get(id)?.updatedAt;
    // One that was deleted never comes back.
    const isDeleted = updatedAt === null || known === null;
    newest.set(id, { id, updatedAt: isDeleted ? null : Math.max(updatedAt, known ?? 0) });
  }
  return [...newest.values()].sort((a, b) => a.id - b.id).slice(-mostComments);
}

/**
 * Whether a read shows all that is expected of it.
 *
 * @param number that was asked for
 */
export function isAllShown(
  { threads }: Expectations,
  number: number,
  snapshot: SubmissionSnapshot,
): boolean {
  return threads.every((expected) => isShown(expected, number, snapshot));
}

function isShown(
  expected: ExpectedThread,
  number: number,
  { subject, pulls }: SubmissionSnapshot,
): boolean {
  const read = subject === 'gone' ? pulls : [subject, ...pulls];
  const found = read.find((thread) => thread.number === expected.number);
  if (expected.isGone) return found === undefined;
  // Of pull requests not all are read.
  if (!found) return expected.number !== number;
  const { updatedAt = 0, isMerged = false, comments = [] } = expected;
  const isAsMerged = !isMerged || !('mergedAt' in found) || found.mergedAt !== undefined;
  const isAsNew = found.updatedAt.getTime() >= updatedAt;
  return isAsMerged && isAsNew && comments.every((comment) => isIn(found.thread, comment));
}

function isIn(thread: Thread, { id, updatedAt }: ExpectedComment): boolean {
  const found = thread.find(({ sequence }) => sequence === BigInt(id));
  if (updatedAt === null) return found === undefined;
  return found !== undefined && found.updatedAt.getTime() >= updatedAt;
}

/** Whether an issue was told to be there, or deleted or elsewhere; undefined where nothing was told of it. */
export function isToldThere({ threads }: Expectations, number: number): boolean | undefined {
  const told = threads.find((each) => each.number === number);
  return told && told.isGone !== true;
}
