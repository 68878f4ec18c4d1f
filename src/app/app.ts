import type { Probot } from 'probot';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { PoweredBy, type PoweredByOptions } from './powered-by.ts';
import { loggerOf } from './probot/probot-log.ts';

/**
 * Makes a Probot application function, for whoever hosts Powered By with Probot's own server: `run(createApp())`. How requests
 * are spaced and retried, and what is accepted as a webhook, is then up to that Probot. `poweredby start` is our own server.
 *
 * @param options what is to be otherwise: by default it logs to Probot's log, and counts nothing
 * @returns the function, which returns the app that it started
 */
export function createApp(options: Partial<PoweredByOptions> = {}): (probot: Probot) => PoweredBy {
  return (probot) => {
    const usual = { telemetry: silentTelemetry, logger: loggerOf(probot.log) };
    const app = new PoweredBy(probot, { ...usual, ...options });
    void app.keepSweeping();
    return app;
  };
}

/** Powered By as a Probot application function: `run(poweredBy)`. */
export default createApp();
