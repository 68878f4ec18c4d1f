/** The emulator's time: the machine's, and whatever it was turned forward. Stopped, it goes on only by being turned. */
export class Clock {
  #turned: number;
  /** The machine's time at which it was stopped. */
  #stoppedAt: number | undefined;

  /** @param turned milliseconds by which it is ahead of the machine's already */
  constructor(turned = 0) {
    this.#turned = turned;
  }

  get turned(): number {
    return this.#turned;
  }

  now(): Date {
    return new Date((this.#stoppedAt ?? Date.now()) + this.#turned);
  }

  /** Stops it, for whoever measures how long something takes on GitHub, and not on this machine. */
  stop(): void {
    this.#stoppedAt ??= Date.now();
  }

  /** Turns the clock forward. @param milliseconds at least 0 */
  turn(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError('The clock turns forward only');
    this.#turned += milliseconds;
  }
}

/** A time as GitHub writes it: UTC, in whole seconds. */
export function timestamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
