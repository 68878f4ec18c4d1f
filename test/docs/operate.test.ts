import { globSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/server/metrics.ts';
import { emulator } from '../emulator/support.ts';
import { runNode } from '../server/running-process.ts';
import { folderWith } from '../support/folders.ts';
import { blocksIn, codeIn, root, tableOf, textOf } from './document.ts';

const document = textOf('docs/operate.md');
const namesIn = (rows: readonly string[][]) => rows.flatMap(([first]) => codeIn(first));

describe('docs/operate.md', () => {
  it('gives a reason for each permission and event of app.yml, and for no other', () => {
    const app = parse(textOf('app.yml'));
    const permissions = tableOf(document, 'What it asks for', 'permission').map(
      ([name, access, why]) => [codeIn(name)[0], access, why !== ''],
    );
    expect(permissions).toEqual(
      Object.entries(app.default_permissions).map(([name, access]) => [name, access, true]),
    );
    expect(namesIn(tableOf(document, 'What it asks for', 'event'))).toEqual(app.default_events);
  });

  it('names every variable with its default, as poweredby start --help does', () => {
    const help = Array.from(
      textOf('templates/en/help/start.txt').matchAll(/^ {2}([A-Z_]+) .*?(?:\[([^\]]+)\])?$/gm),
      ([, name, standard]) => [name, standard],
    );
    const documented = tableOf(document, 'Variables', 'variable').map(([name, standard]) => [
      codeIn(name)[0],
      codeIn(standard)[0],
    ]);
    expect(help.length).toBeGreaterThan(10);
    expect(documented).toEqual(help);
  });

  it('shows the proxies’ configurations as they are in deploy/', () => {
    expect(blocksIn(document, 'nginx')).toEqual([textOf('deploy/nginx.conf')]);
    expect(blocksIn(document, 'caddyfile')).toEqual([textOf('deploy/Caddyfile')]);
  });

  it('names every metric of our own', async () => {
    const written = await createMetrics().write();
    const names = Array.from(written.matchAll(/^# TYPE (poweredby_\w+)/gm), ([, name]) => name);
    expect(namesIn(tableOf(document, 'Metrics', 'metric'))).toEqual(names);
  });

  it('names every message of the log with its level', () => {
    const sources = globSync('src/{app,server,reconcile,github,queue,cli}{.ts,/**/*.ts}', {
      cwd: root,
    });
    const messages = sources
      .filter((path) => !path.endsWith('playground.ts'))
      .flatMap((path) =>
        Array.from(
          textOf(path).matchAll(/\blogger\.(info|warn|error)\(\s*'([^']+)'/g),
          ([, level, message]) => `${message}: ${level}`,
        ),
      );
    const documented = tableOf(document, 'Log', 'message').flatMap(([names, levels = '']) =>
      codeIn(names).flatMap((name) => levels.split(', ').map((level) => `${name}: ${level}`)),
    );
    expect(messages.length).toBeGreaterThan(8);
    expect(documented).toEqual(expect.arrayContaining(messages));
  });

  it('quotes what the server prints where its variables are missing', async () => {
    const run = runNode([inject('program'), 'start'], folderWith({}));
    expect(await run.ended).toBe(2);
    const [quoted = ''] = blocksIn(document, '').filter((block) => block.startsWith('✗'));
    for (const line of quoted.split('\n').filter((each) => each.trim() !== '…')) {
      expect(run.printed()).toContain(line);
    }
  });

  it('tells the truth about the built server: healthy after its sweep, metrics, exit 0', async () => {
    const github = await emulator();
    const { id, privateKey, webhookSecret } = github.app;
    const run = runNode([inject('program'), 'start'], folderWith({}), {
      APP_ID: String(id),
      PRIVATE_KEY: Buffer.from(privateKey).toString('base64'),
      WEBHOOK_SECRET: webhookSecret,
      GITHUB_API_URL: github.url,
      PORT: '0',
      METRICS_PORT: '0',
    });
    const [, url, metricsUrl] = await run.prints(/"url":"([^"]+)","metricsUrl":"([^"]+)"/);
    const health = async () => (await fetch(`${url}/healthz`)).json();
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({
      status: 'ok',
      lastSweep: expect.any(String),
    });
    expect(await (await fetch(`${metricsUrl}/metrics`)).text()).toContain('poweredby_jobs_total');
    github.webhooks.target = `${url}/api/github/webhooks`;
    github.install(await github.createRepository('millrace/millrace'));
    await github.webhooks.settle();
    expect(github.webhooks.recentDeliveries().map(({ response }) => response?.status)).toEqual([
      202,
    ]);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.printed()).not.toContain('"level":"error"');
  });
});
