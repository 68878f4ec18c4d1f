import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Awaitable } from './awaitable.ts';

/**
 * Something to be done. Plain JSON: a queue may write jobs down and read them again, in another process too, so that there is
 * no `undefined`, no class and no function in them.
 */
export interface Job {
  /** Jobs of one lane run one after the other: the repository. */
  readonly lane: string;
  /** What it is about, within its lane: the issue. */
  readonly key: string;
  /** Whose it is: concurrency is shared fairly between groups. The installation. */
  readonly group: string;
  /** Lower goes first, whatever the lane. */
  readonly priority: number;
  /** Milliseconds since 1970 before which it does not run; at once, if left out. */
  readonly notBefore?: number;
  /** When it was first added, in milliseconds since 1970. The queue sees to it; one that is added again keeps its place by it. */
  readonly since?: number;
}

/** What a queue is made with. */
export interface QueueOptions<Each extends Job> {
  /** Runs a job; it may run twice, and late. Where it throws, the job has failed. */
  readonly run: (job: Each) => Promise<void>;
  /**
   * Makes one job of two for the same lane and key. Pure: it sees nothing but the two, and may be called anywhere. Lane, key,
   * group, priority and time are seen to by `coalesce`.
   */
  readonly merge: (waiting: Each, added: Each) => Each;
  /** Is told of a job that failed; its lane goes on. Must not throw. */
  readonly onFailure: (job: Each, error: unknown) => void;
  /**
   * Asked when it is a job's turn: in how many milliseconds to ask again, or 0 to start it now. Other lanes go on
   * meanwhile. Where it throws, the job has failed. It may be asked again without the job having run.
   */
  readonly admit?: (job: Each) => Awaitable<number>;
  /** How many jobs a process runs at once, each in a lane of its own; 8, if left out. A group has half of them at most. */
  readonly concurrency?: number;
  /** Jobs of this priority and behind it nobody waits for: half as many of them run at once. */
  readonly background?: number;
  /** What a shared queue adds by itself at fixed times, once for all processes. */
  readonly recurring?: Recurring<Each>;
  readonly clock?: Clock;
  readonly telemetry?: Pick<Telemetry, 'jobsWaiting' | 'jobStarted' | 'jobEnded'>;
}

/** A job that comes again and again. */
export interface Recurring<Each extends Job> {
  /** When, as a line of a crontab says it, in UTC. */
  readonly cron: string;
  readonly job: () => Each;
}

/** Makes a queue, which starts to run jobs as they come. */
export type CreateQueue<Each extends Job> = (options: QueueOptions<Each>) => Queue<Each>;

/** How many jobs there are. */
export interface QueueStats {
  readonly waiting: number;
  readonly running: number;
  /** Since when the oldest job waits that may run, in milliseconds since 1970: of those that somebody waits for. */
  readonly waitingSince?: number;
  /** The same of background jobs. */
  readonly backgroundSince?: number;
  /** Of a queue that several processes share. */
  readonly shared?: SharedQueueStats;
}

/** What all processes that share a queue know. */
export interface SharedQueueStats {
  /** How many processes run its jobs. */
  readonly servers: number;
  /** How many jobs ended each process that ran them, and are not run again. */
  readonly dead: number;
}

/**
 * The queue port. `test/queue/queue-contract.ts` holds each implementation to it:
 *
 * - **Lanes.** Jobs of one lane never run at the same time, whatever the number of processes that share the queue. Lanes
 *   run side by side, and none waits for another one's failure, time or admission.
 * - **Order.** Of the jobs of a lane that may run now, the lowest priority number goes first, then the one that was
 *   added first (`since`). Of lanes, the one with the more urgent job goes first.
 * - **Fairness.** Of what one process runs at once a group has half at most, and background jobs have half of what they may.
 * - **Coalescing.** At most one job waits for each lane and key. One that is added joins it (`coalesce`). One that is
 *   added while a job of its key runs waits, and runs afterwards.
 * - **Time.** A job with `notBefore` does not run before that, and holds up nothing meanwhile.
 * - **Failure.** A job that throws is told of once, is not run again by the queue, and its lane goes on.
 * - **Durability.** A queue may forget jobs when its process ends: whoever adds them must be able to find again what is
 *   to be done.
 */
export interface Queue<Each extends Job> {
  /** Whether other processes run its jobs, too, and these outlive the process. */
  readonly isShared: boolean;
  /**
   * Resolves once the jobs are stored, not when they ran: all or none of a thousand at most, of more maybe some.
   *
   * @throws Error where they could not be stored, as after `stop`
   */
  add(...jobs: readonly Each[]): Promise<void>;
  /** Resolves when nothing waits or runs anymore. */
  idle(): Promise<void>;
  /**
   * Takes and starts no more. What waits stays stored where the queue outlives its process, and is forgotten otherwise.
   * To be called twice is no failure.
   *
   * @param milliseconds how long running jobs are waited for at most
   */
  stop(milliseconds: number): Promise<void>;
  stats(): Promise<QueueStats>;
}
