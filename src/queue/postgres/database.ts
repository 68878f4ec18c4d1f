import { setTimeout } from 'node:timers/promises';
import { type ClientConfig, Pool, type QueryResultRow } from 'pg';
import type { Logger } from '../../telemetry/logger.ts';
import { DatabaseAway, isAway } from './database-away.ts';
import { migrate } from './schema.ts';

/** How the database is reached. */
export interface DatabaseSettings {
  /** `postgres://…`, with what PostgreSQL's own programs understand, as `sslmode`. */
  readonly url: string;
  /** The most connections at once. */
  readonly poolSize: number;
}

/** In milliseconds. GitHub waits ten seconds for an answer. */
const longest = { connecting: 3_000, statement: 5_000, lock: 4_000, answer: 6_000 };

/** How long to wait before the database is tried again, in milliseconds. */
const retryDelay = 500;

/** A database, which may be away for a while. */
export class Database {
  readonly pool: Pool;
  /** Resolves when its tables are there. */
  readonly ready: Promise<void>;
  readonly #closing = new AbortController();
  #isReady = false;

  constructor({ url, poolSize }: DatabaseSettings, logger: Logger) {
    const connection: ClientConfig = {
      connectionString: url,
      application_name: 'poweredby',
      connectionTimeoutMillis: longest.connecting,
      statement_timeout: longest.statement,
      lock_timeout: longest.lock,
      idle_in_transaction_session_timeout: longest.statement,
      query_timeout: longest.answer,
      keepAlive: true,
    };
    this.pool = new Pool({ ...connection, max: poolSize });
    // A connection that breaks while nobody uses it is replaced by the next one.
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
    this.ready = this.#migrate(connection, logger);
    this.ready.catch(() => {});
  }

  /** Runs a statement. @throws DatabaseAway, or Error where it refuses */
  async query<Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    await this.#untilReady();
    try {
      return (await this.pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw isAway(error) ? new DatabaseAway(error) : error;
    }
  }

  /** Tries until it succeeds. @param signal ends it @throws Error whatever was thrown last, where it was ended */
  async retry<Value>(act: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (signal.aborted || this.#closing.signal.aborted) throw error;
        await setTimeout(retryDelay);
      }
    }
  }

  /** At the start, what is asked for waits a little for the tables. */
  async #untilReady(): Promise<void> {
    if (this.#isReady) return;
    const over = new AbortController();
    const late = setTimeout(longest.connecting, undefined, { signal: over.signal }).then(
      () => Promise.reject(new DatabaseAway()),
      () => {},
    );
    await Promise.race([this.ready, late]).finally(() => over.abort());
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.ready.catch(() => {});
    await this.pool.end();
  }

  async #migrate(connection: ClientConfig, logger: Logger): Promise<void> {
    await this.retry(async () => {
      try {
        await migrate(this.pool, connection);
      } catch (error) {
        if (!this.#closing.signal.aborted) {
          logger.error('The database cannot be used', { error });
        }
        throw error;
      }
    }, this.#closing.signal);
    this.#isReady = true;
  }
}
