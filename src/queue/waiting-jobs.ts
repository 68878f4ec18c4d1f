import { coalesce, timeOf } from './coalesce.ts';
import type { Job } from './queue.ts';

/** A job, with its position among all that wait. */
export interface WaitingJob<Each extends Job> {
  readonly job: Each;
  /** When it was added, as a number that grows. */
  readonly position: number;
}

/** What waits in one lane: one job at most for each key. */
export class WaitingJobs<Each extends Job> {
  readonly #merge: (waiting: Each, added: Each) => Each;
  readonly #jobs = new Map<string, WaitingJob<Each>>();

  constructor(merge: (waiting: Each, added: Each) => Each) {
    this.#merge = merge;
  }

  get count(): number {
    return this.#jobs.size;
  }

  /** Adds a job, or coalesces it into one of the same key, which keeps its position. */
  add(job: Each, position: number): void {
    const waiting = this.#jobs.get(job.key);
    const added = waiting
      ? { job: coalesce(waiting.job, job, this.#merge), position: waiting.position }
      : { job, position };
    this.#jobs.set(job.key, added);
  }

  /** The job whose turn it is, of those whose time has come. @param now milliseconds since 1970 */
  first(now: number): WaitingJob<Each> | undefined {
    let first: WaitingJob<Each> | undefined;
    for (const each of this.#jobs.values()) {
      if (timeOf(each.job) > now) continue;
      if (first === undefined || compare(each, first) < 0) first = each;
    }
    return first;
  }

  /** When the next one's time comes, of those whose has not; infinite where there is none. */
  nextTime(now: number): number {
    const times = Array.from(this.#jobs.values(), ({ job }) => timeOf(job));
    return Math.min(...times.filter((time) => time > now));
  }

  /** Since when the oldest waits whose time has come, in milliseconds since 1970; infinite where there is none. */
  oldest(now: number, isMeant: (job: Each) => boolean): number {
    const due = Array.from(this.#jobs.values(), ({ job }) => job).filter(
      (job) => timeOf(job) <= now && isMeant(job),
    );
    return Math.min(...due.map((job) => Math.max(job.since ?? now, timeOf(job))));
  }

  remove({ key }: Each): void {
    this.#jobs.delete(key);
  }

  clear(): void {
    this.#jobs.clear();
  }

  /** All, in their order. */
  list(): readonly Each[] {
    return [...this.#jobs.values()].sort(compare).map(({ job }) => job);
  }
}

function compare(one: WaitingJob<Job>, other: WaitingJob<Job>): number {
  return (
    one.job.priority - other.job.priority ||
    (one.job.since ?? 0) - (other.job.since ?? 0) ||
    one.position - other.position
  );
}
