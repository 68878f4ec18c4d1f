import { readFileSync } from 'node:fs';
import { PoweredBy } from '../../app/powered-by.ts';
import { createProbot } from '../../app/probot/create-probot.ts';
import { createLogger } from '../../server/log/create-logger.ts';
import { startServer } from '../../server/server.ts';
import type { CreateService } from '../../server/service.ts';
import { readEnvironment } from '../../server/settings/read-environment.ts';
import { stopSignal } from '../../server/stop-signal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** How long running jobs are waited for, in milliseconds: the next sweep handles what is left. */
const grace = 25_000;

/**
 * Runs `poweredby start` until it is asked to stop.
 *
 * @param create starts what the server serves; the app, unless a test replaces it
 */
export async function runStart(create: CreateService = createApp): Promise<ExitCode> {
  loadEnvironmentFile();
  const settings = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  if (!settings.ok) return refuse(settings.problems, { onlyReads: true });
  const { logLevel, logFormat, privateKey, webhookSecret, database } = settings.value;
  const logger = createLogger({
    level: logLevel,
    format: logFormat,
    secrets: [privateKey, webhookSecret, ...(database ? [database.url] : [])],
    write: (line) => process.stderr.write(line),
  });
  // The reader of the log may end: that must not stop the server.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    logger.error('Stopped by an uncaught error', { error });
    process.exit(1);
  });
  const stopping = stopSignal();
  const server = await startServer({ settings: settings.value, createService: create, logger });
  if (!server.ok) return refuse(server.problems, { onlyReads: true });
  const { url, metricsUrl } = server.value;
  logger.info('Listening', { url, metricsUrl });
  const signal = await stopping;
  logger.info('Stopping', { signal });
  await server.value.stop(grace);
  logger.info('Stopped');
  // A job that did not end in time would keep the process alive.
  process.exit(0);
}

const createApp: CreateService = async (settings, telemetry, logger) => {
  const probot = createProbot({ ...settings, logger });
  if (settings.database) {
    const { createSharedApp } = await import('./shared-app.ts');
    return createSharedApp(probot, { ...settings.database, telemetry, logger });
  }
  const app = new PoweredBy(probot, { telemetry, logger });
  void app.keepSweeping();
  return app;
};

/** Reads `.env` in the working directory, where there is one. The environment itself takes precedence. */
function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
