import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What stands in front of several servers. */
export interface Balancer {
  readonly url: string;
  /** How long each answer of 202 took, in milliseconds. */
  readonly times: readonly number[];
  /** How many webhooks nobody took. */
  refused(): number;
  close(): void;
}

/** Sends each webhook to the next server, and to another one where that is gone: as nginx does with `proxy_next_upstream`. */
export async function startBalancer(urls: () => readonly string[]): Promise<Balancer> {
  const times: number[] = [];
  let refused = 0;
  let turn = 0;
  const pass = async (incoming: IncomingMessage): Promise<number> => {
    const body = await buffer(incoming);
    const start = performance.now();
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (name.startsWith('x-') || name === 'content-type') headers.set(name, String(value));
    }
    turn += 1;
    const all = urls();
    for (let attempt = 0; attempt < all.length; attempt++) {
      try {
        const url = all[(turn + attempt) % all.length] ?? '';
        const { status } = await fetch(url, { method: 'POST', headers, body });
        if (status === 202) times.push(performance.now() - start);
        if (status !== 503) return status;
      } catch {
        // The next one may take it.
      }
    }
    refused += 1;
    return 502;
  };
  const server = createServer(async (incoming, outgoing) => {
    outgoing.writeHead(await pass(incoming)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    times,
    refused: () => refused,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
