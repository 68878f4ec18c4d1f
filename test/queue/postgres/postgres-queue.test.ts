import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/time/clock.ts';
import { describeWith } from '../../support/programs.ts';
import { type QueueHarness, queueContract } from '../queue-contract.ts';
import { startServers, type TestServers } from './servers.ts';

describeWith('postgres', 'the queue in a database', () => {
  let servers: TestServers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers.close());

  queueContract(async (): Promise<QueueHarness> => {
    await servers.empty();
    const started = servers.open();
    onTestFinished(() => started.close());
    await started.ready;
    return {
      create: (options) => started.createQueue(options),
      now: () => systemClock.now(),
      exactness: -3,
      pass: (milliseconds) => setTimeout(milliseconds + 100),
    };
  }, 4);
});
