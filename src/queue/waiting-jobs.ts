import type { Job } from './queue.ts';

/** A job, with its place among all that wait. */
export interface WaitingJob<Each extends Job> {
  readonly job: Each;
  /** When it came, as a number that grows. */
  readonly place: number;
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

  /**
   * Takes a job, into one of the same key where there is one: that keeps its place, and the better priority. One that waits
   * for its time is hastened by what is as urgent, and not by less.
   */
  add(job: Each, place: number): void {
    const waiting = this.#jobs.get(job.key);
    if (waiting === undefined) {
      this.#jobs.set(job.key, { job, place });
      return;
    }
    const { lane, key, group } = job;
    const priority = Math.min(waiting.job.priority, job.priority);
    const times = [waiting.job, ...(job.priority <= waiting.job.priority ? [job] : [])];
    const notBefore = Math.min(...times.map(timeOf));
    const merged = { ...this.#merge(waiting.job, job), lane, key, group, priority, notBefore };
    this.#jobs.set(key, { job: merged, place: waiting.place });
  }

  /** The job whose turn it is, of those whose time has come. @param now milliseconds since 1970 */
  first(now: number): WaitingJob<Each> | undefined {
    let first: WaitingJob<Each> | undefined;
    for (const each of this.#jobs.values()) {
      if (timeOf(each.job) > now) continue;
      if (first === undefined || inOrder(each, first) < 0) first = each;
    }
    return first;
  }

  /** When the next one's time comes, of those whose has not; infinite where there is none. */
  nextTime(now: number): number {
    const times = Array.from(this.#jobs.values(), ({ job }) => timeOf(job));
    return Math.min(...times.filter((time) => time > now));
  }

  remove({ key }: Each): void {
    this.#jobs.delete(key);
  }

  clear(): void {
    this.#jobs.clear();
  }

  /** All, in their order. */
  list(): readonly Each[] {
    return [...this.#jobs.values()].sort(inOrder).map(({ job }) => job);
  }
}

function timeOf({ notBefore = 0 }: Job): number {
  return notBefore;
}

function inOrder(one: WaitingJob<Job>, other: WaitingJob<Job>): number {
  return one.job.priority - other.job.priority || one.place - other.place;
}
