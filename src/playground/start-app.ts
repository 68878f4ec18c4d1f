import { PoweredBy } from '../app.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { Logger } from '../observer/logger.ts';
import type { CreateService } from '../server/service.ts';
import { startServer } from '../server.ts';
import type { AppJob, RunningApp } from './running-app.ts';

/** How long running jobs are waited for, in milliseconds. */
const grace = 5_000;

/**
 * Starts the app as it is run anywhere, server and all, with an emulator for its GitHub. Only that it waits between its
 * requests is left out: there is nobody here to be spared.
 */
export async function startApp(emulator: Emulator, logger: Logger): Promise<RunningApp> {
  const { id, privateKey, webhookSecret } = emulator.app;
  let app: PoweredBy | undefined;
  const createService: CreateService = (settings, observer) => {
    const downloads = emulator.downloads();
    app = new PoweredBy({ ...settings, observer, logger, downloads, isPatient: false });
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
    jobs: () => jobsOf(app),
    stop: () => server.value.stop(grace),
  };
}

function jobsOf(app: PoweredBy | undefined): readonly AppJob[] {
  const { waiting = [], running = [] } = app?.jobs() ?? {};
  return [
    ...running.map(({ lane, key }) => ({ lane, key, state: 'running' })),
    ...waiting.map(({ lane, key }) => ({ lane, key, state: 'waiting' })),
  ];
}
