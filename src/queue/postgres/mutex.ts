/** Lets one through at a time, in the order in which they came. */
export class Mutex {
  readonly #waiting: (() => void)[] = [];
  #isHeld = false;

  /** Resolves when it is held by whoever asked. */
  async acquire(): Promise<void> {
    if (!this.#isHeld) {
      this.#isHeld = true;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands it to the next. */
  release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isHeld = false;
  }
}
