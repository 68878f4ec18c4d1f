import type { Job } from './queue.ts';

/**
 * Makes one job of one that waits and one that is added for the same lane and key. It has the better priority, and the place
 * of the one that was first added earlier. One that waits
 * for its time is hastened by what is as urgent, and not by less.
 *
 * @param merge merges what the queue knows nothing of
 */
export function coalesce<Each extends Job>(
  waiting: Each,
  added: Each,
  merge: (waiting: Each, added: Each) => Each,
): Each {
  const { lane, key, group } = added;
  const priority = Math.min(waiting.priority, added.priority);
  const times = [waiting, ...(added.priority <= waiting.priority ? [added] : [])];
  const notBefore = Math.min(...times.map(timeOf));
  const known = [waiting.since, added.since].filter((each) => each !== undefined);
  const since = known.length > 0 ? { since: Math.min(...known) } : {};
  return { ...merge(waiting, added), lane, key, group, priority, notBefore, ...since };
}

/** When a job may run at the earliest, in milliseconds since 1970. */
export function timeOf({ notBefore = 0 }: Job): number {
  return notBefore;
}
