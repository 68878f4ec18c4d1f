import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { severableLine } from '../../src/playground/severable-line.ts';

it('lets nothing be sent, and no answer come, once it is cut', async () => {
  let count = 0;
  const server = createServer((_incoming, outgoing) => {
    count += 1;
    outgoing.end('Hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const line = severableLine();
  expect(await (await line.send(address)).text()).toBe('Hello');
  const outcomes: string[] = [];
  const note = (what: string) => () => outcomes.push(what);
  line.send(address).then(note('answered'), note('failed'));
  line.cut();
  line.send(address).then(note('answered'), note('failed'));
  // Whatever is under way on another line is over when this is.
  await (await severableLine().send(address)).text();
  expect(outcomes).toEqual([]);
  expect(count).toBeLessThanOrEqual(3);
});
