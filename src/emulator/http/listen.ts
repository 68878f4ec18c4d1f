import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a port of loopback's. */
export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on loopback. @param port 0 for any that is free */
export async function listen(server: Server, port: number): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}
