import {
  type FailedIssue,
  type FailedIssues,
  failureDelays,
  type Memory,
  type SweepTimes,
} from '../../shared-state.ts';
import type { Database } from '../database.ts';
import { StateTable } from './state-table.ts';

/** Values that each server knows. */
export class SharedMemory<Value> implements Memory<Value> {
  readonly #table: StateTable<Value>;

  constructor(database: Database, name: string) {
    this.#table = new StateTable(database, `memory ${name}`);
  }

  async get(key: string): Promise<Value | undefined> {
    return (await this.#table.get(key)).value;
  }

  set(key: string, value: Value, milliseconds: number): Promise<void> {
    return this.#table.change(key, (_known, now) => {
      return { value, until: now + milliseconds, result: undefined };
    });
  }

  delete(key: string): Promise<void> {
    return this.#table.change(key, () => ({ value: undefined, until: 0, result: undefined }));
  }
}

/** Where a lane was not swept for so long, all is looked at: in milliseconds. */
const sweepsKept = 7 * 24 * 60 * 60_000;

/** When lanes were last swept, by whichever server. */
export class SharedSweepTimes implements SweepTimes {
  readonly #memory: SharedMemory<number>;

  constructor(database: Database) {
    this.#memory = new SharedMemory(database, 'sweep');
  }

  get(lane: string): Promise<number | undefined> {
    return this.#memory.get(lane);
  }

  set(lane: string, time: number): Promise<void> {
    return this.#memory.set(lane, time, sweepsKept);
  }
}

/** Issues whose last job did not succeed, on whichever server. */
export class SharedFailedIssues implements FailedIssues {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(lane: string, issue: number, error?: string): Promise<number> {
    const [row] = await this.#database.query<{ readonly failures: number }>(
      `insert into poweredby.failed_issues as failed (lane, issue, failures, error) values ($1, $2, $3, $4)
       on conflict (lane, issue) do update
       set failures = failed.failures + $3, error = coalesce($4, failed.error), failed_at = now()
       returning failures`,
      [lane, issue, error === undefined ? 0 : 1, error],
    );
    return row?.failures ?? 0;
  }

  async delete(lane: string, issue: number): Promise<void> {
    await this.#database.query(
      'delete from poweredby.failed_issues where lane = $1 and issue = $2',
      [lane, issue],
    );
  }

  list(lane: string): Promise<readonly FailedIssue[]> {
    const { second, longest } = failureDelays;
    return this.#database.query<FailedIssue>(
      `select issue, failures < 2 or failed_at + interval '1 millisecond' * least($2::float8,
         $3::float8 * 2 ^ least(failures - 2, 10)) <= now() as "isDue"
       from poweredby.failed_issues where lane = $1 order by issue`,
      [lane, longest, second],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.#database.query<{ readonly count: number }>(
      'select count(*)::int from poweredby.failed_issues where failures > 0',
    );
    return row?.count ?? 0;
  }
}
