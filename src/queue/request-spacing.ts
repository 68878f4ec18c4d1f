import { type Clock, systemClock } from '../time/clock.ts';

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
const githubSpacing = 1000;

interface Waiting {
  readonly priority: number;
  readonly go: () => void;
}

/** Spaces what this process sends. */
export class InProcessRequestSpacing implements RequestSpacing {
  readonly #clock: Clock;
  readonly #spacing: number;
  /** What waits, in the order in which it asked. A key is there from its first request until the time behind its last is over. */
  readonly #waiting = new Map<string, Waiting[]>();

  /** @param spacing milliseconds; none for 0 */
  constructor(clock: Clock = systemClock, spacing: number = githubSpacing) {
    this.#clock = clock;
    this.#spacing = spacing;
  }

  turn(key: string, priority: number): Promise<void> {
    if (this.#spacing === 0) return Promise.resolve();
    return new Promise((go) => {
      const waiting = this.#waiting.get(key);
      if (waiting) {
        waiting.push({ priority, go });
        return;
      }
      this.#waiting.set(key, [{ priority, go }]);
      void this.#serve(key);
    });
  }

  async #serve(key: string): Promise<void> {
    const waiting = this.#waiting.get(key) ?? [];
    while (waiting.length > 0) {
      const best = Math.min(...waiting.map(({ priority }) => priority));
      const [next] = waiting.splice(
        waiting.findIndex(({ priority }) => priority === best),
        1,
      );
      next?.go();
      await this.#clock.wait(this.#spacing);
    }
    this.#waiting.delete(key);
  }
}
