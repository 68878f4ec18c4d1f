/** Those who want to know that something changed. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** @returns what ends it */
  add(listener: () => void): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  /** Says that something changed, or is about to. */
  tell(): void {
    for (const listener of this.#all) listener();
  }
}
