import type { Job } from '../queue.ts';
import type { Semaphore } from '../semaphore.ts';

/** A job that was not admitted closes its lane for so long at most, and its group; in milliseconds. */
const longestClosed = { lane: 5_000, group: 1_000 };

/**
 * The flags of jobs that are not to be fetched now, as `poweredby.add_jobs` sets them: what was not admitted a moment ago is not
 * asked for again and again, and a group that has its share leaves the rest to others.
 */
export class ClosedFlags {
  readonly #semaphore: Semaphore;
  readonly #background: number;
  /** Until when, in milliseconds since 1970. */
  readonly #closed = new Map<string, number>();

  /** @param background jobs of this priority and behind it nobody waits for */
  constructor(semaphore: Semaphore, background: number) {
    this.#semaphore = semaphore;
    this.#background = background;
  }

  /** @param lane as the database names it @param now milliseconds since 1970 */
  close({ group, priority }: Job, lane: string, milliseconds: number, now: number): void {
    const lanes = now + Math.min(milliseconds, longestClosed.lane);
    this.#closed.set(`lane ${lane} ${priority}`, lanes);
    this.#closed.set(
      `group ${group} ${priority}`,
      now + Math.min(milliseconds, longestClosed.group),
    );
  }

  /** @param running the jobs that have a permit */
  list(running: Iterable<Job>, now: number): readonly string[] {
    for (const [flag, until] of this.#closed) if (until <= now) this.#closed.delete(flag);
    const flags = new Set(this.#closed.keys());
    const priority = this.#background;
    for (const { group } of running) {
      if (!this.#semaphore.canAcquire({ group, priority: priority - 1 }))
        flags.add(`group ${group}`);
      if (!this.#semaphore.canAcquire({ group, priority })) flags.add(`background of ${group}`);
    }
    // Any other group stands for all that have nothing running.
    if (!this.#semaphore.canAcquire({ group: '', priority })) flags.add('background');
    return [...flags];
  }

  /** When the next of them opens by itself, in milliseconds since 1970; infinite where none does. */
  nextOpening(): number {
    return Math.min(...this.#closed.values());
  }
}
