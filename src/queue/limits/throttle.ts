import { LruCache } from '../../cache/lru-cache.ts';
import type { Clock } from '../../time/clock.ts';
import type { Awaitable } from '../awaitable.ts';

/** How often something may be done in a row. */
export interface ThrottleOptions {
  /** So often at once. */
  readonly burst: number;
  /** The delay after those, in milliseconds; each further one is twice as long. */
  readonly firstDelay: number;
  readonly longestDelay: number;
}

/** Tells when something may be done that is asked for again and again: the first times at once, then after growing delays. */
export interface Throttle {
  /**
   * Asks for one thing. Requests that come before the time of the last one are of that one.
   *
   * @returns milliseconds since 1970, now or later
   */
  next(key: string): Awaitable<number>;
}

/** After so long without a request the count starts again, in milliseconds. */
const quiet = 60 * 60_000;

const mostKept = 10_000;

/** What was asked for lately. Plain JSON. */
export interface Throttled {
  /** How many things in a row. */
  readonly count: number;
  /** When the last one may be done, in milliseconds since 1970. */
  readonly time: number;
}

/** What is so after one thing more was asked for now. */
export function throttledBy(
  known: Throttled | undefined,
  { burst, firstDelay, longestDelay }: ThrottleOptions,
  now: number,
): Throttled {
  if (known && known.time > now) return known;
  const count = known && now - known.time < quiet ? known.count : 0;
  const delay = count < burst ? 0 : Math.min(longestDelay, firstDelay * 2 ** (count - burst));
  return { count: count + 1, time: now + delay };
}

/** When it is forgotten, in milliseconds since 1970. */
export function throttledUntil({ time }: Throttled): number {
  return time + quiet;
}

/** A throttle in this process's memory: who is forgotten starts from zero. */
export class InProcessThrottle implements Throttle {
  readonly #options: ThrottleOptions;
  readonly #clock: Clock;
  readonly #known = new LruCache<Throttled>(mostKept);

  constructor(options: ThrottleOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  next(key: string): number {
    const throttled = throttledBy(this.#known.get(key), this.#options, this.#clock.now());
    this.#known.set(key, throttled);
    return throttled.time;
  }
}
