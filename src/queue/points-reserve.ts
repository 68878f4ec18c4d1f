import { type Clock, systemClock } from '../time/clock.ts';

/** GitHub gives an installation 5,000 points an hour or more, and a query of ours takes one. */
const reserved = 1_000;

/** In milliseconds: after so long it is looked whether the hour is over. */
const pause = 5 * 60_000;

/** Keeps the last of each installation's points for what people wait for. */
export class PointsReserve {
  readonly #clock: Clock;
  /** Of those that have few left. */
  readonly #low = new Map<string, number>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** Takes note of the points that an installation has left. */
  note(key: string, remaining: number): void {
    if (remaining < reserved) this.#low.set(key, this.#clock.now());
    else this.#low.delete(key);
  }

  /** In how many milliseconds to ask again for what nobody waits for; 0 where it may be done now. */
  pauseOf(key: string): number {
    const seen = this.#low.get(key);
    return seen === undefined ? 0 : Math.max(0, seen + pause - this.#clock.now());
  }
}
