import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { largestBody } from '../../src/server/http/read-body.ts';
import { folderWith } from '../support/folders.ts';
import { runNode } from './running-process.ts';
import { deliver, headersOf, privateKey, rawAnswer, serverWith, webhookSecret } from './support.ts';

const body = '{"action":"opened"}';

/** The head of a webhook that nobody signed. */
const head = [
  'POST / HTTP/1.1',
  'host: 127.0.0.1',
  ...Object.entries(headersOf('something else')).map(([name, value]) => `${name}: ${value}`),
].join('\r\n');

/** Opens connections that stay open until the server closes them, or the test is over. */
function open(url: string, count: number, sent: string | Uint8Array = ''): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, () => connect(Number(port), hostname));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const opened = sockets.map(
    (socket) =>
      new Promise<Socket>((resolve) => {
        socket.on('error', () => {});
        socket.resume();
        socket.on('connect', () => {
          if (sent.length === 0) resolve(socket);
          else socket.write(sent, () => resolve(socket));
        });
        socket.on('close', () => resolve(socket));
      }),
  );
  return Promise.all(opened);
}

describe('a flood of connections', () => {
  it.each([
    ['send nothing', ''],
    ['send a byte', 'P'],
    ['never end their headers', `${head}\r\nx: `],
    ['never end their bodies', `${head}\r\ncontent-length: 100\r\n\r\n{`],
  ])('that %s keeps no webhook out', async (_, sent) => {
    const { url } = await serverWith();
    await open(url, 1_100, sent);
    for (const _ of [1, 2, 3]) {
      const connection = { connection: 'close' };
      expect((await deliver(url, body, connection)).status).toBe(202);
    }
  });

  it('closes none that is being answered', async () => {
    const answered = Promise.withResolvers<boolean>();
    const { url } = await serverWith({ service: { receive: () => answered.promise } });
    const delivered = deliver(url, body);
    await open(url, 1_100);
    answered.resolve(true);
    expect((await delivered).status).toBe(202);
  });

  it('that say nothing is over soon: each is closed', async () => {
    const { url } = await serverWith({ requestTimeout: 200 });
    const sockets = await open(url, 20);
    await expect.poll(() => sockets.every(({ closed }) => closed)).toBe(true);
  });
});

describe('a flood of webhooks that nobody signed', () => {
  it('keeps no ordinary webhook from being taken', async () => {
    const { url } = await serverWith();
    const begun = `${head}\r\ncontent-length: ${largestBody}\r\n\r\n${'x'.repeat(2 << 20)}`;
    await open(url, 100, begun);
    expect((await deliver(url, body)).status).toBe(202);
  });

  // When memory is collected is chance; where more is held, it is so in each run.
  const memory = { retry: 2 };
  it.runIf(process.platform === 'linux')(
    'takes no more memory than documented',
    memory,
    async () => {
      const run = startServer();
      const [, url = ''] = await run.prints(/"message":"Listening","url":"([^"]+)"/);
      const whole = Buffer.concat([
        Buffer.from(`${head}\r\ncontent-length: ${largestBody}\r\n\r\n`),
        Buffer.alloc(largestBody, '"'),
      ]);
      const crumbs = Buffer.from(
        `${head}\r\ntransfer-encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(200_000)}0\r\n\r\n`,
      );
      const answers = [whole, crumbs].map((bytes) =>
        Array.from({ length: 12 }, () => rawAnswer(url, (send) => send(bytes))),
      );
      await Promise.all(answers.flat());
      expect((await deliver(url, body)).status).toBe(202);
      const status = readFileSync(`/proc/${run.child.pid}/status`, 'utf8');
      const mebibytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
      expect(mebibytes).toBeLessThan(400);
    },
  );
});

/** Starts the server in a process of its own, with a service that does nothing. */
function startServer() {
  const start = join(import.meta.dirname, '../../src/cli/commands/start.ts');
  const program = `
    import { runStart } from '${start}';
    await runStart(() => ({ receive: async () => true, lastSweep: () => undefined, stats: async () => ({ waiting: 0, running: 0, pausedInstallations: 0, failedIssues: 0 }), stop: async () => {} }));`;
  return runNode(['--input-type=module', '--eval', program], folderWith({}), {
    APP_ID: '1',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    PORT: '0',
  });
}
