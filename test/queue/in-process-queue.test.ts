import { describe, expect, it } from 'vitest';
import { InProcessQueue } from '../../src/queue/in-process-queue.ts';
import type { Job, QueueOptions } from '../../src/queue/queue.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { job, mergeNotes, type NotedJob, queueContract } from './queue-contract.ts';
import { settle, TurnedClock } from './turned-clock.ts';

/** A queue that notes what it runs; each job ends when it is let go, or at once. */
function noting(options: Partial<QueueOptions<NotedJob>> = {}) {
  const ran: NotedJob[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const queue = new InProcessQueue<NotedJob>({
    run: async (each) => {
      ran.push(each);
      await gates.get(each.key)?.promise;
    },
    merge: mergeNotes,
    onFailure: () => {},
    ...options,
  });
  const hold = (key: string) => {
    const gate = Promise.withResolvers<void>();
    gates.set(key, gate);
    return () => {
      gates.delete(key);
      gate.resolve();
    };
  };
  return { queue, hold, keys: () => ran.map(({ key }) => key) };
}

queueContract(() => {
  const clock = new TurnedClock();
  return {
    create: (options) => new InProcessQueue({ ...options, clock }),
    now: () => clock.now(),
    exactness: 1,
    pass: (milliseconds) => clock.turn(milliseconds),
  };
});

describe('the queue of a process', () => {
  it('lists what waits and what runs', async () => {
    const { queue, hold } = noting();
    const release = hold('1');
    for (const key of ['1', '2', '3']) void queue.add(job('a', key));
    await settle();
    expect(queue.running().map(({ key }) => key)).toEqual(['1']);
    expect(queue.waiting().map(({ key }) => key)).toEqual(['2', '3']);
    release();
    await queue.idle();
  });

  it('lets a lower priority number go first, also among what comes at once', async () => {
    const { queue, keys } = noting();
    for (const [key, priority] of [
      ['late', 2],
      ['first', 0],
      ['later', 2],
      ['second', 1],
    ] as const) {
      void queue.add(job('a', key, priority));
    }
    await queue.idle();
    expect(keys()).toEqual(['first', 'second', 'late', 'later']);
  });

  it('runs lanes side by side, as many as it may', async () => {
    const { queue, hold, keys } = noting({ concurrency: 2 });
    const releases = ['1', '2', '3'].map(hold);
    void queue.add(job('a', '1'));
    void queue.add(job('b', '2'));
    void queue.add(job('c', '3'));
    await settle();
    expect(keys()).toEqual(['1', '2']);
    releases[0]?.();
    await settle();
    expect(keys()).toEqual(['1', '2', '3']);
    for (const release of releases) release();
    await queue.idle();
  });

  it('chooses the next job only when one is admitted, and asks again when it was told to', async () => {
    const clock = new TurnedClock();
    const candidates: string[] = [];
    const { queue, keys } = noting({
      clock,
      admit: ({ key }) => {
        candidates.push(key);
        return clock.now() < 100 ? 100 - clock.now() : 0;
      },
    });
    void queue.add(job('a', 'rebuild', 1));
    await clock.turn(50);
    void queue.add(job('a', 'submission', 0));
    await clock.turn(49);
    expect(keys()).toEqual([]);
    await clock.turn(1);
    expect(keys()).toEqual(['submission', 'rebuild']);
    expect(candidates).toEqual(['rebuild', 'submission', 'submission', 'rebuild']);
  });

  it('tells its telemetry what waits, starts and ends', async () => {
    const told: unknown[] = [];
    const telemetry: Pick<Telemetry, 'jobsWaiting' | 'jobStarted' | 'jobEnded'> = {
      jobsWaiting: (count) => told.push(count),
      jobStarted: () => told.push('started'),
      jobEnded: (result) => told.push(result),
    };
    const run = ({ key }: Job) =>
      key === '2' ? Promise.reject(new Error('No')) : Promise.resolve();
    const { queue } = noting({ telemetry, run });
    void queue.add(job('a', '1'));
    void queue.add(job('a', '2'));
    await queue.idle();
    expect(told).toEqual([1, 2, 1, 'started', 'done', 0, 'started', 'failed']);
  });
});

describe('permits to run', () => {
  const of = (group: string, lane: string, priority = 0): NotedJob => ({
    ...job(`${group} ${lane}`, `${group} ${lane}`, priority),
    group,
  });

  it('go to the most urgent job of all lanes', async () => {
    const { queue, hold, keys } = noting({ concurrency: 1 });
    const release = hold('a 1');
    void queue.add(of('a', '1'));
    await settle();
    for (const [group, priority] of [
      ['b', 4],
      ['c', 2],
      ['d', 0],
    ] as const) {
      void queue.add(of(group, '1', priority));
    }
    release();
    await queue.idle();
    expect(keys()).toEqual(['a 1', 'd 1', 'c 1', 'b 1']);
  });

  it('are taken in turns by the lanes of a group', async () => {
    const { queue, keys } = noting({ concurrency: 1 });
    for (const key of ['1', '2', '3']) void queue.add({ ...job('busy', key), group: 'a' });
    void queue.add({ ...job('quiet', '4'), group: 'a' });
    await queue.idle();
    expect(keys()).toEqual(['1', '4', '2', '3']);
  });
});
