import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListenAddress } from '../settings/settings.ts';
import { boundConnections } from './connections.ts';
import { type HttpResponse, send } from './http-response.ts';

/** Something that listens. */
export interface Listener {
  /** Where, as a person would open it. */
  readonly url: string;
  /** Takes no more connections; resolves when those that are open have been answered. */
  stop(): Promise<void>;
  /** Ends what is still open. */
  end(): void;
}

/** How requests are answered, and how long one may take to come in whole, in milliseconds. */
export interface ListenOptions extends ListenAddress {
  readonly handle: (request: IncomingMessage) => Promise<HttpResponse>;
  readonly requestTimeout: number;
  /** Is told what broke a response; the client learns nothing of it. */
  readonly onError: (error: unknown) => void;
}

/** Past what GitHub's webhooks and a browser send. */
const headerLimits = { bytes: 16 * 1024, count: 100 };

const mostConnections = 1_000;

/** Whoever connects has something to say: a connection without a request, or between two, is closed. In milliseconds. */
const longestIdle = 5_000;

/** Any other that is silent for so long, reads no answer, say. In milliseconds. */
const longestSilence = 30_000;

/**
 * Listens for HTTP, with bounds on everything that a client may send before it is known.
 *
 * @throws Error of the system where the address is taken, unknown, or not allowed
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { host, port, handle, requestTimeout, onError } = options;
  const server = createServer({
    maxHeaderSize: headerLimits.bytes,
    headersTimeout: Math.min(longestIdle, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: Math.min(1_000, requestTimeout / 2),
    keepAliveTimeout: longestIdle,
  });
  server.maxHeadersCount = headerLimits.count;
  server.timeout = longestSilence;
  boundConnections(server, mostConnections);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const failed = (error: unknown): HttpResponse => {
      onError(error);
      return { status: 500, close: true };
    };
    void handle(request)
      .catch(failed)
      .then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', onError);
  return {
    url: urlOf(server, host),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
    end: () => server.closeAllConnections(),
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
