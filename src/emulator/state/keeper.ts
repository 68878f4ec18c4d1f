/** Changes of this many milliseconds are written together. */
const patience = 200;

/** Writes the state a little after it changed, one writing after another. */
export class Keeper {
  readonly #write: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();
  #failure: unknown;

  /** @param write takes the state as it is then, and writes it */
  constructor(write: () => Promise<void>) {
    this.#write = write;
  }

  /** Something changed, or is about to. */
  touch(): void {
    this.#timer ??= setTimeout(() => this.#begin(), patience).unref();
  }

  /** Writes now. @throws what went wrong, now or since the last time */
  async flush(): Promise<void> {
    this.#begin();
    await this.#last;
    if (this.#failure === undefined) return;
    throw new Error('The state could not be written', { cause: this.#failure });
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = this.#last.then(this.#write).catch((error: unknown) => {
      this.#failure = error;
    });
  }
}
