import type { Telemetry } from '../telemetry/telemetry.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { Alarm } from './alarm.ts';
import type { Job, Queue, QueueSize } from './queue.ts';
import { type RunningJob, SharedPlaces } from './shared-places.ts';
import { type WaitingJob, WaitingJobs } from './waiting-jobs.ts';

/** How an in-process queue works. */
export interface InProcessQueueOptions<Each extends Job> {
  readonly run: (job: Each) => Promise<void>;
  /** Makes one job of two for the same thing. Lane, key, group, priority, time and place are seen to by the queue. */
  readonly merge: (waiting: Each, added: Each) => Each;
  /** Is told of a job that failed; its lane goes on. Must not throw. */
  readonly onFailure: (job: Each, error: unknown) => void;
  /**
   * Asked when it is a job's turn: in how many milliseconds to ask again, or 0 to start it now. Other lanes go on
   * meanwhile. Where it throws, the job has failed.
   */
  readonly admit?: (job: Each) => number;
  /** How many jobs run at once, each in a lane of its own; 8, if left out. A group has half of them at most. */
  readonly lanesAtOnce?: number;
  /** Jobs of this priority and behind it nobody waits for: half as many of them run at once. */
  readonly background?: number;
  readonly clock?: Clock;
  readonly telemetry?: Pick<Telemetry, 'jobsWaiting' | 'jobStarted' | 'jobEnded'>;
}

interface Lane<Each extends Job> {
  readonly waiting: WaitingJobs<Each>;
  isRunning: boolean;
  /** When a job of it started last, as a number that grows. */
  lastTurn: number;
}

interface Candidate<Each extends Job> extends WaitingJob<Each> {
  readonly lane: Lane<Each>;
}

/**
 * A queue in this process's memory. Whenever a place is free, the most urgent job of all lanes gets it; of equally urgent
 * ones that of the group that has the fewest running, and of its lanes the one whose last turn is longest ago.
 */
export class InProcessQueue<Each extends Job> implements Queue<Each> {
  readonly #options: InProcessQueueOptions<Each>;
  readonly #clock: Clock;
  readonly #places: SharedPlaces;
  readonly #lanes = new Map<string, Lane<Each>>();
  readonly #running = new Set<Each>();
  readonly #stopping = new AbortController();
  readonly #alarm: Alarm;
  #count = 0;
  #isScheduled = false;
  #ended = Promise.withResolvers<void>();

  constructor(options: InProcessQueueOptions<Each>) {
    const { lanesAtOnce = 8, background = Number.POSITIVE_INFINITY, clock = systemClock } = options;
    this.#options = options;
    this.#clock = clock;
    this.#places = new SharedPlaces(lanesAtOnce, background);
    this.#alarm = new Alarm(clock, () => this.#schedule(), this.#stopping.signal);
  }

  add(job: Each): void {
    if (this.#stopping.signal.aborted) return;
    const known = this.#lanes.get(job.lane);
    const lane = known ?? {
      waiting: new WaitingJobs(this.#options.merge),
      isRunning: false,
      lastTurn: 0,
    };
    if (!known) this.#lanes.set(job.lane, lane);
    lane.waiting.add(job, this.#count++);
    this.#countWaiting();
    this.#scheduleSoon();
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

  /** What comes at the same moment is put in order before the first of it starts. */
  #scheduleSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#schedule();
    });
  }

  /** Starts whatever may start now, and sees to it that the rest is looked at when its time comes. */
  #schedule(): void {
    const now = this.#clock.now();
    const refused = new Set<Lane<Each>>();
    let next = Number.POSITIVE_INFINITY;
    for (let best = this.#best(now, refused); best; best = this.#best(now, refused)) {
      const time = this.#admit(best);
      if (time === undefined) continue;
      if (time <= 0) {
        void this.#run(best);
      } else {
        refused.add(best.lane);
        next = Math.min(next, now + time);
      }
    }
    for (const { waiting } of this.#lanes.values()) next = Math.min(next, waiting.nextTime(now));
    this.#alarm.setTo(next);
  }

  #best(now: number, refused: ReadonlySet<Lane<Each>>): Candidate<Each> | undefined {
    let best: Candidate<Each> | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.isRunning || refused.has(lane)) continue;
      const first = lane.waiting.first(now);
      if (!first || !this.#places.isFreeFor(first.job)) continue;
      const candidate = { ...first, lane };
      if (!best || this.#inOrder(candidate, best) < 0) best = candidate;
    }
    return best;
  }

  #inOrder(one: Candidate<Each>, other: Candidate<Each>): number {
    return (
      one.job.priority - other.job.priority ||
      this.#places.countOf(one.job.group) - this.#places.countOf(other.job.group) ||
      one.lane.lastTurn - other.lane.lastTurn ||
      one.place - other.place
    );
  }

  /** @returns undefined where the job has failed by that */
  #admit({ job, lane }: Candidate<Each>): number | undefined {
    try {
      return this.#options.admit?.(job) ?? 0;
    } catch (error) {
      lane.waiting.remove(job);
      this.#dropIfEmpty(job.lane, lane);
      this.#countWaiting();
      this.#options.onFailure(job, error);
      return undefined;
    }
  }

  async #run({ job, lane }: Candidate<Each>): Promise<void> {
    const { run, onFailure, telemetry } = this.#options;
    lane.waiting.remove(job);
    lane.isRunning = true;
    lane.lastTurn = this.#count++;
    this.#running.add(job);
    const place: RunningJob = this.#places.take(job);
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
      place.end();
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

  #countWaiting(): void {
    this.#options.telemetry?.jobsWaiting(this.size.waiting);
  }
}
