import { describe, expect, it } from 'vitest';
import type { Observer } from '../../src/observer/observer.ts';
import { InProcessQueue, type InProcessQueueOptions } from '../../src/queue/in-process-queue.ts';
import type { Job } from '../../src/queue/queue.ts';

interface NotedJob extends Job {
  readonly notes: readonly string[];
}

function job(lane: string, key: string, priority = 0, ...notes: string[]): NotedJob {
  return { lane, key, priority, notes };
}

/** A queue that notes what it runs; each job ends when it is let go, or at once. */
function noting(options: Partial<InProcessQueueOptions<NotedJob>> = {}) {
  const ran: NotedJob[] = [];
  const failed: [string, unknown][] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const queue = new InProcessQueue<NotedJob>({
    run: async (each) => {
      ran.push(each);
      await gates.get(each.key)?.promise;
    },
    merge: (waiting, added) => ({ ...waiting, notes: [...waiting.notes, ...added.notes] }),
    onFailure: (each, error) => failed.push([each.key, error]),
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
  return { queue, ran, failed, hold, keys: () => ran.map(({ key }) => key) };
}

/** Lets everything go on that can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  it('runs the jobs of a lane one after the other, in the order in which they came', async () => {
    const { queue, hold, keys } = noting();
    const release = hold('1');
    for (const key of ['1', '2', '3']) queue.add(job('a', key));
    await settle();
    expect(keys()).toEqual(['1']);
    expect(queue.size).toEqual({ waiting: 2, running: 1 });
    expect(queue.running().map(({ key }) => key)).toEqual(['1']);
    expect(queue.waiting().map(({ key }) => key)).toEqual(['2', '3']);
    release();
    await queue.idle();
    expect(keys()).toEqual(['1', '2', '3']);
    expect(queue.size).toEqual({ waiting: 0, running: 0 });
  });

  it('lets a lower priority number go first, also among what comes at once', async () => {
    const { queue, keys } = noting();
    for (const [key, priority] of [
      ['late', 2],
      ['first', 0],
      ['later', 2],
      ['second', 1],
    ] as const) {
      queue.add(job('a', key, priority));
    }
    await queue.idle();
    expect(keys()).toEqual(['first', 'second', 'late', 'later']);
  });

  it('runs lanes side by side, as many as it may', async () => {
    const { queue, hold, keys } = noting({ lanesAtOnce: 2 });
    const releases = ['1', '2', '3'].map(hold);
    queue.add(job('a', '1'));
    queue.add(job('b', '2'));
    queue.add(job('c', '3'));
    await settle();
    expect(keys()).toEqual(['1', '2']);
    releases[0]?.();
    await settle();
    expect(keys()).toEqual(['1', '2', '3']);
    for (const release of releases) release();
    await queue.idle();
  });

  it('takes a job into one that waits for the same thing, which keeps its place and the better priority', async () => {
    const { queue, ran, hold } = noting();
    const release = hold('0');
    queue.add(job('a', '0'));
    await settle();
    queue.add(job('a', '1', 1, 'opened'));
    queue.add(job('a', '2', 1));
    queue.add(job('a', '1', 1, 'edited'));
    queue.add(job('a', '3', 0));
    queue.add(job('a', '2', 0));
    release();
    await queue.idle();
    expect(ran.slice(1)).toEqual([
      job('a', '2', 0),
      job('a', '3', 0),
      job('a', '1', 1, 'opened', 'edited'),
    ]);
  });

  it('never lets merging change a lane, a key or make a priority worse', async () => {
    const merge = () => job('elsewhere', 'other', 9);
    const { queue, ran } = noting({ merge });
    queue.add(job('a', '1', 1));
    queue.add(job('a', '1', 2));
    await queue.idle();
    expect(ran).toEqual([job('a', '1', 1)]);
  });

  it('keeps the same key apart in two lanes', async () => {
    const { queue, ran } = noting();
    queue.add(job('a', '1'));
    queue.add(job('b', '1'));
    await queue.idle();
    expect(ran).toHaveLength(2);
  });

  it('runs once more what comes again while it runs, however often', async () => {
    const { queue, ran, hold } = noting();
    const release = hold('1');
    queue.add(job('a', '1'));
    await settle();
    for (const note of ['x', 'y', 'z']) queue.add(job('a', '1', 0, note));
    expect(queue.size).toEqual({ waiting: 1, running: 1 });
    release();
    await queue.idle();
    expect(ran).toEqual([job('a', '1'), job('a', '1', 0, 'x', 'y', 'z')]);
  });

  it('tells of a job that fails, and goes on', async () => {
    const failure = new Error('No');
    const keys: string[] = [];
    const { queue, failed } = noting({
      run: ({ key }) => {
        keys.push(key);
        if (key === '1') throw failure;
        return Promise.resolve();
      },
    });
    queue.add(job('a', '1'));
    queue.add(job('a', '2'));
    await queue.idle();
    expect(keys).toEqual(['1', '2']);
    expect(failed).toEqual([['1', failure]]);
  });

  it('chooses the next job only when it is admitted', async () => {
    const gate = Promise.withResolvers<void>();
    const candidates: string[] = [];
    const { queue, keys } = noting({
      admit: ({ key }) => {
        candidates.push(key);
        return gate.promise;
      },
    });
    queue.add(job('a', 'rebuild', 1));
    await settle();
    queue.add(job('a', 'submission', 0));
    gate.resolve();
    await queue.idle();
    expect(keys()).toEqual(['submission', 'rebuild']);
    expect(candidates).toEqual(['rebuild', 'rebuild']);
  });

  it('lets a lane that is not admitted hold up no other', async () => {
    const gate = Promise.withResolvers<void>();
    const { queue, keys } = noting({
      lanesAtOnce: 1,
      admit: ({ lane }) => (lane === 'slow' ? gate.promise : Promise.resolve()),
    });
    queue.add(job('slow', '1'));
    queue.add(job('quick', '2'));
    await settle();
    expect(keys()).toEqual(['2']);
    gate.resolve();
    await queue.idle();
    expect(keys()).toEqual(['2', '1']);
  });

  it('tells of a job that could not be admitted, and goes on', async () => {
    const { queue, failed, keys } = noting({
      admit: ({ key }) => (key === '1' ? Promise.reject(new Error('No')) : Promise.resolve()),
    });
    queue.add(job('a', '1'));
    queue.add(job('a', '2'));
    await queue.idle();
    expect(failed).toEqual([['1', new Error('No')]]);
    expect(keys()).toEqual(['2']);
  });

  it('stops: what runs is waited for, what waits is forgotten, nothing is taken any more', async () => {
    const { queue, hold, keys } = noting();
    const release = hold('1');
    queue.add(job('a', '1'));
    queue.add(job('a', '2'));
    await settle();
    const stopped = queue.stop(60_000);
    queue.add(job('a', '3'));
    queue.add(job('b', '4'));
    expect(queue.size).toEqual({ waiting: 0, running: 1 });
    release();
    await stopped;
    expect(keys()).toEqual(['1']);
    expect(queue.size).toEqual({ waiting: 0, running: 0 });
  });

  it('stops though a job does not end', async () => {
    const { queue, hold } = noting();
    const release = hold('1');
    queue.add(job('a', '1'));
    await settle();
    await queue.stop(1);
    expect(queue.size.running).toBe(1);
    release();
    await queue.idle();
  });

  it('stops while a lane waits to be admitted, which is no failure', async () => {
    const { queue, failed, keys } = noting({
      admit: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    queue.add(job('a', '1'));
    await settle();
    await queue.stop(60_000);
    await queue.stop(60_000);
    expect(failed).toEqual([]);
    expect(keys()).toEqual([]);
  });

  it('is idle where there was never anything', async () => {
    const { queue } = noting();
    await queue.idle();
    await queue.stop(60_000);
    expect(queue.size).toEqual({ waiting: 0, running: 0 });
  });

  it('tells its observer what waits, starts and ends', async () => {
    const told: unknown[] = [];
    const observer: Pick<Observer, 'jobsWaiting' | 'jobStarted' | 'jobEnded'> = {
      jobsWaiting: (count) => told.push(count),
      jobStarted: () => told.push('started'),
      jobEnded: (result) => told.push(result),
    };
    const run = ({ key }: Job) =>
      key === '2' ? Promise.reject(new Error('No')) : Promise.resolve();
    const { queue } = noting({ observer, run });
    queue.add(job('a', '1'));
    queue.add(job('a', '2'));
    await queue.idle();
    expect(told).toEqual([1, 2, 1, 'started', 'done', 0, 'started', 'failed']);
  });

  it('runs each of a thousand jobs in a burst once', async () => {
    const { queue, ran } = noting();
    for (let count = 0; count < 1000; count += 1) {
      queue.add(job(`lane ${count % 20}`, String(count), count % 3));
    }
    await queue.idle();
    expect(new Set(ran.map(({ key }) => key)).size).toBe(1000);
    expect(ran).toHaveLength(1000);
  });
});
