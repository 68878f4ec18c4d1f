import { coalesce, timeOf } from './coalesce.ts';
import type { Job } from './queue.ts';

/** What waits in one lane: one job at most for each key. */
export class WaitingJobs<Each extends Job> {
  readonly #merge: (waiting: Each, added: Each) => Each;
  readonly #jobs = new Map<string, Each>();

  constructor(merge: (waiting: Each, added: Each) => Each) {
    this.#merge = merge;
  }

  get count(): number {
    return this.#jobs.size;
  }

  /** Adds a job, or coalesces it into one of the same key, which keeps its place. */
  add(job: Each): void {
    const waiting = this.#jobs.get(job.key);
    this.#jobs.set(job.key, waiting ? coalesce(waiting, job, this.#merge) : job);
  }

  /** The job whose turn it is, of those whose time has come. @param now milliseconds since 1970 */
  first(now: number): Each | undefined {
    let first: Each | undefined;
    for (const each of this.#jobs.values()) {
      if (timeOf(each) > now) continue;
      if (first === undefined || compareJobs(each, first) < 0) first = each;
    }
    return first;
  }

  /** When the next one's time comes, of those whose has not; infinite where there is none. */
  nextTime(now: number): number {
    const times = Array.from(this.#jobs.values(), timeOf);
    return Math.min(...times.filter((time) => time > now));
  }

  /** Since when the oldest waits whose time has come, in milliseconds since 1970; infinite where there is none. */
  oldest(now: number, isMeant: (job: Each) => boolean): number {
    const due = [...this.#jobs.values()].filter((job) => timeOf(job) <= now && isMeant(job));
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
    return [...this.#jobs.values()].sort(compareJobs);
  }
}

/** The more urgent first, then the one that was first added. */
function compareJobs(one: Job, other: Job): number {
  return one.priority - other.priority || (one.since ?? 0) - (other.since ?? 0);
}
