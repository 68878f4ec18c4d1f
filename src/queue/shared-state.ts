import { type Clock, systemClock } from '../time/clock.ts';
import type { Awaitable } from './awaitable.ts';
import { InProcessRateLimiter } from './in-process-rate-limiter.ts';
import { InProcessLimitPauses, type LimitPauses } from './limit-pauses.ts';
import { InProcessQuotaReserve, type QuotaReserve } from './quota-reserve.ts';
import { githubRateLimits, type RateLimit, type RateLimiter } from './rate-limiter.ts';
import { InProcessRequestSpacing, type RequestSpacing } from './request-spacing.ts';
import { InProcessThrottle, type Throttle, type ThrottleOptions } from './throttle.ts';

/** The issues whose last job did not succeed, by lane. Each sweep looks at them again. */
export interface FailedIssues {
  add(lane: string, issue: number): Awaitable<void>;
  delete(lane: string, issue: number): Awaitable<void>;
  list(lane: string): Awaitable<readonly number[]>;
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
  readonly rateLimiter: RateLimiter;
  readonly quota: QuotaReserve;
  readonly pauses: LimitPauses;
  readonly spacing: RequestSpacing;
  readonly failedIssues: FailedIssues;
  readonly sweepTimes: SweepTimes;
  /** @param name tells its counts from those of other throttles */
  throttle(name: string, options: ThrottleOptions): Throttle;
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
    rateLimiter: new InProcessRateLimiter(rateLimits, clock),
    quota: new InProcessQuotaReserve(clock),
    pauses: new InProcessLimitPauses(clock),
    spacing: new InProcessRequestSpacing(clock, requestSpacing),
    failedIssues: new InProcessFailedIssues(),
    sweepTimes: new Map<string, number>(),
    throttle: (_name, options) => new InProcessThrottle(options, clock),
  };
}

class InProcessFailedIssues implements FailedIssues {
  readonly #issues = new Map<string, Set<number>>();

  add(lane: string, issue: number): void {
    const issues = this.#issues.get(lane) ?? new Set();
    this.#issues.set(lane, issues.add(issue));
  }

  delete(lane: string, issue: number): void {
    const issues = this.#issues.get(lane);
    issues?.delete(issue);
    if (issues?.size === 0) this.#issues.delete(lane);
  }

  list(lane: string): readonly number[] {
    return [...(this.#issues.get(lane) ?? [])];
  }
}
