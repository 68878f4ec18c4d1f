import { type Clock, systemClock } from '../../time/clock.ts';
import type { Awaitable } from '../awaitable.ts';

/** Keeps the last of each installation's hourly quota of points (GitHub's primary rate limit) for what people wait for. */
export interface QuotaReserve {
  /** Notes how many points are left. Must not throw: what is stored elsewhere is sent there in the background. */
  note(key: string, remaining: number): void;
  /** In how many milliseconds to ask again for what nobody waits for; 0 where it may be done now. */
  delayOf(key: string): Awaitable<number>;
}

/** GitHub gives an installation 5,000 points an hour or more, and a query of ours takes one. */
const reserved = 1_000;

/** In milliseconds: after so long it is looked whether the hour is over. */
export const quotaDelay = 5 * 60_000;

/** Whether only what people wait for is to be done with what is left. */
export function isLow(remaining: number): boolean {
  return remaining < reserved;
}

/** A reserve of which this process knows what it saw itself. */
export class InProcessQuotaReserve implements QuotaReserve {
  readonly #clock: Clock;
  /** When they were seen to have few left. */
  readonly #low = new Map<string, number>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  note(key: string, remaining: number): void {
    if (isLow(remaining)) this.#low.set(key, this.#clock.now());
    else this.#low.delete(key);
  }

  delayOf(key: string): number {
    const seen = this.#low.get(key);
    return seen === undefined ? 0 : Math.max(0, seen + quotaDelay - this.#clock.now());
  }
}
