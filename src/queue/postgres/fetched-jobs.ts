import { systemClock } from '../../time/clock.ts';
import type { Job } from '../queue.ts';
import { type Permit, Semaphore } from '../semaphore.ts';
import { ClosedFlags } from './closed-flags.ts';
import { Mutex } from './mutex.ts';
import { laneName } from './stored-job.ts';

interface Fetched<Each extends Job> {
  readonly job: Each;
  readonly permit: Permit;
  isRunning: boolean;
}

const mostBegun = 1_000;

/** The jobs that this process has fetched from the database, by the ids that they have there, and what it may fetch next. */
export class FetchedJobs<Each extends Job> {
  readonly #semaphore: Semaphore;
  readonly #flags: ClosedFlags;
  readonly #fetched = new Map<string, Fetched<Each>>();
  /** Those that run, and those that ended lately: any other that is locked waits to be admitted. */
  readonly #begun = new Set<string>();
  /** One fetch after the other: each has to know what the one before it brought. */
  readonly #fetching = new Mutex();

  constructor(concurrency: number, background: number) {
    this.#semaphore = new Semaphore(concurrency, background);
    this.#flags = new ClosedFlags(this.#semaphore, background);
  }

  /** How many there are. */
  get count(): number {
    return this.#fetched.size;
  }

  get running(): number {
    return [...this.#fetched.values()].filter(({ isRunning }) => isRunning).length;
  }

  get begun(): readonly string[] {
    return [...this.#begun];
  }

  /** Begins a fetch, when the one before it has ended. @returns the flags of jobs that it must not bring */
  async beginFetch(): Promise<string[]> {
    await this.#fetching.acquire();
    const jobs = Array.from(this.#fetched.values(), ({ job }) => job);
    return [...this.#flags.list(jobs, systemClock.now())];
  }

  /** Ends a fetch. */
  endFetch(): void {
    this.#fetching.release();
  }

  /** Takes what a fetch brought. */
  take(id: string, job: Each): void {
    this.#fetched.set(id, { job, permit: this.#semaphore.acquire(job), isRunning: false });
  }

  /** Gives back its permit. */
  release(id: string): void {
    this.#fetched.get(id)?.permit.release();
    this.#fetched.delete(id);
  }

  /** @param isRunning whether it runs from now on, or not anymore */
  setRunning(id: string, isRunning: boolean): void {
    const fetched = this.#fetched.get(id);
    if (fetched) fetched.isRunning = isRunning;
    this.setBegun(id);
  }

  /** From now on it does not count as one that waits. */
  setBegun(id: string): void {
    this.#begun.add(id);
    const [oldest] = this.#begun;
    if (this.#begun.size > mostBegun && oldest !== undefined) this.#begun.delete(oldest);
  }

  /** Notes that a job was not admitted. @param milliseconds after which to ask again */
  close(job: Each, milliseconds: number): void {
    this.#flags.close(job, laneName(job.lane), milliseconds, systemClock.now());
  }
}
