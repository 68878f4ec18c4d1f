import { systemClock } from '../../../time/clock.ts';
import { githubSpacing, type RequestSpacing, Turns } from '../../limits/request-spacing.ts';
import type { Database } from '../database.ts';
import { asynchronousCommit } from './state-table.ts';

/**
 * Spaces what all servers send. Each process asks for the next turn of all when it has something to send, and gives it to
 * its most urgent request: that one waits for one request of each other server at most.
 */
export class SharedRequestSpacing implements RequestSpacing {
  readonly #database: Database;
  readonly #spacing: number;
  readonly #turns: Turns;

  /** @param spacing milliseconds; none for 0 */
  constructor(database: Database, spacing: number = githubSpacing) {
    this.#database = database;
    this.#spacing = spacing;
    this.#turns = new Turns(
      async () => {},
      (key) => this.#next(key),
    );
  }

  turn(key: string, priority: number): Promise<void> {
    return this.#spacing === 0 ? Promise.resolve() : this.#turns.next(key, priority);
  }

  /** Takes the next turn of all servers, and resolves when it has come. */
  async #next(key: string): Promise<void> {
    const [row] = await this.#database.query<{ readonly delay: number }>(
      `insert into poweredby.spacing as spacing (key, next_at)
       select $1, clock_timestamp() + $2::float8 * interval '1 millisecond' where ${asynchronousCommit}
       on conflict (key) do update
       set next_at = greatest(spacing.next_at, clock_timestamp()) + $2::float8 * interval '1 millisecond'
       returning extract(epoch from next_at - clock_timestamp())::float8 * 1000 - $2::float8 as delay`,
      [key, this.#spacing],
    );
    if (row && row.delay > 0) await systemClock.wait(row.delay);
  }
}
