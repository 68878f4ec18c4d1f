import {
  openPostgres,
  type PostgresOptions,
  type PostgresServer,
} from '../../../src/queue/postgres/open-postgres.ts';
import type { Job, Queue } from '../../../src/queue/queue.ts';
import { type Logger, silentLogger } from '../../../src/telemetry/logger.ts';
import { type Postgres, startPostgres, withClient } from '../../support/postgres.ts';

/** A server that can be gone. */
interface TestServer extends PostgresServer {
  /** Ends it as a kill would: nothing is renewed, ended or given back. */
  vanish(): void;
}

/** Servers that share a database. */
export interface TestServers {
  readonly postgres: Postgres;
  readonly url: string;
  /** Starts one. It stops its queue when it is closed. */
  open(options?: Partial<PostgresOptions>): TestServer;
  /** Ends all that run, and empties the database. */
  empty(): Promise<void>;
  /** What a query finds. */
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Starts a database for servers. */
export async function startServers(): Promise<TestServers> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase('poweredby');
  const open = new Set<PostgresServer>();
  const query: TestServers['query'] = (text, values = []) =>
    withClient(url, async (client) => (await client.query(text, [...values])).rows);
  const endAll = async () => {
    await Promise.all([...open].map((each) => each.close()));
  };
  return {
    postgres,
    url,
    query,
    open(options = {}) {
      const server = openPostgres({ url, poolSize: 10, logger, ...options });
      const queues: Pick<Queue<Job>, 'stop'>[] = [];
      const opened: TestServer = {
        ...server,
        createQueue: (given) => {
          const queue = server.createQueue(given);
          queues.push(queue);
          return queue;
        },
        vanish() {
          open.delete(opened);
          // Its pool waits for what never ends.
          void server.close();
        },
        async close() {
          if (!open.delete(opened)) return;
          await Promise.all(queues.map((queue) => queue.stop(2_000)));
          await server.close();
        },
      };
      open.add(opened);
      return opened;
    },
    async empty() {
      await endAll();
      const [row] = await query(`select to_regclass('poweredby.state') is not null as is_made`);
      if (row?.['is_made'] !== true) return;
      await query('truncate graphile_worker._private_jobs, graphile_worker._private_job_queues');
      await query(
        'truncate poweredby.state, poweredby.servers, poweredby.spacing, poweredby.failed_issues',
      );
    },
    async close() {
      await endAll();
      await postgres.close();
    },
  };
}

const show = (message: string, data?: unknown) => console.error(message, data);
const shownLogger: Logger = { debug: show, info: show, warn: show, error: show };
const logger = process.env['SHOW_LOG'] ? shownLogger : silentLogger;
