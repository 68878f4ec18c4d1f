import { systemClock } from '../time/clock.ts';

interface Turn {
  /** From the widest to the narrowest, as a repository and a person. */
  readonly sharers: readonly string[];
  readonly run: () => Promise<void>;
}

interface Usage {
  /** Milliseconds of work, of which half is forgotten in a time. */
  readonly used: number;
  readonly at: number;
}

const halfForgotten = 10 * 60_000;

/** Less than this is as good as nothing, in milliseconds. */
const negligible = 10;

/** Does one thing at a time. Who had the least of it lately goes first, and of equals who asked first. */
export class FairTurns {
  readonly #waiting: Turn[] = [];
  readonly #usage = new Map<string, Usage>();
  #isWorking = false;
  #startedAt: number | undefined;

  /** For how long it has been at what it does now, in milliseconds; 0 where it does nothing. */
  get busyFor(): number {
    return this.#startedAt === undefined ? 0 : systemClock.now() - this.#startedAt;
  }

  /** Waits for a turn, and does the work in it. */
  take<Value>(sharers: readonly string[], work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sharers, run: () => work().then(resolve, reject) });
      if (!this.#isWorking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    // What is asked for at the same moment is put in order before the first of it is begun.
    await Promise.resolve();
    for (let turn = this.#next(); turn; turn = this.#next()) {
      const start = systemClock.now();
      this.#startedAt = start;
      await turn.run();
      this.#count(turn, systemClock.now() - start);
    }
    this.#startedAt = undefined;
    this.#isWorking = false;
  }

  #next(): Turn | undefined {
    const [first, ...others] = this.#waiting;
    if (!first) return undefined;
    const now = systemClock.now();
    let best = first;
    for (const each of others) if (this.#inOrder(each, best, now) < 0) best = each;
    this.#waiting.splice(this.#waiting.indexOf(best), 1);
    return best;
  }

  #inOrder(one: Turn, other: Turn, now: number): number {
    for (const [index, sharer] of one.sharers.entries()) {
      const difference = this.#usedBy(sharer, now) - this.#usedBy(other.sharers[index] ?? '', now);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #count({ sharers }: Turn, milliseconds: number): void {
    const now = systemClock.now();
    for (const sharer of this.#usage.keys()) {
      if (this.#usedBy(sharer, now) < negligible) this.#usage.delete(sharer);
    }
    for (const sharer of sharers) {
      this.#usage.set(sharer, { used: this.#usedBy(sharer, now) + milliseconds, at: now });
    }
  }

  #usedBy(sharer: string, now: number): number {
    const usage = this.#usage.get(sharer);
    if (!usage) return 0;
    return usage.used * 0.5 ** ((now - usage.at) / halfForgotten);
  }
}
