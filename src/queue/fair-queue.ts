import { systemClock } from '../time/clock.ts';

interface Task {
  /** Who shares, from the widest to the narrowest, as a repository and a person. */
  readonly sharers: readonly string[];
  readonly run: () => Promise<void>;
}

interface Usage {
  /** Milliseconds of work, of which half is forgotten in each half-life. */
  readonly used: number;
  readonly at: number;
}

const halfLife = 10 * 60_000;

/** Less than this is as good as nothing, in milliseconds. */
const negligible = 10;

/**
 * Fair queueing: one task at a time, the next for whoever used the least time lately, and of equals who asked first. Usage
 * decays exponentially.
 */
export class FairQueue {
  readonly #waiting: Task[] = [];
  readonly #usage = new Map<string, Usage>();
  #isWorking = false;
  #startedAt: number | undefined;

  /** For how long the current task has been running, in milliseconds; 0 where there is none. */
  get busyFor(): number {
    return this.#startedAt === undefined ? 0 : systemClock.now() - this.#startedAt;
  }

  /** Runs a task when it is its turn. @throws whatever the task throws */
  run<Value>(sharers: readonly string[], task: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sharers, run: () => task().then(resolve, reject) });
      if (!this.#isWorking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    // What is asked for at the same moment is put in order before the first of it starts.
    await Promise.resolve();
    for (let task = this.#next(); task; task = this.#next()) {
      const start = systemClock.now();
      this.#startedAt = start;
      await task.run();
      this.#count(task, systemClock.now() - start);
    }
    this.#startedAt = undefined;
    this.#isWorking = false;
  }

  #next(): Task | undefined {
    const [first, ...others] = this.#waiting;
    if (!first) return undefined;
    const now = systemClock.now();
    let best = first;
    for (const each of others) if (this.#compare(each, best, now) < 0) best = each;
    this.#waiting.splice(this.#waiting.indexOf(best), 1);
    return best;
  }

  #compare(one: Task, other: Task, now: number): number {
    for (const [index, sharer] of one.sharers.entries()) {
      const difference = this.#usedBy(sharer, now) - this.#usedBy(other.sharers[index] ?? '', now);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #count({ sharers }: Task, milliseconds: number): void {
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
    return usage.used * 0.5 ** ((now - usage.at) / halfLife);
  }
}
