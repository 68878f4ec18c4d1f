import { makeWorkerUtils } from 'graphile-worker';
import type { Logger } from '../../telemetry/logger.ts';
import { systemClock } from '../../time/clock.ts';
import type { Database } from './database.ts';
import { laneLock } from './schema.ts';
import { workerLogger } from './worker-logger.ts';

/** In milliseconds. Whoever fetches a job looks at each lane: those without jobs would make that slow. */
const interval = 60_000;

/** Removes again and again what nobody needs anymore: lanes without jobs, and what has expired. Never rejects. */
export async function cleanUp(
  database: Database,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Several servers do not do it at the same time.
    await systemClock.wait(interval * (0.75 + Math.random() / 2), signal).catch(() => {});
    if (signal.aborted) return;
    try {
      await cleanUpOnce(database, logger);
    } catch (error) {
      logger.debug('The database could not be cleaned up', { error });
    }
  }
}

/** @internal for tests */
export async function cleanUpOnce(database: Database, logger: Logger): Promise<void> {
  await database.query('delete from poweredby.state where expires_at < now()');
  await database.query(`delete from poweredby.spacing where next_at < now() - interval '1 hour'`);
  const client = await database.pool.connect();
  try {
    // A lane that is removed as a job is added to it would leave that job without one.
    await client.query('select pg_advisory_lock($1)', [laneLock]);
    try {
      const utils = await makeWorkerUtils({ pgPool: database.pool, logger: workerLogger(logger) });
      await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
      await utils.release();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [laneLock]);
    }
  } finally {
    client.release();
  }
}
