import { createHmac, generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Delivery } from '../../src/app/receive-delivery.ts';
import { startServer } from '../../src/server/server.ts';
import type { Service } from '../../src/server/service.ts';
import type { Settings } from '../../src/server/settings/settings.ts';
import { type Logger, silentLogger } from '../../src/telemetry/logger.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';

/** A key as GitHub generates it. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

export const webhookSecret = 'a secret of thirty-two characters, or more';

export const settings: Settings = {
  appId: 1,
  privateKey,
  webhookSecret,
  githubApiUrl: 'https://api.github.com',
  address: { host: '127.0.0.1', port: 0 },
  metricsAddress: undefined,
  database: undefined,
  webhookPath: '/api/github/webhooks',
  logLevel: 'info',
  logFormat: 'json',
};

/** What a server under test is started with, where it differs. */
export interface TestServerOptions {
  readonly settings?: Partial<Settings>;
  readonly service?: Partial<Service>;
  readonly logger?: Logger;
  readonly requestTimeout?: number;
}

/** Starts a server that is gone when the test is over, with a service that notes what it took. */
export async function serverWith(options: TestServerOptions = {}) {
  const taken: Delivery[] = [];
  let telemetry: Telemetry | undefined;
  const service: Service = {
    receive: async (delivery) => {
      taken.push(delivery);
      return true;
    },
    lastSweep: () => undefined,
    stats: async () => ({ waiting: 0, running: 0, pausedInstallations: 0, failedIssues: 0 }),
    stop: async () => {},
    ...options.service,
  };
  const started = await startServer({
    settings: { ...settings, ...options.settings },
    createService: (_settings, given) => {
      telemetry = given;
      return service;
    },
    logger: options.logger ?? silentLogger,
    ...(options.requestTimeout !== undefined && { requestTimeout: options.requestTimeout }),
  });
  if (!started.ok) throw new Error(String(started.problems[0]?.values['reason']));
  const server = started.value;
  onTestFinished(() => server.stop(0));
  if (telemetry === undefined) throw new Error('The service was not started');
  return { server, url: server.url, taken, telemetry };
}

/** GitHub's signature of a body. */
function signed(body: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`;
}

/** The headers with which GitHub delivers a body. */
export function headersOf(body: string | Uint8Array): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    'x-github-event': 'issues',
    'x-hub-signature-256': signed(body),
  };
}

/** Delivers a body as GitHub does. @param headers instead of GitHub's; null takes one out */
export async function deliver(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const all = Object.entries({ ...headersOf(body), ...headers });
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: all.flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, value]],
    ),
  });
  return { status: response.status, text: await response.text() };
}

/** What a server sends until it closes the connection. @param write sends the request, in whatever pieces */
export function rawAnswer(
  url: string,
  write: (send: (text: string | Uint8Array) => Promise<void>) => Promise<void>,
): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    // A server that closes while we still send resets the connection; what it said came before.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    const send = (text: string | Uint8Array) =>
      new Promise<void>((sent, failed) => {
        socket.write(text, (error) => (error ? failed(error) : sent()));
      });
    socket.on('connect', () => {
      write(send).catch(() => {});
    });
  });
}
