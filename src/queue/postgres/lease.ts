import { hostname } from 'node:os';
import type { Logger } from '../../telemetry/logger.ts';
import { systemClock } from '../../time/clock.ts';
import type { Database } from './database.ts';

/** In milliseconds. */
export interface LeaseTimes {
  /** How often it is renewed; where that fails, sooner. */
  readonly beat: number;
  /** For how long this process trusts in it. */
  readonly trust: number;
  /** After how long the others take over. */
  readonly takeover: number;
}

/** A request that was sent at the last moment has come to its end when others take over: GitHub gives up after ten seconds. */
const usualTimes: LeaseTimes = { beat: 2_000, trust: 8_000, takeover: 20_000 };

interface Heartbeat {
  readonly renewed: number;
  readonly abandoned?: readonly string[] | null;
  readonly exhausted?: readonly unknown[] | null;
}

/** Thrown where other servers took over what this one does. */
class LeaseLost extends Error {
  constructor() {
    super('Other servers took over, for this one was not seen in the database');
  }
}

/**
 * The right of this process to run the jobs that it locked. It lasts while the process is seen in the database: one that is
 * not seen was killed, or cannot reach the database, and loses its jobs to the others. Until then it must have stopped.
 */
export class Lease {
  readonly #database: Database;
  readonly #logger: Logger;
  readonly #times: LeaseTimes;
  readonly #ids = new Set<string>();
  readonly #ending = new AbortController();
  readonly #lost = new AbortController();
  #trustedUntil = 0;
  #renewed = Promise.withResolvers<void>();
  #beating: Promise<void> | undefined;
  #onExhausted: (payload: unknown) => void = () => {};

  constructor(database: Database, logger: Logger, times: LeaseTimes = usualTimes) {
    this.#times = times;
    this.#database = database;
    this.#logger = logger;
  }

  /** Is aborted when others took over. What this process does then is nobody's. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  get isHeld(): boolean {
    return !this.lost.aborted && systemClock.now() < this.#trustedUntil;
  }

  /** Names what is told of jobs that ended each server that ran them. */
  onExhausted(listener: (payload: unknown) => void): void {
    this.#onExhausted = listener;
  }

  /** Resolves while the lease is held; waits while that is not known. @throws LeaseLost */
  async held(): Promise<void> {
    while (!this.isHeld) {
      this.lost.throwIfAborted();
      await this.#renewed.promise;
    }
  }

  /** Whether the lease is held, or is so within so many milliseconds. */
  async isHeldWithin(milliseconds: number): Promise<boolean> {
    if (this.isHeld) return true;
    await Promise.race([this.#renewed.promise, systemClock.wait(milliseconds)]);
    return this.isHeld;
  }

  /** Makes this process one that may lock jobs. @param id under which it does so */
  async register(id: string): Promise<void> {
    const name = `${hostname()} ${process.pid}`;
    const start = systemClock.now();
    await this.#database.retry(
      () =>
        this.#database.query('insert into poweredby.servers (id, name) values ($1, $2)', [
          id,
          name,
        ]),
      this.#ending.signal,
    );
    this.#trust(start);
    this.#ids.add(id);
    this.#beating ??= this.#beat();
  }

  /** Gives back what is locked under an id, to be run by the others. */
  async deregister(id: string): Promise<void> {
    this.#ids.delete(id);
    await this.#database.query('delete from poweredby.servers where id = $1', [id]);
  }

  /** Renews it no more. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#beating;
  }

  async #beat(): Promise<void> {
    const { signal } = this.#ending;
    const { beat } = this.#times;
    for (let pause = beat; !signal.aborted && !this.lost.aborted; ) {
      await systemClock.wait(pause, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        await this.#renew();
        pause = beat;
      } catch (error) {
        if (pause === beat) this.#logger.warn('The database does not answer', { error });
        pause = beat / 4;
      }
    }
  }

  async #renew(): Promise<void> {
    const ids = [...this.#ids];
    const start = systemClock.now();
    const [row] = await this.#database.query<{ readonly beat: Heartbeat }>(
      `select poweredby.heartbeat($1, $2 * interval '1 millisecond') as beat`,
      [ids, this.#times.takeover],
    );
    const { renewed = 0, abandoned, exhausted } = row?.beat ?? {};
    if (renewed < ids.filter((id) => this.#ids.has(id)).length) {
      this.#lost.abort(new LeaseLost());
      this.#renewed.resolve();
      return;
    }
    this.#trust(start);
    if (abandoned) {
      this.#logger.warn('Took over the jobs of servers that are gone', {
        servers: abandoned.length,
      });
    }
    for (const payload of exhausted ?? []) this.#onExhausted(payload);
  }

  #trust(start: number): void {
    this.#trustedUntil = start + this.#times.trust;
    this.#renewed.resolve();
    this.#renewed = Promise.withResolvers();
  }
}
