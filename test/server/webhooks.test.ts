import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { largestBody } from '../../src/server/http/read-body.ts';
import type { LogData } from '../../src/telemetry/logger.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { deliver, headersOf, rawAnswer, serverWith } from './support.ts';

const body = JSON.stringify({ action: 'opened', issue: { number: 12, title: '加入我们' } });

/** A request's head, written by hand. */
function head(headers: Readonly<Record<string, string | number>>): string {
  const all = { host: '127.0.0.1', ...headersOf(body), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST / HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe('a webhook', () => {
  it.each(['/', '/api/github/webhooks', '/?from=github'])('is taken at %s', async (path) => {
    const { url, taken } = await serverWith();
    expect(await deliver(url + path, body)).toEqual({ status: 202, text: 'Accepted\n' });
    expect(taken).toEqual([
      {
        id: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
        name: 'issues',
        payload: JSON.parse(body),
      },
    ]);
  });

  it('is taken at the path that the settings name', async () => {
    const { url } = await serverWith({ settings: { webhookPath: '/hooks' } });
    expect((await deliver(`${url}/hooks`, body)).status).toBe(202);
    expect((await deliver(`${url}/api/github/webhooks`, body)).status).toBe(404);
  });

  it('is taken as often as it is delivered: a redelivery has the same id', async () => {
    const { url, taken } = await serverWith();
    for (const _ of [1, 2, 3]) expect((await deliver(url, body)).status).toBe(202);
    expect(taken).toHaveLength(3);
  });

  it('is taken in whatever pieces it comes', async () => {
    const { url, taken } = await serverWith();
    const answer = await rawAnswer(url, async (send) => {
      await send(head({ 'transfer-encoding': 'chunked', connection: 'close' }));
      for (const byte of Buffer.from(body)) {
        await send('1\r\n');
        await send(Uint8Array.of(byte));
        await send('\r\n');
      }
      await send('0\r\n\r\n');
    });
    expect(statusOf(answer)).toBe(202);
    expect(taken).toMatchObject([{ payload: JSON.parse(body) }]);
  });

  it('of an event with a digit in its name is taken', async () => {
    const { url, taken } = await serverWith();
    const headers = { 'x-github-event': 'projects_v2_item' };
    expect((await deliver(url, body, headers)).status).toBe(202);
    expect(taken).toHaveLength(1);
  });

  it.each([
    ['another signature', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, body],
    ['a byte changed', headersOf(body), body.replace('12', '13')],
    ['a byte more', headersOf(body), `${body} `],
    ['a byte-order mark that was not signed', headersOf(body), `\uFEFF${body}`],
    ['nothing but the signature', headersOf(body), ''],
  ])('with %s is refused', async (_, headers, sent) => {
    const { url, taken } = await serverWith();
    const answer = await deliver(url, sent, headers);
    expect(answer).toEqual({ status: 401, text: 'Unauthorized\n' });
    expect(taken).toEqual([]);
  });

  it.each([
    ['no signature', { 'x-hub-signature-256': null }, 401],
    ['the older signature only', { 'x-hub-signature-256': 'sha1=abc' }, 401],
    ['no event', { 'x-github-event': null }, 400],
    ['an event that is none', { 'x-github-event': 'Issues; drop' }, 400],
    ['no delivery id', { 'x-github-delivery': null }, 400],
    ['an endless delivery id', { 'x-github-delivery': 'x'.repeat(1000) }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', { 'content-type': '' }, 415],
    ['nearly JSON', { 'content-type': 'application/jsonp' }, 415],
    ['a packed body', { 'content-encoding': 'gzip' }, 415],
  ])('with %s is refused', async (_, headers, status) => {
    const { url, taken } = await serverWith();
    expect((await deliver(url, body, headers)).status).toBe(status);
    expect(taken).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"action":'],
    ['no object', '"opened"'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('that holds %s is refused', async (_, sent) => {
    const { url } = await serverWith();
    expect(await deliver(url, sent)).toEqual({ status: 400, text: 'Bad Request\n' });
  });

  it('with a character set beside its type is taken', async () => {
    const { url } = await serverWith();
    const type = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await deliver(url, body, type)).status).toBe(202);
  });

  it('may be as large as GitHub makes them', async () => {
    const { url, taken } = await serverWith();
    const large = JSON.stringify(['x'.repeat(largestBody - 4)]);
    expect((await deliver(url, large)).status).toBe(202);
    expect(JSON.stringify(taken[0]?.payload)).toHaveLength(largestBody);
  });

  it('that is announced as larger is refused before a byte of it came', async () => {
    const { url } = await serverWith();
    const answer = await rawAnswer(url, (send) => send(head({ 'content-length': 1e12 })));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain('connection: close');
    expect(answer).toContain('Payload Too Large');
  });

  it('that comes in pieces without an end is cut off', async () => {
    const { url, taken } = await serverWith();
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const answer = await rawAnswer(url, async (send) => {
      await send(head({ 'transfer-encoding': 'chunked' }));
      for (;;) {
        await send(`${piece.length.toString(16)}\r\n`);
        await send(piece);
        await send('\r\n');
        sent += piece.length;
      }
    });
    // What was sent on may make the system throw the answer away; the connection is closed in any case.
    if (answer !== '') expect(statusOf(answer)).toBe(413);
    expect(sent).toBeLessThan(2 * largestBody);
    expect(taken).toEqual([]);
    expect((await deliver(url, body)).status).toBe(202);
  });

  it('that comes too slowly is given up', async () => {
    const { url, taken } = await serverWith({ requestTimeout: 100 });
    const answer = await rawAnswer(url, (send) => send(`${head({ 'content-length': 10 })}{"a"`));
    expect(statusOf(answer)).toBe(408);
    expect(taken).toEqual([]);
    expect((await deliver(url, body)).status).toBe(202);
  });

  it('whose headers never end is given up', async () => {
    const { url } = await serverWith({ requestTimeout: 100 });
    const answer = await rawAnswer(url, (send) => send('POST / HTTP/1.1\r\nhost: a\r\nx: '));
    expect(statusOf(answer)).toBe(408);
  });

  it('with a flood of headers is refused', async () => {
    const { url } = await serverWith();
    const flood = Array.from({ length: 2000 }, (_, count) => `x-${count}: ${'x'.repeat(20)}\r\n`);
    const answer = await rawAnswer(url, (send) =>
      send(`POST / HTTP/1.1\r\nhost: a\r\n${flood.join('')}\r\n`),
    );
    expect(statusOf(answer)).toBe(431);
  });

  it('that is cut off harms nobody', async () => {
    const { url, taken } = await serverWith();
    const { hostname, port } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${head({ 'content-length': 100 })}{"a"`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await deliver(url, body)).status).toBe(202);
    expect(taken).toHaveLength(1);
  });

  it('that is no HTTP is refused', async () => {
    const { url } = await serverWith();
    expect(statusOf(await rawAnswer(url, (send) => send('hello\r\n\r\n')))).toBe(400);
  });

  it('that the service breaks on tells nothing of why, but the log does', async () => {
    const noted: [string, LogData | undefined][] = [];
    const error = new Error('The database password is hunter2');
    const { url } = await serverWith({
      service: { receive: () => Promise.reject(error) },
      logger: { ...silentLogger, error: (message, data) => noted.push([message, data]) },
    });
    expect(await deliver(url, body)).toEqual({ status: 500, text: 'Internal Server Error\n' });
    expect(noted).toEqual([['A request failed', { error }]]);
  });
});

describe('a webhook whose jobs could not be stored', () => {
  it('is refused, so that GitHub shows it as failed', async () => {
    const { url } = await serverWith({ service: { receive: async () => false } });
    expect(await deliver(url, body)).toEqual({ status: 503, text: 'Service Unavailable\n' });
  });
});

describe('many webhooks at once', () => {
  it('are all taken', async () => {
    const { url, taken } = await serverWith();
    const answers = await Promise.all(Array.from({ length: 200 }, () => deliver(url, body)));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    expect(taken).toHaveLength(200);
  });
});
