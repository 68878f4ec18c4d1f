import { describe, expect, it } from 'vitest';
import { InProcessQueue, type InProcessQueueOptions } from '../../src/queue/in-process-queue.ts';
import type { Job } from '../../src/queue/queue.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { systemClock } from '../../src/time/clock.ts';
import { settle, TurnedClock } from './turned-clock.ts';

interface NotedJob extends Job {
  readonly notes: readonly string[];
}

/** A job of a group that has no other lane. */
function job(lane: string, key: string, priority = 0, ...notes: string[]): NotedJob {
  return { lane, key, group: `group of ${lane}`, priority, notes };
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
    expect(ran.slice(1)).toMatchObject([
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
    expect(ran).toMatchObject([job('a', '1', 1)]);
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
    expect(ran).toMatchObject([job('a', '1'), job('a', '1', 0, 'x', 'y', 'z')]);
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
    queue.add(job('a', 'rebuild', 1));
    await clock.turn(50);
    queue.add(job('a', 'submission', 0));
    await clock.turn(49);
    expect(keys()).toEqual([]);
    await clock.turn(1);
    expect(keys()).toEqual(['submission', 'rebuild']);
    expect(candidates).toEqual(['rebuild', 'submission', 'submission', 'rebuild']);
  });

  it('lets a lane that is not admitted hold up no other', async () => {
    const clock = new TurnedClock();
    const { queue, keys } = noting({
      clock,
      lanesAtOnce: 1,
      admit: ({ lane }) => (lane === 'slow' ? Math.max(0, 10 - clock.now()) : 0),
    });
    queue.add(job('slow', '1'));
    queue.add(job('quick', '2'));
    await settle();
    expect(keys()).toEqual(['2']);
    await clock.turn(10);
    expect(keys()).toEqual(['2', '1']);
  });

  it('tells of a job that could not be admitted, and goes on', async () => {
    const { queue, failed, keys } = noting({
      admit: ({ key }) => {
        if (key === '1') throw new Error('No');
        return 0;
      },
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

  it('stops while jobs wait to be admitted, or for their time, which is no failure', async () => {
    const { queue, failed, keys } = noting({ admit: () => 60_000 });
    queue.add(job('a', '1'));
    queue.add({ ...job('b', '2'), notBefore: systemClock.now() + 60_000 });
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

describe('a job with a time', () => {
  it('waits for it, and lets the others of its lane go first', async () => {
    const clock = new TurnedClock();
    const { queue, keys } = noting({ clock });
    queue.add({ ...job('a', 'late'), notBefore: 100 });
    queue.add(job('a', 'now', 9));
    await clock.turn(99);
    expect(keys()).toEqual(['now']);
    expect(queue.size.waiting).toBe(1);
    await clock.turn(1);
    expect(keys()).toEqual(['now', 'late']);
    await queue.idle();
  });

  it('is hastened by one for the same thing that is as urgent, and carries both', async () => {
    const clock = new TurnedClock();
    const { queue, ran } = noting({ clock });
    queue.add({ ...job('a', '1', 3, 'edited'), notBefore: 100 });
    queue.add({ ...job('a', '1', 3, 'edited again'), notBefore: 50 });
    await clock.turn(49);
    expect(ran).toEqual([]);
    queue.add(job('a', '1', 0, 'asked'));
    await settle();
    expect(ran.map(({ notes, priority }) => [priority, ...notes])).toEqual([
      [0, 'edited', 'edited again', 'asked'],
    ]);
  });

  it('is not hastened by one that is less urgent', async () => {
    const clock = new TurnedClock();
    const { queue, ran } = noting({ clock });
    queue.add({ ...job('a', '1', 3, 'edited'), notBefore: 100 });
    queue.add(job('a', '1', 4, 'swept'));
    await clock.turn(99);
    expect(ran).toEqual([]);
    await clock.turn(1);
    expect(ran.map(({ notes }) => notes)).toEqual([['edited', 'swept']]);
  });
});

describe('places to run', () => {
  const of = (group: string, lane: string, priority = 0): NotedJob => ({
    ...job(`${group} ${lane}`, `${group} ${lane}`, priority),
    group,
  });

  it('go to the most urgent job of all lanes', async () => {
    const { queue, hold, keys } = noting({ lanesAtOnce: 1 });
    const release = hold('a 1');
    queue.add(of('a', '1'));
    await settle();
    for (const [group, priority] of [
      ['b', 4],
      ['c', 2],
      ['d', 0],
    ] as const) {
      queue.add(of(group, '1', priority));
    }
    release();
    await queue.idle();
    expect(keys()).toEqual(['a 1', 'd 1', 'c 1', 'b 1']);
  });

  it('are left for other groups, however much one has to do', async () => {
    const { queue, hold, keys } = noting({ lanesAtOnce: 4 });
    const lanes = ['1', '2', '3', '4', '5'];
    const releases = lanes.map((lane) => hold(`busy ${lane}`));
    for (const lane of lanes) queue.add(of('busy', lane));
    await settle();
    expect(keys()).toEqual(['busy 1', 'busy 2']);
    queue.add(of('other', '1'));
    await settle();
    expect(keys()).toEqual(['busy 1', 'busy 2', 'other 1']);
    for (const release of releases) release();
    await queue.idle();
  });

  it('are left for what somebody waits for, however much there is in the background', async () => {
    const { queue, hold, keys } = noting({ lanesAtOnce: 4, background: 4 });
    const groups = ['a', 'b', 'c', 'd', 'e'];
    const releases = groups.map((group) => hold(`${group} sweep`));
    for (const group of groups) queue.add(of(group, 'sweep', 4));
    await settle();
    expect(keys()).toEqual(['a sweep', 'b sweep']);
    queue.add(of('c', 'asked'));
    await settle();
    expect(keys()).toEqual(['a sweep', 'b sweep', 'c asked']);
    for (const release of releases) release();
    await queue.idle();
    expect(keys()).toHaveLength(6);
  });

  it('are taken in turns by the lanes of a group', async () => {
    const { queue, keys } = noting({ lanesAtOnce: 1 });
    for (const key of ['1', '2', '3']) queue.add({ ...job('busy', key), group: 'a' });
    queue.add({ ...job('quiet', '4'), group: 'a' });
    await queue.idle();
    expect(keys()).toEqual(['1', '4', '2', '3']);
  });
});
