import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cleanUpOnce } from '../../../src/queue/postgres/clean-up.ts';
import { Database } from '../../../src/queue/postgres/database.ts';
import type { QueueOptions } from '../../../src/queue/queue.ts';
import { silentLogger } from '../../../src/telemetry/logger.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { describeWith } from '../../support/programs.ts';
import { job, mergeNotes, type NotedJob } from '../queue-contract.ts';
import { startServers, type TestServers } from './servers.ts';

/** So long something may take on a busy machine, in milliseconds. */
const timeout = 20_000;

/** Everything as usual, only sooner. */
const leaseTimes = { beat: 250, trust: 1_500, takeover: 3_000 };

describeWith('postgres', 'servers that share a database', () => {
  let servers: TestServers;
  beforeAll(async () => {
    servers = await startServers();
  });
  beforeEach(() => servers.empty());
  afterAll(() => servers.close());

  /** Starts a server whose queue runs jobs by a function. */
  const serve = async (
    run: (each: NotedJob) => Promise<void>,
    options: Partial<QueueOptions<NotedJob>> = {},
  ) => {
    const server = servers.open({ leaseTimes });
    const failed: string[] = [];
    const queue = server.createQueue<NotedJob>({
      run,
      merge: mergeNotes,
      onFailure: ({ key }, error) => failed.push(`${key}: ${error}`),
      ...options,
    });
    await server.ready;
    return { ...server, queue, failed };
  };
  const isLocked = async (count = 1) => {
    const locked = 'select 1 from graphile_worker.jobs where locked_at is not null';
    await expect.poll(async () => (await servers.query(locked)).length, { timeout }).toBe(count);
  };
  /** As if the process were gone: it renews nothing, and what it runs never ends. */
  const hang = () => new Promise<void>(() => {});

  it('make the tables once, though all start at the same time', async () => {
    await servers.query('drop schema if exists poweredby cascade');
    await servers.query('drop schema if exists graphile_worker cascade');
    const started = await Promise.all([1, 2, 3, 4].map(() => serve(async () => {})));
    await Promise.all(started.map(({ queue }, index) => queue.add(job('a', String(index)))));
    await started[0]?.queue.idle();
    expect(await servers.query('select version from poweredby.versions')).toHaveLength(1);
  });

  it('run one job of a lane at a time among them, each that was added once', async () => {
    const running = new Set<string>();
    const overlaps: string[] = [];
    const seen: string[] = [];
    const run = async ({ lane, notes }: NotedJob) => {
      if (running.has(lane)) overlaps.push(lane);
      running.add(lane);
      await setTimeout(Math.random() * 10);
      running.delete(lane);
      seen.push(...notes);
    };
    const started = await Promise.all([1, 2, 3].map(() => serve(run)));
    const wanted = Array.from({ length: 300 }, (_, index) => String(index));
    // Most join one that waits, or that is started in the same moment.
    const adding = wanted.map(async (note, index) => {
      await setTimeout(Math.random() * 1_500);
      const added = job(`lane ${index % 4}`, String(index % 8), 0, note);
      await started[index % 3]?.queue.add(added);
    });
    await Promise.all(adding);
    await started[0]?.queue.idle();
    expect(overlaps).toEqual([]);
    expect(seen.toSorted()).toEqual(wanted.toSorted());
  });

  it('let the lanes of a group take turns where its limits bind, however much one of them has to do', async () => {
    const ran: string[] = [];
    const rateLimits = [{ count: 8, milliseconds: 1_500 }];
    for (const isFirst of [true, false]) {
      const { state, createQueue, ready } = servers.open({ rateLimits });
      const { rateLimiter } = state;
      const queue = createQueue<NotedJob>({
        run: async ({ lane }) => {
          ran.push(lane);
          rateLimiter.spent('group', lane);
          rateLimiter.spent('group', lane);
          await rateLimiter.release('group', lane);
        },
        admit: async ({ lane }) => rateLimiter.admit('group', 2, { sender: lane, isUrgent: true }),
        merge: mergeNotes,
        onFailure: () => {},
      });
      await ready;
      if (!isFirst) continue;
      const busy = Array.from({ length: 30 }, (_, index) => job('busy', String(index)));
      const others = ['b', 'c', 'd', 'e'].map((lane) => job(lane, '1'));
      await queue.add(...[...busy, ...others].map((each) => ({ ...each, group: 'group' })));
    }
    await expect.poll(() => new Set(ran).size, { timeout }).toBe(5);
    // Each of the others came after a few of its jobs, and not after all.
    expect(ran.filter((lane) => lane === 'busy').length).toBeLessThan(15);
  }, 30_000);

  it('take over what one of them did that is gone, with what was added to it meanwhile', async () => {
    const gone = await serve(hang);
    await gone.queue.add(job('a', '1', 0, 'opened'), job('a', '2'));
    await isLocked();
    await gone.queue.add(job('a', '1', 0, 'edited'));
    const seen: string[] = [];
    const other = await serve(async ({ key, notes }) => {
      seen.push([key, ...notes].join(' '));
    });
    gone.vanish();
    await setTimeout(leaseTimes.takeover - 500);
    // It may yet come back.
    expect(seen).toEqual([]);
    await other.queue.idle();
    expect(seen.toSorted()).toEqual(['1 edited', '1 opened', '2']);
  });

  it('leave alone who is only slow to be seen, and one that was given up does nothing anymore', async () => {
    const slow = await serve(hang);
    await slow.queue.add(job('a', '1'));
    await isLocked();
    await slow.state.mayGoOn();
    await setTimeout(leaseTimes.takeover * 2);
    expect(slow.lost.aborted).toBe(false);
    await servers.query('delete from poweredby.servers');
    await expect.poll(() => slow.lost.aborted, { timeout }).toBe(true);
    await expect(Promise.resolve(slow.state.mayGoOn())).rejects.toThrow('took over');
  });

  it('do not run again and again what ends each that runs it; its lane goes on, and it is told of', async () => {
    const poison = job('a', 'poison');
    for (let time = 0; time < 3; time++) {
      const server = await serve(hang);
      if (time === 0) await server.queue.add(poison);
      const begun = `select 1 from graphile_worker.jobs where locked_at is not null and attempts = ${time + 1}`;
      await expect.poll(() => servers.query(begun), { timeout }).toHaveLength(1);
      server.vanish();
    }
    const seen: string[] = [];
    const last = await serve(async ({ key }) => {
      seen.push(key);
    });
    await last.queue.add(job('a', '1'));
    await last.queue.idle();
    expect(seen).toEqual(['1']);
    expect(last.failed).toEqual(['poison: Error: It ended each server that ran it']);
    expect((await last.queue.stats()).shared).toEqual({ servers: 1, dead: 1 });
  }, 60_000);

  it('go on after the database was away; what was asked of it meanwhile was refused soon', async () => {
    const seen: string[] = [];
    const gate = Promise.withResolvers<void>();
    const server = await serve(async ({ key }) => {
      seen.push(key);
      if (key === '1') await gate.promise;
    });
    await server.queue.add(job('a', '1'), job('a', '2'));
    await isLocked();
    await servers.postgres.stop();
    const start = systemClock.now();
    await expect(server.queue.add(job('b', '3'))).rejects.toThrow('does not answer');
    await expect(server.queue.stats()).rejects.toThrow('does not answer');
    expect(systemClock.now() - start).toBeLessThan(8_000);
    // A job that ends meanwhile waits until that can be stored.
    gate.resolve();
    await setTimeout(leaseTimes.takeover);
    await servers.postgres.start();
    await expect
      .poll(() => server.queue.add(job('b', '4')).catch(() => 'refused'), { timeout })
      .toBeUndefined();
    await server.queue.idle();
    expect(seen.toSorted()).toEqual(['1', '2', '4']);
    expect(server.lost.aborted).toBe(false);
  }, 60_000);

  it('run again what failed because the database was away, and nothing else that failed', async () => {
    let isAway = true;
    const seen: string[] = [];
    const server = await serve(async ({ key }) => {
      seen.push(key);
      if (key === '1' && isAway) {
        isAway = false;
        await servers.postgres.stop();
        try {
          await server.state.sweepTimes.set('a', 1);
        } finally {
          void servers.postgres.start();
        }
      }
      if (key === '2') throw new Error('No');
    });
    await server.queue.add(job('a', '1'), job('a', '2'));
    await expect.poll(() => seen.length, { timeout }).toBe(3);
    await server.queue.idle();
    expect(seen.toSorted()).toEqual(['1', '1', '2']);
    expect(server.failed).toEqual(['2: Error: No']);
  }, 60_000);

  it('add what comes again and again once for all of them', async () => {
    const seen: string[] = [];
    const recurring = { cron: '*/15 * * * *', job: () => job('sweep', 'sweep') };
    const run = async ({ key }: NotedJob) => {
      seen.push(key);
    };
    const started = await Promise.all([1, 2].map(() => serve(run, { recurring })));
    const known = 'select identifier from graphile_worker._private_known_crontabs';
    await expect.poll(async () => (await servers.query(known)).length, { timeout }).toBe(1);
    await servers.query(`select graphile_worker.add_job('poweredby-recurring')`);
    await expect.poll(() => seen, { timeout }).toEqual(['sweep']);
    await started[0]?.queue.idle();
  });

  it('remove lanes that have no jobs, and never one that has', async () => {
    const server = await serve(async () => {});
    const lanes = async () =>
      (await servers.query('select queue_name from graphile_worker._private_job_queues')).length;
    await server.queue.add(job('a', '1'), { ...job('b', '2'), notBefore: Date.now() + 60_000 });
    await expect.poll(lanes, { timeout }).toBe(2);
    const database = new Database({ url: servers.url, poolSize: 4 }, silentLogger);
    await expect
      .poll(
        async () => {
          await cleanUpOnce(database, silentLogger);
          return lanes();
        },
        { timeout },
      )
      .toBe(1);
    await database.close();
  });

  it('name lanes and keys of any length apart', async () => {
    const seen: string[] = [];
    const server = await serve(async ({ lane }) => {
      seen.push(lane.slice(-1));
    });
    const long = 'x'.repeat(600);
    await server.queue.add(job(`${long}1`, long), job(`${long}2`, long));
    await server.queue.idle();
    expect(seen.toSorted()).toEqual(['1', '2']);
  });
});
