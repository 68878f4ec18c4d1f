import type { Job } from './queue.ts';

interface WaitingJob<Each extends Job> {
  readonly job: Each;
  /** When it came, as a number that grows. */
  readonly place: number;
}

/** What waits in one lane: one job at most for each key. */
export class WaitingJobs<Each extends Job> {
  readonly #merge: (waiting: Each, added: Each) => Each;
  readonly #jobs = new Map<string, WaitingJob<Each>>();
  #nextPlace = 0;

  constructor(merge: (waiting: Each, added: Each) => Each) {
    this.#merge = merge;
  }

  get count(): number {
    return this.#jobs.size;
  }

  /** Takes a job, into one of the same key where there is one: that keeps its place, and the better priority. */
  add(job: Each): void {
    const waiting = this.#jobs.get(job.key);
    if (waiting === undefined) {
      this.#jobs.set(job.key, { job, place: this.#nextPlace++ });
      return;
    }
    const { lane, key } = job;
    const priority = Math.min(waiting.job.priority, job.priority);
    const merged = { ...this.#merge(waiting.job, job), lane, key, priority };
    this.#jobs.set(key, { job: merged, place: waiting.place });
  }

  /** The job whose turn it is. */
  first(): Each | undefined {
    let first: WaitingJob<Each> | undefined;
    for (const each of this.#jobs.values()) {
      if (first === undefined || inOrder(each, first) < 0) first = each;
    }
    return first?.job;
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

function inOrder(one: WaitingJob<Job>, other: WaitingJob<Job>): number {
  return one.job.priority - other.job.priority || one.place - other.place;
}
