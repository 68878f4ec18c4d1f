import type { Failure } from '../problem/result.ts';
import type { Clock } from '../time/clock.ts';
import { LruCache } from './lru-cache.ts';

/** How long a failure is believed, in milliseconds: each time four times as long. */
export interface NegativeCacheOptions {
  readonly first: number;
  readonly longest: number;
}

interface Known {
  readonly failure: Failure;
  readonly pause: number;
  readonly until: number;
}

const mostKept = 1_000;

/** Remembers what failed, so that it is not tried again at once. */
export class NegativeCache {
  readonly #options: NegativeCacheOptions;
  readonly #clock: Clock;
  readonly #known = new LruCache<Known>(mostKept);

  constructor(options: NegativeCacheOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** @returns the failure, where it is too early to try again */
  recall(key: string): Failure | undefined {
    const known = this.#known.get(key);
    return known && known.until > this.#clock.now() ? known.failure : undefined;
  }

  note(key: string, failure: Failure): void {
    const { first, longest } = this.#options;
    const pause = Math.min(longest, (this.#known.get(key)?.pause ?? first / 4) * 4);
    this.#known.set(key, { failure, pause, until: this.#clock.now() + pause });
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}
