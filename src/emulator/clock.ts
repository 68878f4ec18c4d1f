/** The emulator's time: the machine's, and whatever it was turned forward. */
export class Clock {
  #turned = 0;

  now(): Date {
    return new Date(Date.now() + this.#turned);
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
