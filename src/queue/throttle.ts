import { LruCache } from '../cache/lru-cache.ts';
import type { Clock } from '../time/clock.ts';
import type { Awaitable } from './awaitable.ts';

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

/** A throttle in this process's memory: who is forgotten starts from zero. */
export class InProcessThrottle implements Throttle {
  readonly #options: ThrottleOptions;
  readonly #clock: Clock;
  readonly #known = new LruCache<{ readonly count: number; readonly time: number }>(mostKept);

  constructor(options: ThrottleOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  next(key: string): number {
    const now = this.#clock.now();
    const known = this.#known.get(key);
    if (known && known.time > now) return known.time;
    const count = known && now - known.time < quiet ? known.count : 0;
    const { burst, firstDelay, longestDelay } = this.#options;
    const delay = count < burst ? 0 : Math.min(longestDelay, firstDelay * 2 ** (count - burst));
    const time = now + delay;
    this.#known.set(key, { count: count + 1, time });
    return time;
  }
}
