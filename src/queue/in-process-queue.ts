import { type Clock, systemClock } from '../time/clock.ts';
import type { Job, Queue, QueueOptions, QueueStats } from './queue.ts';
import { Semaphore } from './semaphore.ts';
import { Timer } from './timer.ts';
import { WaitingJobs } from './waiting-jobs.ts';

interface Lane<Each extends Job> {
  readonly waiting: WaitingJobs<Each>;
  isRunning: boolean;
  /** When a job of it started last, as a number that grows. */
  lastTurn: number;
}

/** Milliseconds between two jobs that come at the same moment. */
const leastApart = 0.001;

interface Candidate<Each extends Job> {
  readonly job: Each;
  readonly lane: Lane<Each>;
}

/**
 * A queue in this process's memory. Whenever a permit is free, the most urgent job of all lanes gets it; of equally urgent
 * ones that of the group that has the fewest running, and of its lanes the one whose last turn is longest ago.
 */
export class InProcessQueue<Each extends Job> implements Queue<Each> {
  readonly isShared = false;
  readonly #options: QueueOptions<Each>;
  readonly #clock: Clock;
  readonly #semaphore: Semaphore;
  readonly #lanes = new Map<string, Lane<Each>>();
  readonly #running = new Set<Each>();
  readonly #stopping = new AbortController();
  readonly #timer: Timer;
  #turns = 0;
  #lastAdded = Number.NEGATIVE_INFINITY;
  #isScheduled = false;
  #isScheduling = false;
  #ended = Promise.withResolvers<void>();

  constructor(options: QueueOptions<Each>) {
    const { concurrency = 8, background = Number.POSITIVE_INFINITY, clock = systemClock } = options;
    this.#options = options;
    this.#clock = clock;
    this.#semaphore = new Semaphore(concurrency, background);
    this.#timer = new Timer(clock, () => this.#scheduleSoon(), this.#stopping.signal);
  }

  async add(...jobs: readonly Each[]): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    for (const each of jobs) this.#add(each);
    this.#countWaiting();
    this.#scheduleSoon();
  }

  #add(job: Each): void {
    const known = this.#lanes.get(job.lane);
    const lane = known ?? {
      waiting: new WaitingJobs(this.#options.merge),
      isRunning: false,
      lastTurn: 0,
    };
    if (!known) this.#lanes.set(job.lane, lane);
    // What comes at the same moment has its order too.
    this.#lastAdded = Math.max(this.#clock.now(), this.#lastAdded + leastApart);
    lane.waiting.add({ since: this.#lastAdded, ...job });
  }

  async idle(): Promise<void> {
    while (this.#lanes.size > 0) await this.#ended.promise;
  }

  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort(new Error('The queue was stopped'));
    for (const [name, lane] of this.#lanes) {
      lane.waiting.clear();
      this.#dropIfEmpty(name, lane);
    }
    this.#countWaiting();
    const ended = new AbortController();
    const timeout = systemClock.wait(milliseconds, ended.signal).catch(() => undefined);
    await Promise.race([this.idle(), timeout]);
    ended.abort();
  }

  async stats(): Promise<QueueStats> {
    const { background = Number.POSITIVE_INFINITY } = this.#options;
    const now = this.#clock.now();
    const oldest = (isMeant: (job: Each) => boolean) => {
      const lanes = [...this.#lanes.values()];
      return Math.min(...lanes.map(({ waiting }) => waiting.oldest(now, isMeant)));
    };
    const waitingSince = oldest(({ priority }) => priority < background);
    const backgroundSince = oldest(({ priority }) => priority >= background);
    return {
      waiting: this.#waitingCount(),
      running: this.#running.size,
      ...(waitingSince !== Number.POSITIVE_INFINITY && { waitingSince }),
      ...(backgroundSince !== Number.POSITIVE_INFINITY && { backgroundSince }),
    };
  }

  /** The jobs that wait, each lane's in the order in which it would run them. */
  waiting(): readonly Each[] {
    return Array.from(this.#lanes.values(), ({ waiting }) => waiting.list()).flat();
  }

  /** The jobs that run. */
  running(): readonly Each[] {
    return [...this.#running];
  }

  /** What comes at the same moment is put in order before the first of it starts. */
  #scheduleSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => void this.#schedule());
  }

  /** What comes while jobs are admitted is looked at afterwards. */
  async #schedule(): Promise<void> {
    if (this.#isScheduling) return;
    this.#isScheduling = true;
    while (this.#isScheduled) {
      this.#isScheduled = false;
      await this.#startJobs();
    }
    this.#isScheduling = false;
  }

  /** Starts whatever may start now, and sees to it that the rest is looked at when its time comes. */
  async #startJobs(): Promise<void> {
    const now = this.#clock.now();
    const refused = new Set<Lane<Each>>();
    let next = Number.POSITIVE_INFINITY;
    for (let best = this.#best(now, refused); best; best = this.#best(now, refused)) {
      const { job, lane } = best;
      const admission = await this.#admit(job);
      // Meanwhile it may have been coalesced, or a more urgent one have come: then that one is asked for.
      if (lane.waiting.first(now) !== job) continue;
      if (typeof admission === 'object') {
        this.#fail(best, admission.error);
      } else if (admission <= 0) {
        void this.#run(best);
      } else {
        refused.add(lane);
        next = Math.min(next, now + admission);
      }
    }
    for (const { waiting } of this.#lanes.values()) next = Math.min(next, waiting.nextTime(now));
    this.#timer.setTo(next);
  }

  #best(now: number, refused: ReadonlySet<Lane<Each>>): Candidate<Each> | undefined {
    let best: Candidate<Each> | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.isRunning || refused.has(lane)) continue;
      const job = lane.waiting.first(now);
      if (!job || !this.#semaphore.canAcquire(job)) continue;
      const candidate = { job, lane };
      if (!best || this.#compare(candidate, best) < 0) best = candidate;
    }
    return best;
  }

  #compare(one: Candidate<Each>, other: Candidate<Each>): number {
    return (
      one.job.priority - other.job.priority ||
      this.#semaphore.heldBy(one.job.group) - this.#semaphore.heldBy(other.job.group) ||
      one.lane.lastTurn - other.lane.lastTurn ||
      (one.job.since ?? 0) - (other.job.since ?? 0)
    );
  }

  async #admit(job: Each): Promise<number | { readonly error: unknown }> {
    try {
      return (await this.#options.admit?.(job)) ?? 0;
    } catch (error) {
      return { error };
    }
  }

  #fail({ job, lane }: Candidate<Each>, error: unknown): void {
    lane.waiting.remove(job);
    this.#dropIfEmpty(job.lane, lane);
    this.#countWaiting();
    this.#options.onFailure(job, error);
  }

  async #run({ job, lane }: Candidate<Each>): Promise<void> {
    const { run, onFailure, telemetry } = this.#options;
    lane.waiting.remove(job);
    lane.isRunning = true;
    lane.lastTurn = ++this.#turns;
    this.#running.add(job);
    const permit = this.#semaphore.acquire(job);
    this.#countWaiting();
    telemetry?.jobStarted();
    const start = systemClock.now();
    const seconds = () => (systemClock.now() - start) / 1000;
    try {
      await run(job);
      telemetry?.jobEnded('done', seconds());
    } catch (error) {
      telemetry?.jobEnded('failed', seconds());
      onFailure(job, error);
    } finally {
      this.#running.delete(job);
      permit.release();
      lane.isRunning = false;
      this.#dropIfEmpty(job.lane, lane);
      this.#scheduleSoon();
    }
  }

  #dropIfEmpty(name: string, lane: Lane<Each>): void {
    if (lane.isRunning || lane.waiting.count > 0) return;
    this.#lanes.delete(name);
    this.#ended.resolve();
    this.#ended = Promise.withResolvers();
  }

  #waitingCount(): number {
    let count = 0;
    for (const { waiting } of this.#lanes.values()) count += waiting.count;
    return count;
  }

  #countWaiting(): void {
    this.#options.telemetry?.jobsWaiting(this.#waitingCount());
  }
}
