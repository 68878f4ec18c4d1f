import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { PoweredBy } from '../../app/powered-by.ts';
import { createLogger } from '../../server/log/create-logger.ts';
import { startServer } from '../../server/server.ts';
import type { CreateService } from '../../server/service.ts';
import { readEnvironment } from '../../server/settings/read-environment.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** How long running jobs are waited for, in milliseconds: what is left then, the next sweep takes up. */
const grace = 25_000;

const signals = ['SIGTERM', 'SIGINT'] as const;

/**
 * Runs `poweredby start` until it is asked to stop.
 *
 * @param create starts what the server serves; the app, unless a test has something else stand in for it
 */
export async function runStart(create: CreateService = createApp): Promise<ExitCode> {
  loadEnvironmentFile();
  const settings = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  if (!settings.ok) return refuse(settings.problems, { onlyReads: true });
  const { logLevel, logFormat, privateKey, webhookSecret } = settings.value;
  const logger = createLogger({
    level: logLevel,
    format: logFormat,
    secrets: [privateKey, webhookSecret],
    write: (line) => process.stderr.write(line),
  });
  // Whoever reads the log may go away: that must not stop the server.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    logger.error('Ended by an error that nothing caught', { error });
    process.exit(1);
  });
  const asked = askedToStop();
  const server = await startServer({ settings: settings.value, createService: create, logger });
  if (!server.ok) return refuse(server.problems, { onlyReads: true });
  const { url, metricsUrl } = server.value;
  logger.info('Listening', { url, metricsUrl });
  const signal = await asked;
  logger.info('Stopping', { signal });
  await server.value.stop(grace);
  logger.info('Stopped');
  // A job that did not end in time would keep the process alive.
  process.exit(0);
}

const createApp: CreateService = (settings, telemetry, logger) => {
  const app = new PoweredBy({ ...settings, telemetry, logger });
  void app.keepSweeping();
  return app;
};

/** Reads `.env` in the working directory, where there is one. What the environment itself says goes first. */
function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Resolves at the first signal to stop. A second one ends the process at once. */
function askedToStop(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of signals) {
    process.once(signal, () => {
      resolve(signal);
      for (const next of signals)
        process.on(next, () => process.exit(128 + constants.signals[next]));
    });
  }
  return promise;
}
