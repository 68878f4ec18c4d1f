import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database.ts';

/** A value as it is kept from now on, and what whoever changed it wants to know. */
interface Changed<Value, Result> {
  /** Nothing for one that is forgotten. */
  readonly value: Value | undefined;
  /** Until when it is kept, in milliseconds since 1970 by the database's clock. */
  readonly until: number;
  readonly result: Result;
}

interface Row<Value> {
  readonly now: number;
  readonly version: number | null;
  readonly value: Value | null;
}

/**
 * A condition that holds, in a statement that does not wait until what it changes is on the disk: what a crash of the
 * database loses is forgotten, as all of this may be.
 */
export const asynchronousCommit = `set_config('synchronous_commit', 'off', true) is not null`;

const nowText = 'extract(epoch from clock_timestamp())::float8 * 1000 as now';

/** Values of one kind, by key, in the database. Times are by its clock: those of the servers may differ. */
export class StateTable<Value> {
  readonly #database: Database;
  readonly #kind: string;

  constructor(database: Database, kind: string) {
    this.#database = database;
    this.#kind = kind;
  }

  /** What is kept, and the time. */
  async get(key: string): Promise<{ readonly value: Value | undefined; readonly now: number }> {
    const { value, now } = await this.#read(key);
    return { value: value ?? undefined, now };
  }

  /**
   * Changes a value as one step, whoever else changes it at the same time.
   *
   * @param change what becomes of it; pure, for it may be called again
   */
  async change<Result>(
    key: string,
    change: (value: Value | undefined, now: number) => Changed<Value, Result>,
  ): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      const { value, version, now } = await this.#read(key);
      const { value: next, until, result } = change(value ?? undefined, now);
      if (await this.#write(key, version, next, until)) return result;
      await setTimeout(Math.random() * Math.min(100, 5 * attempt));
    }
  }

  /** How many keys have a value that holds. @param condition of SQL, about `value` */
  async count(condition: string): Promise<number> {
    const [row] = await this.#database.query<{ readonly count: number }>(
      `select count(*)::int from poweredby.state where kind = $1 and expires_at > now() and ${condition}`,
      [this.#kind],
    );
    return row?.count ?? 0;
  }

  async #read(key: string): Promise<Row<Value>> {
    const [row] = await this.#database.query<Row<Value>>(
      `select ${nowText}, state.version, case when state.expires_at > now() then state.value end as value
       from (select 1) as one left join poweredby.state on state.kind = $1 and state.key = $2`,
      [this.#kind, key],
    );
    if (!row) throw new Error('The database returned no row');
    return row;
  }

  /** @returns whether nobody else was faster */
  async #write(
    key: string,
    version: number | null,
    value: Value | undefined,
    until: number,
  ): Promise<boolean> {
    const place = [this.#kind, key];
    if (value === undefined) {
      if (version === null) return true;
      const text = `delete from poweredby.state where kind = $1 and key = $2 and version = $3 and ${asynchronousCommit} returning 1`;
      return (await this.#database.query(text, [...place, version])).length > 0;
    }
    const values = [...place, JSON.stringify(value), until / 1000];
    const text =
      version === null
        ? `insert into poweredby.state (kind, key, value, expires_at) select $1, $2, $3, to_timestamp($4) where ${asynchronousCommit}
           on conflict do nothing returning 1`
        : `update poweredby.state set value = $3, expires_at = to_timestamp($4), version = version + 1
           where kind = $1 and key = $2 and version = $5 and ${asynchronousCommit} returning 1`;
    const stored = await this.#database.query(
      text,
      version === null ? values : [...values, version],
    );
    return stored.length > 0;
  }
}
