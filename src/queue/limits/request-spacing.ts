import { type Clock, systemClock } from '../../time/clock.ts';

/** Leaves time between the requests of a key (installation), as GitHub asks for. */
export interface RequestSpacing {
  /**
   * Resolves when the next request may be sent: the most urgent first, then whoever asked first.
   *
   * @param priority lower goes first
   */
  turn(key: string, priority: number): Promise<void>;
}

/** GitHub asks for a second between requests that write; Octokit leaves it between those of GraphQL, too. In milliseconds. */
export const githubSpacing = 1000;

interface Waiting {
  readonly priority: number;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

/** Takes turns for each key: whoever is the most urgent when a turn comes has it. */
export class Turns {
  readonly #before: ((key: string) => Promise<void>) | undefined;
  readonly #after: () => Promise<void>;
  /** What waits, in the order in which it asked. A key is there from its first request until the time behind its last is over. */
  readonly #waiting = new Map<string, Waiting[]>();

  /**
   * @param after resolves when the turn behind one that was taken may come
   * @param before resolves when the next turn comes; at once, if left out
   */
  constructor(after: () => Promise<void>, before?: (key: string) => Promise<void>) {
    this.#after = after;
    this.#before = before;
  }

  /** Resolves when its turn has come. @throws whatever `before` throws */
  next(key: string, priority: number): Promise<void> {
    return new Promise((go, fail) => {
      const waiting = this.#waiting.get(key);
      if (waiting) {
        waiting.push({ priority, go, fail });
        return;
      }
      this.#waiting.set(key, [{ priority, go, fail }]);
      void this.#serve(key);
    });
  }

  async #serve(key: string): Promise<void> {
    const waiting = this.#waiting.get(key) ?? [];
    while (waiting.length > 0) {
      try {
        if (this.#before) await this.#before(key);
        takeMostUrgent(waiting)?.go();
      } catch (error) {
        takeMostUrgent(waiting)?.fail(error);
      }
      await this.#after();
    }
    this.#waiting.delete(key);
  }
}

function takeMostUrgent(waiting: Waiting[]): Waiting | undefined {
  const best = Math.min(...waiting.map(({ priority }) => priority));
  const index = waiting.findIndex(({ priority }) => priority === best);
  return waiting.splice(index, 1)[0];
}

/** Spaces what this process sends. */
export class InProcessRequestSpacing implements RequestSpacing {
  readonly #spacing: number;
  readonly #turns: Turns;

  /** @param spacing milliseconds; none for 0 */
  constructor(clock: Clock = systemClock, spacing: number = githubSpacing) {
    this.#spacing = spacing;
    this.#turns = new Turns(() => clock.wait(spacing));
  }

  turn(key: string, priority: number): Promise<void> {
    return this.#spacing === 0 ? Promise.resolve() : this.#turns.next(key, priority);
  }
}
