import { LruCache } from '../cache/lru-cache.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import type { Awaitable } from './awaitable.ts';
import { InProcessRateLimiter } from './limits/in-process-rate-limiter.ts';
import { InProcessLimitPauses, type LimitPauses } from './limits/limit-pauses.ts';
import { InProcessQuotaReserve, type QuotaReserve } from './limits/quota-reserve.ts';
import { githubRateLimits, type RateLimit, type RateLimiter } from './limits/rate-limiter.ts';
import { InProcessRequestSpacing, type RequestSpacing } from './limits/request-spacing.ts';
import { InProcessThrottle, type Throttle, type ThrottleOptions } from './limits/throttle.ts';

/** Values that are kept for a while: plain JSON. */
export interface Memory<Value> {
  get(key: string): Awaitable<Value | undefined>;
  /** @param milliseconds after which it is forgotten */
  set(key: string, value: Value, milliseconds: number): Awaitable<void>;
  delete(key: string): Awaitable<void>;
}

/** An issue whose last job did not succeed. */
export interface FailedIssue {
  readonly issue: number;
  /** Whether it is time to look at it again. */
  readonly isDue: boolean;
}

/** The issues whose last job did not succeed, by lane. Sweeps look at them again, less and less often where that fails. */
export interface FailedIssues {
  /**
   * @param error why it failed; nothing for one that is only to be looked at again
   * @returns how often it has failed in a row
   */
  add(lane: string, issue: number, error?: string): Awaitable<number>;
  delete(lane: string, issue: number): Awaitable<void>;
  list(lane: string): Awaitable<readonly FailedIssue[]>;
  /** How many there are that failed. */
  count(): Awaitable<number>;
}

/** When lanes were last swept, in milliseconds since 1970. */
export interface SweepTimes {
  get(lane: string): Awaitable<number | undefined>;
  set(lane: string, time: number): Awaitable<unknown>;
}

/**
 * What is kept between jobs, beside the queue: in this process, or where several processes share it. All of it may be lost:
 * then more is looked at than needed, and nothing is missed.
 */
export interface SharedState {
  /**
   * Resolves while this process may do what its jobs want, and waits while that is not known.
   *
   * @throws Error where other processes took over its jobs
   */
  mayGoOn(): Awaitable<void>;
  readonly rateLimiter: RateLimiter;
  readonly quota: QuotaReserve;
  readonly pauses: LimitPauses;
  readonly spacing: RequestSpacing;
  readonly failedIssues: FailedIssues;
  readonly sweepTimes: SweepTimes;
  /** @param name tells its counts from those of other throttles */
  throttle(name: string, options: ThrottleOptions): Throttle;
  /** @param name tells its values from those of other memories */
  memory<Value>(name: string): Memory<Value>;
}

/** What is kept in this process's memory. */
export function inProcessState({
  clock = systemClock,
  rateLimits = githubRateLimits,
  requestSpacing,
}: {
  readonly clock?: Clock;
  readonly rateLimits?: readonly RateLimit[];
  /** Milliseconds between the requests of an installation; as GitHub asks for, if left out. */
  readonly requestSpacing?: number;
} = {}): SharedState {
  return {
    mayGoOn: () => {},
    rateLimiter: new InProcessRateLimiter(rateLimits, clock),
    quota: new InProcessQuotaReserve(clock),
    pauses: new InProcessLimitPauses(clock),
    spacing: new InProcessRequestSpacing(clock, requestSpacing),
    failedIssues: new InProcessFailedIssues(clock),
    sweepTimes: new Map<string, number>(),
    throttle: (_name, options) => new InProcessThrottle(options, clock),
    memory: () => new InProcessMemory(clock),
  };
}

const mostKept = 10_000;

class InProcessMemory<Value> implements Memory<Value> {
  readonly #clock: Clock;
  readonly #kept = new LruCache<{ readonly value: Value; readonly until: number }>(mostKept);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.until > this.#clock.now() ? kept.value : undefined;
  }

  set(key: string, value: Value, milliseconds: number): void {
    this.#kept.set(key, { value, until: this.#clock.now() + milliseconds });
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }
}

/** In milliseconds: the delay after the second failure in a row, each further one is twice as long, and the longest. */
export const failureDelays = { second: 30 * 60_000, longest: 6 * 60 * 60_000 } as const;

interface Failed {
  readonly failures: number;
  readonly at: number;
}

class InProcessFailedIssues implements FailedIssues {
  readonly #clock: Clock;
  readonly #lanes = new Map<string, Map<number, Failed>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(lane: string, issue: number, error?: string): number {
    const issues = this.#lanes.get(lane) ?? new Map<number, Failed>();
    const failures = (issues.get(issue)?.failures ?? 0) + (error === undefined ? 0 : 1);
    this.#lanes.set(lane, issues.set(issue, { failures, at: this.#clock.now() }));
    return failures;
  }

  delete(lane: string, issue: number): void {
    const issues = this.#lanes.get(lane);
    issues?.delete(issue);
    if (issues?.size === 0) this.#lanes.delete(lane);
  }

  list(lane: string): readonly FailedIssue[] {
    const now = this.#clock.now();
    const { second, longest } = failureDelays;
    return [...(this.#lanes.get(lane) ?? [])].map(([issue, { failures, at }]) => {
      const delay = failures < 2 ? 0 : Math.min(longest, second * 2 ** (failures - 2));
      return { issue, isDue: at + delay <= now };
    });
  }

  count(): number {
    const issues = [...this.#lanes.values()].flatMap((lane) => [...lane.values()]);
    return issues.filter(({ failures }) => failures > 0).length;
  }
}
