import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { runNode } from './running-process.ts';
import { deliver, privateKey, serverWith, webhookSecret } from './support.ts';

const root = join(import.meta.dirname, '../..');

const environment = {
  APP_ID: '1',
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: webhookSecret,
  PORT: '0',
};

/** What the service that stands in for the app does beside what it must, in JavaScript. */
interface Acts {
  readonly onReceive?: string;
  readonly onStop?: string;
}

/** Runs the command with a service that stands in for the app. */
function start({ onReceive = '', onStop = '' }: Acts, more: Readonly<Record<string, string>> = {}) {
  const program = `
    import { runStart } from '${join(root, 'src/cli/commands/start.ts')}';
    process.exitCode = await runStart(() => ({
      receive: async () => { ${onReceive}; return true; },
      lastSweep: () => undefined, stats: async () => ({ waiting: 0, running: 0, pausedInstallations: 0, failedIssues: 0 }),
      stop: async (milliseconds) => { ${onStop} },
    }));`;
  const words = ['--input-type=module', '--eval', program];
  return runNode(words, folderWith({}), { ...environment, ...more });
}

const noteTime = `console.error('jobs have', milliseconds)`;

/** As a job does that did not end in time: the process is not to wait for it. */
const stayBusy = 'setInterval(() => {}, 1000)';

const listening = /"message":"Listening","url":"([^"]+)"/;

describe('poweredby start', () => {
  it('names every variable that is missing, says how to get it, and exits with 2', async () => {
    const run = runNode([inject('program'), 'start'], folderWith({}));
    expect(await run.ended).toBe(2);
    for (const variable of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET']) {
      expect(run.printed()).toContain(`${variable}: `);
    }
    expect(run.printed()).toContain('poweredby register');
  });

  it('reads .env in its folder; what the environment says goes first', async () => {
    const folder = folderWith({ '.env': 'APP_ID=none\nWEBHOOK_SECRET=short\n' });
    const run = runNode([inject('program'), 'start'], folder, { APP_ID: '12' });
    expect(await run.ended).toBe(2);
    expect(run.printed()).toContain('The webhook secret has 5 characters');
    expect(run.printed()).not.toContain('APP_ID');
  });

  it('says which address is taken, and exits with 2', async () => {
    const { url } = await serverWith();
    const run = start({}, { PORT: new URL(url).port });
    expect(await run.ended).toBe(2);
    expect(run.printed()).toContain('PORT: The server cannot listen here');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s takes no more, waits for running jobs, and exits with 0',
    async (signal) => {
      const run = start({ onStop: `${noteTime}; ${stayBusy}` });
      const [, url = ''] = await run.prints(listening);
      expect((await deliver(url, '{}')).status).toBe(202);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(run.printed()).toMatch(/"Stopping".*\n.*jobs have 25000\n.*"Stopped"/);
    },
  );

  it('exits at once on a second signal', async () => {
    const run = start({ onStop: 'await new Promise((resolve) => setTimeout(resolve, 60_000))' });
    await run.prints(listening);
    run.child.kill('SIGTERM');
    await run.prints(/"Stopping"/);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
  });

  it('notes what nothing caught, without its secrets, and exits with 1', async () => {
    const run = start({
      onReceive: `setImmediate(() => Promise.reject(new Error('No ' + process.env.WEBHOOK_SECRET)))`,
    });
    const [, url = ''] = await run.prints(listening);
    await deliver(url, '{}');
    expect(await run.ended).toBe(1);
    expect(run.printed()).toContain('Stopped by an uncaught error');
    expect(run.printed()).toContain('No [secret]');
    expect(run.printed()).not.toContain(webhookSecret);
  });

  /** Prints at its end whether PostgreSQL's client was loaded. */
  const tellLoaded = `data:text/javascript,
    import { createRequire } from 'node:module';
    const { cache } = createRequire('/');
    process.on('exit', () => console.error('pg loaded', Object.keys(cache).some((path) => path.includes('/pg/lib/'))));`;

  /** Runs the built server, which reaches neither GitHub nor a database. */
  const startBuilt = (more: Readonly<Record<string, string>>) =>
    runNode(['--import', tellLoaded, inject('program'), 'start'], folderWith({}), {
      ...environment,
      GITHUB_API_URL: 'http://127.0.0.1:9',
      ...more,
    });

  it('loads nothing of PostgreSQL where there is no database', async () => {
    const run = startBuilt({});
    await run.prints(listening);
    run.child.kill('SIGTERM');
    await run.ended;
    expect(run.printed()).toContain('pg loaded false');
  });

  it('tells a database that is down from GitHub that is, and takes no webhook meanwhile', async () => {
    const run = startBuilt({
      DATABASE_URL: 'postgres://poweredby:secret-of-the-database@127.0.0.1:9/x',
    });
    const [, url = ''] = await run.prints(listening);
    await run.prints(/"The database cannot be used"/);
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'no-database' }]);
    expect((await deliver(url, '{}')).status).toBe(503);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.printed()).toContain('pg loaded true');
    expect(run.printed()).not.toContain('secret-of-the-database');
  });
});
