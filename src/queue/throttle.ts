import { LruCache } from '../cache/lru-cache.ts';
import type { Clock } from '../time/clock.ts';

/** How often something may be done in a row. */
export interface ThrottleOptions {
  /** So often at once. */
  readonly prompt: number;
  /** The pause after those, in milliseconds; each further one is twice as long. */
  readonly firstPause: number;
  readonly longestPause: number;
}

/** After so long without a request all begins anew, in milliseconds. */
const quiet = 60 * 60_000;

const mostKept = 10_000;

/**
 * Tells when something may be done that is asked for again and again: the first times at once, then after growing pauses.
 * It remembers in memory only: whoever is forgotten begins anew.
 */
export class Throttle {
  readonly #options: ThrottleOptions;
  readonly #clock: Clock;
  readonly #known = new LruCache<{ readonly count: number; readonly time: number }>(mostKept);

  constructor(options: ThrottleOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /**
   * Asks for one thing. Requests that come before the time of the last one are of that one.
   *
   * @returns milliseconds since 1970, now or later
   */
  next(key: string): number {
    const now = this.#clock.now();
    const known = this.#known.get(key);
    if (known && known.time > now) return known.time;
    const count = known && now - known.time < quiet ? known.count : 0;
    const { prompt, firstPause, longestPause } = this.#options;
    const pause = count < prompt ? 0 : Math.min(longestPause, firstPause * 2 ** (count - prompt));
    const time = now + pause;
    this.#known.set(key, { count: count + 1, time });
    return time;
  }
}
