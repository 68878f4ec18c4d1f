import { readFileSync } from 'node:fs';
import { PoweredBy } from '../../../src/app/powered-by.ts';
import { createProbot } from '../../../src/app/probot/create-probot.ts';
import { startServer } from '../../../src/server/server.ts';
import { silentLogger } from '../../../src/telemetry/logger.ts';
import { answer, type GithubReady, type ServerReady, type ServerReport } from './messages.ts';

// The server as it is run anywhere, in a process of its own, with an emulated GitHub for its GitHub.

process.once('disconnect', () => process.exit());
const { app: registered, downloads } = (await answer({})) as GithubReady;
let app: PoweredBy | undefined;
const started = await startServer({
  settings: {
    ...registered,
    address: { host: '127.0.0.1', port: 0 },
    metricsAddress: undefined,
    database: undefined,
    webhookPath: '/',
    logLevel: 'error',
    logFormat: 'json',
  },
  createService: (settings, telemetry, logger) => {
    app = new PoweredBy(createProbot({ ...settings, logger }), {
      telemetry,
      logger,
      downloads: {
        ...downloads,
        resolve: async () => ['127.0.0.1'],
        isAllowedAddress: (address) => address === '127.0.0.1',
      },
    });
    return app;
  },
  logger: silentLogger,
});
if (!started.ok) throw new Error('The server does not start', { cause: started.problems });

await app?.sweep();
await app?.idle();

/** How often the event loop looks up, in milliseconds. */
const tick = 5;
let held = { longest: 0, longestWork: 0 };
let last = { time: performance.now(), work: workSoFar() };
setInterval(() => {
  const now = { time: performance.now(), work: workSoFar() };
  held = {
    longest: Math.max(held.longest, now.time - last.time - tick),
    longestWork: Math.max(held.longestWork, now.work - last.work),
  };
  last = now;
}, tick);

await answer<ServerReady>({ url: started.value.url });
for (;;) {
  const { waiting = 0, running = 0 } = (await app?.stats()) ?? {};
  const jobs = waiting + running;
  const report: ServerReport = { jobs, held, memory: peakMemory() / 1024 };
  held = { longest: 0, longestWork: 0 };
  await answer(report);
}

/** What this thread alone has used of the processor's time, in milliseconds: others on the machine do not count. */
function workSoFar(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The most that this process held at once, in KiB. */
function peakMemory(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
