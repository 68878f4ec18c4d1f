import type { Probot } from 'probot';
import { PoweredBy, type PoweredByOptions } from '../../app/powered-by.ts';
import { openPostgres, type PostgresOptions } from '../../queue/postgres/open-postgres.ts';
import type { Service } from '../../server/service.ts';

/** Starts the app as one of several servers, which share a database. This file is loaded only where there is one. */
export function createSharedApp(
  probot: Probot,
  options: PoweredByOptions & PostgresOptions,
): Service {
  const { logger } = options;
  const database = openPostgres(options);
  const app = new PoweredBy(probot, {
    ...options,
    createQueue: database.createQueue,
    state: database.state,
  });
  database.lost.addEventListener('abort', () => {
    // Whatever still runs here runs elsewhere, too. Whoever watches this process starts it again.
    logger.error('Stopped, because other servers took over', { error: database.lost.reason });
    process.exit(1);
  });
  void app.keepSweeping();
  return {
    receive: (delivery) => app.receive(delivery),
    lastSweep: () => app.lastSweep(),
    stats: () => app.stats(),
    async stop(milliseconds) {
      await app.stop(milliseconds);
      await database.close();
    },
  };
}
