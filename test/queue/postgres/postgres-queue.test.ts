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
      create: async (options) => {
        const queue = started.createQueue(options);
        await untilItListens(servers);
        return queue;
      },
      now: () => systemClock.now(),
      exactness: -3,
      pass: async (milliseconds) => {
        await setTimeout(milliseconds);
        await untilNothingChanges(servers);
      },
    };
  }, 4);
});

/** Waits until the worker of a queue is told of new jobs. Before, it looks for some twice a second. */
async function untilItListens(servers: TestServers): Promise<void> {
  const text = `select from pg_stat_activity where query like 'LISTEN "jobs:insert"%' and datname = current_database() and pid <> pg_backend_pid()`;
  while ((await servers.query(text)).length === 0) await setTimeout(10);
}

/** Waits until no job was fetched, put back or ended for a while. */
async function untilNothingChanges(servers: TestServers): Promise<void> {
  const text =
    'select json_agg(json_build_array(id, locked_at, run_at) order by id)::text from graphile_worker.jobs';
  let same = 0;
  for (let before: unknown; same < 3; ) {
    const [row] = await servers.query(text);
    const now = row?.['json_agg'];
    same = now === before ? same + 1 : 0;
    before = now;
    await setTimeout(50);
  }
}
