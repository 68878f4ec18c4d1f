import type { Observer } from '../observer/observer.ts';
import { systemClock } from './clock.ts';
import type { Job, Queue, QueueSize } from './queue.ts';
import { Slots } from './slots.ts';
import { WaitingJobs } from './waiting-jobs.ts';

/** How an in-process queue works. */
export interface InProcessQueueOptions<Each extends Job> {
  readonly run: (job: Each) => Promise<void>;
  /** Makes one job of two for the same thing. Lane, key, priority and place are seen to by the queue. */
  readonly merge: (waiting: Each, added: Each) => Each;
  /** Is told of a job that failed; its lane goes on. Must not throw. */
  readonly onFailure: (job: Each, error: unknown) => void;
  /**
   * Resolves when the lane may run its next job, of which the candidate is an example: one that comes meanwhile with
   * better priority goes first. Called once for each job.
   *
   * @param signal given when the queue stops: to reject then is no failure
   */
  readonly admit?: (candidate: Each, signal: AbortSignal) => Promise<void>;
  /** How many jobs run at once, each in a lane of its own; 8, if left out. */
  readonly lanesAtOnce?: number;
  readonly observer?: Pick<Observer, 'jobsWaiting' | 'jobStarted' | 'jobEnded'>;
}

interface Lane<Each extends Job> {
  readonly waiting: WaitingJobs<Each>;
  /** Settled when the lane is empty. */
  readonly work: Promise<void>;
}

/** A queue in this process's memory. */
export class InProcessQueue<Each extends Job> implements Queue<Each> {
  readonly #options: InProcessQueueOptions<Each>;
  readonly #slots: Slots;
  readonly #lanes = new Map<string, Lane<Each>>();
  readonly #running = new Set<Each>();
  readonly #stopping = new AbortController();

  constructor(options: InProcessQueueOptions<Each>) {
    this.#options = options;
    this.#slots = new Slots(options.lanesAtOnce ?? 8);
  }

  add(job: Each): void {
    if (this.#stopping.signal.aborted) return;
    const known = this.#lanes.get(job.lane);
    if (known) {
      known.waiting.add(job);
    } else {
      const waiting = new WaitingJobs(this.#options.merge);
      waiting.add(job);
      this.#lanes.set(job.lane, { waiting, work: this.#work(job.lane, waiting) });
    }
    this.#countWaiting();
  }

  async idle(): Promise<void> {
    while (this.#lanes.size > 0) {
      await Promise.all(Array.from(this.#lanes.values(), ({ work }) => work));
    }
  }

  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort(new Error('The queue was stopped'));
    for (const { waiting } of this.#lanes.values()) waiting.clear();
    this.#countWaiting();
    const ended = new AbortController();
    const patience = systemClock.wait(milliseconds, ended.signal).catch(() => undefined);
    await Promise.race([this.idle(), patience]);
    ended.abort();
  }

  get size(): QueueSize {
    let waiting = 0;
    for (const lane of this.#lanes.values()) waiting += lane.waiting.count;
    return { waiting, running: this.#running.size };
  }

  waiting(): readonly Each[] {
    return Array.from(this.#lanes.values(), ({ waiting }) => waiting.list()).flat();
  }

  running(): readonly Each[] {
    return [...this.#running];
  }

  async #work(name: string, waiting: WaitingJobs<Each>): Promise<void> {
    // What comes at the same moment is put in order before the first of it starts.
    await Promise.resolve();
    for (let next = waiting.first(); next !== undefined; next = waiting.first()) {
      if (!(await this.#isAdmitted(next, waiting))) continue;
      // A lane that waits to be admitted holds no slot: one busy installation must not hold up the others.
      await this.#slots.take();
      const job = waiting.first();
      if (job !== undefined) await this.#run(job, waiting);
      this.#slots.giveBack();
    }
    this.#lanes.delete(name);
  }

  async #isAdmitted(candidate: Each, waiting: WaitingJobs<Each>): Promise<boolean> {
    const { signal } = this.#stopping;
    try {
      await this.#options.admit?.(candidate, signal);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      waiting.remove(candidate);
      this.#countWaiting();
      this.#options.onFailure(candidate, error);
      return false;
    }
  }

  async #run(job: Each, waiting: WaitingJobs<Each>): Promise<void> {
    const { run, onFailure, observer } = this.#options;
    waiting.remove(job);
    this.#running.add(job);
    this.#countWaiting();
    observer?.jobStarted();
    const start = systemClock.now();
    const seconds = () => (systemClock.now() - start) / 1000;
    try {
      await run(job);
      observer?.jobEnded('done', seconds());
    } catch (error) {
      observer?.jobEnded('failed', seconds());
      onFailure(job, error);
    } finally {
      this.#running.delete(job);
    }
  }

  #countWaiting(): void {
    this.#options.observer?.jobsWaiting(this.size.waiting);
  }
}
