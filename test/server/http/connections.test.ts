import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { boundConnections } from '../../../src/server/http/connections.ts';

const complete = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';
const incomplete = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{';

it.each([
  ['the oldest without a request', [complete, incomplete, '', ''], 2],
  ['else the oldest whose request is not complete', [complete, incomplete, incomplete], 1],
  ['else the oldest of all', [complete, complete, complete], 0],
])('past the bound, %s is closed', async (_, sent, expected) => {
  const server = createServer();
  let requests = 0;
  // No request is ever answered.
  server.on('request', () => {
    requests += 1;
  });
  boundConnections(server, sent.length);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const closed: number[] = [];
  const open = (text: string) =>
    new Promise<Socket>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text, () => resolve(socket)));
      socket.on('error', () => {}).resume();
    });
  for (const [index, text] of sent.entries()) {
    (await open(text)).on('close', () => closed.push(index));
  }
  await expect.poll(() => requests).toBe(sent.filter((text) => text !== '').length);
  await open(complete);
  await expect.poll(() => closed).toEqual([expected]);
});
