/** Remembers the values that were used last, as many as it may. `undefined` is a value too. */
export class LruCache<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  /** @param most how many are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  get(key: string): Value | undefined {
    if (!this.#values.has(key)) return undefined;
    const value = this.#values.get(key) as Value;
    this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    // A map keeps the order in which keys came.
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }
}
