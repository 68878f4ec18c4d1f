import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { DownloadOptions } from '../../src/download/download-logo.ts';
import { selfSigned } from '../../src/emulator/attachments/self-signed.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on this machine that believes to be GitHub, and what it saw. */
export interface HostileServer {
  readonly port: () => number;
  /** An address on a host, `github.com` unless told otherwise. */
  readonly at: (path: string, host?: string) => string;
  /** What to answer at a path. */
  readonly answer: (path: string, handler: Handler) => void;
  /** Connections since the test began. */
  readonly connections: () => number;
  /** Requests since the test began. */
  readonly requests: () => readonly IncomingMessage[];
  /** Names resolved since the test began. */
  readonly resolved: () => readonly string[];
  /** Options with which the server is reached by every name, with limits short enough to wait for. */
  readonly options: () => DownloadOptions;
}

const hostNames = ['github.com', 'private-user-images.githubusercontent.com', 'storage.test'];

/** Starts the server before the tests of a file, and ends it after them. */
export function hostileServer(): HostileServer {
  const identity = selfSigned(hostNames);
  const handlers = new Map<string, Handler>();
  let connections = 0;
  let requests: IncomingMessage[] = [];
  let resolved: string[] = [];
  const server = createServer({ key: identity.key, cert: identity.certificate });
  server.on('connection', () => connections++);
  server.on('tlsClientError', () => {});
  server.on('request', (request, response) => {
    requests.push(request);
    const { pathname } = new URL(request.url ?? '', 'https://github.com');
    const handler = handlers.get(pathname);
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterEach(() => {
    handlers.clear();
    connections = 0;
    requests = [];
    resolved = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => server.close(() => done()));
  });
  const port = () => (server.address() as AddressInfo).port;
  return {
    port,
    at: (path, host = 'github.com') => `https://${host}:${port()}${path}`,
    answer: (path, handler) => handlers.set(path, handler),
    connections: () => connections,
    requests: () => requests,
    resolved: () => resolved,
    options: () => ({
      hosts: {
        named: [`github.com:${port()}`, `*.githubusercontent.com:${port()}`],
        redirected: [`storage.test:${port()}`],
      },
      limits: { bytes: 100_000, redirects: 3, idle: 400, total: 1_200 },
      resolve: async (hostname) => {
        resolved.push(hostname);
        return ['127.0.0.1'];
      },
      isAllowedAddress: (address) => address === '127.0.0.1',
      certificates: identity.certificate,
    }),
  };
}
