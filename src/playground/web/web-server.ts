import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** So many ports are tried, one after the other. */
const mostPorts = 50;

/** What is answered to a request. */
export type AnswerRequest = (request: Request) => Response | Promise<Response>;

/** A server that listens already, and is given later what to answer. */
export interface WebServer {
  readonly port: number;
  answerWith(answer: AnswerRequest): void;
  close(): Promise<void>;
}

/** Listens on a port, or on the next one that is free. */
export async function listenFrom(port: number, host: string): Promise<WebServer> {
  const server = createServer();
  for (let tried = port; ; tried += 1) {
    const isLast = port === 0 || tried === port + mostPorts || tried >= 65_535;
    if (await listens(server, tried, host, isLast)) break;
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    answerWith: (answer) => {
      server.on('request', getRequestListener(answer));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listens(server: Server, port: number, host: string, isLast: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fails = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && !isLast) resolve(false);
      else reject(error);
    };
    server.once('error', fails);
    server.listen(port, host, () => {
      server.off('error', fails);
      resolve(true);
    });
  });
}
