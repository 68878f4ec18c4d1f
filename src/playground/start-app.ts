import { PoweredBy } from '../app/powered-by.ts';
import { createProbot } from '../app/probot/create-probot.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { InProcessQueue } from '../queue/in-process-queue.ts';
import type { Job } from '../queue/queue.ts';
import { startServer } from '../server/server.ts';
import type { CreateService } from '../server/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { AppJob, RunningApp, StartApp } from './running-app.ts';
import { severableLine } from './severable-line.ts';

/** How long running jobs are waited for, in milliseconds. */
const grace = 5_000;

/**
 * Starts the app as it is run anywhere, server and all, with an emulator for its GitHub. Only that it waits between its
 * requests, and behind many edits, is left out: there is nobody here to be spared.
 */
export function appStarter(logger: Logger): StartApp {
  return (emulator, changed) => startApp(emulator, logger, changed);
}

async function startApp(
  emulator: Emulator,
  logger: Logger,
  changed: () => void,
): Promise<RunningApp> {
  const { id, privateKey, webhookSecret } = emulator.app;
  const line = severableLine();
  let app: PoweredBy | undefined;
  let queue: QueuedJobs | undefined;
  const createService: CreateService = (settings, telemetry) => {
    const fetch = line.send;
    const probot = createProbot({ ...settings, logger, retryRequests: false, fetch });
    app = new PoweredBy(probot, {
      telemetry: tellingOfJobs(telemetry, changed),
      logger,
      downloads: emulator.downloads(),
      throttlePersons: false,
      requestSpacing: 0,
      createQueue: (options) => {
        const created = new InProcessQueue(options);
        queue = created;
        return created;
      },
    });
    void app.keepSweeping();
    return app;
  };
  const address = { host: '127.0.0.1', port: 0 };
  const server = await startServer({
    settings: {
      appId: id,
      privateKey,
      webhookSecret,
      githubApiUrl: emulator.url,
      address,
      metricsAddress: undefined,
      database: undefined,
      webhookPath: '/hooks',
      logLevel: 'warn',
      logFormat: 'pretty',
    },
    createService,
    logger,
  });
  if (!server.ok) throw new Error('The app does not start', { cause: server.problems });
  emulator.webhooks.target = `${server.value.url}/hooks`;
  return {
    jobs: () => jobsOf(queue),
    sweep: async () => app?.sweep(),
    lastSweep: () => app?.lastSweep(),
    stop: () => server.value.stop(grace),
    kill: () => {
      line.cut();
      return server.value.stop(0);
    },
  };
}

/** What is shown of the queue. */
interface QueuedJobs {
  running(): readonly Job[];
  waiting(): readonly Job[];
}

function jobsOf(queue: QueuedJobs | undefined): readonly AppJob[] {
  const [running, waiting] = [queue?.running() ?? [], queue?.waiting() ?? []];
  return [
    ...running.map(({ lane, key }) => ({ lane, key, state: 'running' })),
    ...waiting.map(({ lane, key }) => ({ lane, key, state: 'waiting' })),
  ];
}

function tellingOfJobs(telemetry: Telemetry, changed: () => void): Telemetry {
  return {
    ...telemetry,
    jobsWaiting: (count) => {
      telemetry.jobsWaiting(count);
      changed();
    },
    jobStarted: () => {
      telemetry.jobStarted();
      changed();
    },
    jobEnded: (result, seconds) => {
      telemetry.jobEnded(result, seconds);
      changed();
    },
  };
}
