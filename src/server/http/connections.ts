import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Bounds how many connections of a server are open. For a new one past the bound an old one is closed: whoever opens many and
 * sends nothing, or slowly, or never reads an answer, keeps nobody else out.
 */
export function boundConnections(server: Server, most: number): void {
  // In the order in which they became idle, with the request that is being read or answered.
  const open = new Map<Socket, IncomingMessage | undefined>();
  server.on('connection', (socket: Socket) => {
    if (open.size >= most) leastUseful(open)?.destroy();
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    open.set(socket, request);
    response.once('close', () => {
      // To the end: it has just become idle.
      if (open.delete(socket) && !socket.destroyed) open.set(socket, undefined);
    });
  });
}

/** The oldest without a request, or else the oldest whose request is not complete, or else the oldest of all. */
function leastUseful(open: ReadonlyMap<Socket, IncomingMessage | undefined>): Socket | undefined {
  let incomplete: Socket | undefined;
  for (const [socket, request] of open) {
    if (request === undefined) return socket;
    if (!request.complete) incomplete ??= socket;
  }
  return incomplete ?? open.keys().next().value;
}
