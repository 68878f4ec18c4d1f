import { PoweredBy, type PoweredByOptions } from '../../../src/app/powered-by.ts';
import { createProbot } from '../../../src/app/probot/create-probot.ts';
import { openPostgres } from '../../../src/queue/postgres/open-postgres.ts';
import { startServer } from '../../../src/server/server.ts';
import { type Logger, silentLogger } from '../../../src/telemetry/logger.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { answer } from '../burst/messages.ts';
import type { MachineReady, MachineStart } from './messages.ts';

// One of several servers that share a database, as it is run anywhere, in a process of its own.

process.once('disconnect', () => process.exit());
const given = (await answer({})) as MachineStart;
const show = (message: string, data?: object) => console.error(process.pid, message, data ?? '');
const logger: Logger = process.env['SHOW_LOG']
  ? { ...silentLogger, warn: show, error: show }
  : silentLogger;
const database = openPostgres({ ...given.database, logger });
database.lost.addEventListener('abort', () => process.exit(1));

/** Tells when each job begins and ends, so that it is seen whether two of a repository ran at the same time. */
const createQueue: PoweredByOptions['createQueue'] = (options) =>
  database.createQueue({
    ...options,
    run: async (job) => {
      process.send?.({ kind: 'begin', lane: job.lane, at: systemClock.now() });
      try {
        await options.run(job);
      } finally {
        process.send?.({ kind: 'end', lane: job.lane, at: systemClock.now() });
      }
    },
  });

const started = await startServer({
  settings: {
    ...given.app,
    address: { host: '127.0.0.1', port: 0 },
    metricsAddress: undefined,
    database: given.database,
    webhookPath: '/',
    logLevel: 'error',
    logFormat: 'json',
  },
  createService: (settings, telemetry) => {
    const app = new PoweredBy(createProbot({ ...settings, logger }), {
      telemetry,
      logger,
      createQueue,
      state: database.state,
      downloads: {
        ...given.downloads,
        resolve: async () => ['127.0.0.1'],
        isAllowedAddress: (address) => address === '127.0.0.1',
      },
    });
    void app.keepSweeping();
    return app;
  },
  logger,
});
if (!started.ok) throw new Error('The server does not start', { cause: started.problems });
const ready: MachineReady = { kind: 'ready', url: started.value.url };
process.send?.(ready);
process.on('message', async () => {
  await started.value.stop(25_000);
  await database.close();
  process.exit();
});
