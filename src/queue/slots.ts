/** A number of places, taken and given back. Who asked first is served first. */
export class Slots {
  #free: number;
  readonly #asking: (() => void)[] = [];

  /** @param count at least 1 */
  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves when a place is taken. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => this.#asking.push(resolve));
  }

  /** Gives a place back: to the next who asks, if there is one. */
  giveBack(): void {
    const next = this.#asking.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
