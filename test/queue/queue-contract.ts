import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Awaitable } from '../../src/queue/awaitable.ts';
import type { Job, Queue, QueueOptions } from '../../src/queue/queue.ts';

/** A job of the contract's tests, with what it gathered from others that it was coalesced with. */
export interface NotedJob extends Job {
  readonly notes: readonly string[];
}

/** An implementation to be tested, with a time of its own. */
export interface QueueHarness {
  /** Resolves to one that runs what is added from then on at once. */
  create(options: QueueOptions<NotedJob>): Awaitable<Queue<NotedJob>>;
  /** The queue's time, in milliseconds since 1970. */
  now(): number;
  /** How exact times are, as `toBeCloseTo` has it: -3 for 500 milliseconds. */
  readonly exactness: number;
  /** Lets so much time pass, and everything happen that can. */
  pass(milliseconds: number): Promise<void>;
}

/** A job of a group that has no other lane. */
export function job(lane: string, key: string, priority = 0, ...notes: string[]): NotedJob {
  return { lane, key, group: `group of ${lane}`, priority, notes };
}

/** Makes one job of two; what they noted stands in their order. */
export function mergeNotes(waiting: NotedJob, added: NotedJob): NotedJob {
  return { ...added, notes: [...waiting.notes, ...added.notes] };
}

/** A queue that notes what it runs; each job ends when it is let go, or at once. */
async function noting(harness: QueueHarness, options: Partial<QueueOptions<NotedJob>> = {}) {
  const ran: NotedJob[] = [];
  const failed: [string, unknown][] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const queue = await harness.create({
    run: async (each) => {
      ran.push(each);
      await gates.get(each.key)?.promise;
    },
    merge: mergeNotes,
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
  const add = async (...jobs: readonly NotedJob[]) => {
    for (const each of jobs) await queue.add(each);
  };
  const keys = () => ran.map(({ key }) => key);
  return { queue, ran, failed, hold, add, keys };
}

/**
 * What every queue does, as `src/queue/queue.ts` says.
 *
 * @param start begins anew for each test, and ends by itself
 * @param numRuns how many inputs are tried where they are generated
 */
export function queueContract(
  start: () => QueueHarness | Promise<QueueHarness>,
  numRuns = 20,
): void {
  const started = async (options: Partial<QueueOptions<NotedJob>> = {}) => {
    const harness = await start();
    return { ...harness, ...(await noting(harness, options)) };
  };

  describe('a lane', () => {
    it('has one job running at most, and runs them in the order in which they were added', async () => {
      const { queue, hold, add, keys, pass } = await started();
      const release = hold('1');
      await add(job('a', '1'), job('a', '2'), job('a', '3'));
      await pass(0);
      expect(keys()).toEqual(['1']);
      expect(await queue.stats()).toMatchObject({ waiting: 2, running: 1 });
      release();
      await queue.idle();
      expect(keys()).toEqual(['1', '2', '3']);
      expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
    });

    it('runs beside other lanes', async () => {
      const { queue, hold, add, keys, pass } = await started();
      const release = hold('1');
      await add(job('a', '1'), job('b', '2'));
      await pass(0);
      expect(new Set(keys())).toEqual(new Set(['1', '2']));
      expect((await queue.stats()).running).toBe(1);
      release();
      await queue.idle();
    });

    it('never runs two jobs at once, whatever is added when', async () => {
      const added = fc.record({
        lane: fc.constantFrom('a', 'b'),
        key: fc.constantFrom('1', '2', '3'),
        priority: fc.integer({ min: 0, max: 2 }),
        delay: fc.constantFrom(0, 0, 20),
        pause: fc.constantFrom(0, 10),
      });
      const property = fc.asyncProperty(fc.array(added, { maxLength: 12 }), async (steps) => {
        const running = new Set<string>();
        const seen: string[] = [];
        const overlaps: string[] = [];
        const { queue, add, now, pass } = await started({
          run: async ({ lane, notes }) => {
            if (running.has(lane)) overlaps.push(lane);
            running.add(lane);
            for (let turn = 0; turn < 3; turn++) await setImmediate();
            running.delete(lane);
            seen.push(...notes);
          },
        });
        const wanted: string[] = [];
        for (const [index, { lane, key, priority, delay, pause }] of steps.entries()) {
          wanted.push(String(index));
          const each = job(lane, key, priority, String(index));
          await add(delay === 0 ? each : { ...each, notBefore: now() + delay });
          await pass(pause);
        }
        await pass(100);
        await queue.idle();
        expect(overlaps).toEqual([]);
        // Nothing that was added is lost, and nothing is done twice.
        expect(seen.toSorted()).toEqual(wanted.toSorted());
      });
      await fc.assert(property, { numRuns });
    });

    it('runs what is more urgent first', async () => {
      const { queue, hold, add, keys, pass } = await started();
      const release = hold('0');
      await add(job('a', '0'));
      await pass(0);
      await add(job('a', 'late', 2), job('a', 'first', 0), job('a', 'later', 2));
      await add(job('a', 'second', 1));
      release();
      await queue.idle();
      expect(keys()).toEqual(['0', 'first', 'second', 'late', 'later']);
    });

    it('goes on after a job that failed, which is told of once and not run again', async () => {
      const failure = new Error('No');
      const ran: string[] = [];
      const { queue, add, failed } = await started({
        run: async ({ key }) => {
          ran.push(key);
          if (key === '1') throw failure;
        },
      });
      await add(job('a', '1'), job('a', '2'));
      await queue.idle();
      expect(ran).toEqual(['1', '2']);
      expect(failed.map(([key, error]) => [key, String(error)])).toEqual([['1', 'Error: No']]);
    });
  });

  describe('a job', () => {
    it('is stored once it is added, though it runs later', async () => {
      const { queue, now, add } = await started();
      await add({ ...job('a', '1'), notBefore: now() + 3000 });
      expect(await queue.stats()).toMatchObject({ waiting: 1, running: 0 });
      await queue.stop(0);
    });

    it('comes out as it was put in, with the time: plain JSON', async () => {
      const { queue, ran, add, now } = await started();
      const begin = now();
      const added = { ...job('a', '1', 3, 'x', '加入'), notBefore: 0, more: { deep: [1, null] } };
      await add(added);
      await queue.idle();
      const [{ since = 0, ...first } = {}, ...others] = ran;
      expect([first, others]).toStrictEqual([added, []]);
      expect(since).toBeGreaterThanOrEqual(begin);
      expect(since).toBeLessThanOrEqual(now());
    });

    it('joins one that waits for the same thing, which keeps its position and has the better priority', async () => {
      const { queue, ran, hold, add, pass } = await started();
      const release = hold('0');
      await add(job('a', '0'));
      await pass(0);
      await add(job('a', '1', 1, 'opened'), job('a', '2', 1), job('a', '1', 1, 'edited'));
      await add(job('a', '3', 0), job('a', '2', 0));
      expect((await queue.stats()).waiting).toBe(3);
      release();
      await queue.idle();
      expect(ran.slice(1)).toMatchObject([
        job('a', '2', 0),
        job('a', '3', 0),
        job('a', '1', 1, 'opened', 'edited'),
      ]);
    });

    it('that is added with others is stored with all of them', async () => {
      const { queue, keys } = await started();
      await queue.add(job('a', '1'), job('a', '2'), job('a', '1'), job('b', '3'));
      await queue.idle();
      expect(keys().toSorted()).toEqual(['1', '2', '3']);
    });

    it('is apart from one of the same key in another lane', async () => {
      const { queue, ran, add } = await started();
      await add(job('a', '1'), job('b', '1'));
      await queue.idle();
      expect(ran).toHaveLength(2);
    });

    it('runs once more where it is added while it runs, however often', async () => {
      const { queue, ran, hold, add, pass } = await started();
      const release = hold('1');
      await add(job('a', '1'));
      await pass(0);
      for (const note of ['x', 'y', 'z']) await add(job('a', '1', 0, note));
      expect(await queue.stats()).toMatchObject({ waiting: 1, running: 1 });
      release();
      await queue.idle();
      expect(ran).toMatchObject([job('a', '1'), job('a', '1', 0, 'x', 'y', 'z')]);
    });

    it('keeps its lane, key and priority, whatever merging says', async () => {
      const { queue, ran, hold, add, pass } = await started({
        merge: () => job('elsewhere', 'other', 9),
      });
      const release = hold('0');
      await add(job('a', '0'));
      await pass(0);
      await add(job('a', '1', 1), job('a', '1', 2));
      release();
      await queue.idle();
      expect(ran.slice(1)).toMatchObject([job('a', '1', 1)]);
    });
  });

  describe('a job that is added again as it ran', () => {
    it('goes before what was added after it', async () => {
      const given: NotedJob[] = [];
      let delay = 0;
      const { queue, add, pass } = await started({
        run: async (each) => {
          given.push(each);
          if (given.length > 1) return;
          delay = 50;
          await queue.add(each);
        },
        admit: () => delay,
      });
      await add(job('a', '1', 0, 'x'));
      await pass(10);
      await add(job('a', '2'), job('a', '1', 0, 'y'));
      delay = 0;
      await pass(100);
      await queue.idle();
      expect(given.map(({ key, notes }) => [key, ...notes])).toEqual([
        ['1', 'x'],
        ['1', 'x', 'y'],
        ['2'],
      ]);
    });
  });

  describe('the oldest job', () => {
    it('that waits and may run is told of, apart from what nobody waits for', async () => {
      let isOpen = false;
      const harness = await start();
      const begin = harness.now();
      const about = (time: number) => expect.closeTo(time, harness.exactness);
      const { queue, add } = await noting(harness, {
        background: 4,
        admit: () => (isOpen ? 0 : 1000),
      });
      expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
      await add({ ...job('a', 'later'), notBefore: begin + 700 });
      await add(job('b', 'swept', 4));
      expect(await queue.stats()).toMatchObject({ backgroundSince: about(begin) });
      expect(await queue.stats()).not.toHaveProperty('waitingSince');
      await harness.pass(800);
      await add(job('a', 'now'));
      expect(await queue.stats()).toMatchObject({
        waitingSince: about(begin + 700),
        backgroundSince: about(begin),
      });
      isOpen = true;
      await harness.pass(2000);
      await queue.idle();
      expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
    });
  });

  describe('a job with a time', () => {
    it('waits for it, and lets the others of its lane go first', async () => {
      const { queue, keys, add, now, pass } = await started();
      await add({ ...job('a', 'late'), notBefore: now() + 3000 }, job('a', 'now', 9));
      await pass(500);
      expect(keys()).toEqual(['now']);
      expect((await queue.stats()).waiting).toBe(1);
      await pass(2600);
      await queue.idle();
      expect(keys()).toEqual(['now', 'late']);
    });

    it('is hastened by one for the same thing that is as urgent, and carries both', async () => {
      const { queue, ran, add, now, pass } = await started();
      await add({ ...job('a', '1', 3, 'edited'), notBefore: now() + 100_000 });
      await add({ ...job('a', '1', 3, 'edited again'), notBefore: now() + 50_000 });
      await pass(100);
      expect(ran).toEqual([]);
      await add(job('a', '1', 0, 'asked'));
      await queue.idle();
      expect(ran.map(({ notes, priority }) => [priority, ...notes])).toEqual([
        [0, 'edited', 'edited again', 'asked'],
      ]);
    });

    it('is not hastened by one that is less urgent', async () => {
      const { queue, ran, add, now, pass } = await started();
      await add({ ...job('a', '1', 3, 'edited'), notBefore: now() + 3000 });
      await add(job('a', '1', 4, 'swept'));
      await pass(500);
      expect(ran).toEqual([]);
      await pass(2600);
      await queue.idle();
      expect(ran.map(({ notes }) => notes)).toEqual([['edited', 'swept']]);
    });
  });

  describe('permits to run', () => {
    const of = (group: string, lane: string, priority = 0): NotedJob => ({
      ...job(`${group} ${lane}`, `${group} ${lane}`, priority),
      group,
    });

    it('are left for other groups, however much one has to do', async () => {
      const { queue, hold, add, keys, pass } = await started({ concurrency: 4 });
      const lanes = ['1', '2', '3', '4', '5'];
      const releases = lanes.map((lane) => hold(`busy ${lane}`));
      for (const lane of lanes) await add(of('busy', lane));
      await pass(0);
      expect(keys()).toEqual(['busy 1', 'busy 2']);
      await add(of('other', '1'));
      await pass(0);
      expect(keys()).toEqual(['busy 1', 'busy 2', 'other 1']);
      for (const release of releases) release();
      await queue.idle();
    });

    it('are left for what somebody waits for, however much there is in the background', async () => {
      const { queue, hold, add, keys, pass } = await started({ concurrency: 4, background: 4 });
      const groups = ['a', 'b', 'c', 'd', 'e'];
      const releases = groups.map((group) => hold(`${group} sweep`));
      for (const group of groups) await add(of(group, 'sweep', 4));
      await pass(0);
      expect(keys()).toEqual(['a sweep', 'b sweep']);
      await add(of('c', 'asked'));
      await pass(0);
      expect(keys()).toEqual(['a sweep', 'b sweep', 'c asked']);
      for (const release of releases) release();
      await queue.idle();
      expect(keys()).toHaveLength(6);
    });
  });

  describe('admission', () => {
    it('is asked again after the time that it named, and holds up no other lane', async () => {
      const harness = await start();
      const until = harness.now() + 3000;
      const { queue, keys, add } = await noting(harness, {
        admit: async ({ lane }) => (lane === 'slow' ? Math.max(0, until - harness.now()) : 0),
      });
      await add(job('slow', '1'), job('quick', '2'));
      await harness.pass(500);
      expect(keys()).toEqual(['2']);
      await harness.pass(2600);
      await queue.idle();
      expect(keys()).toEqual(['2', '1']);
    });

    it('that takes a while loses nothing that is added meanwhile, and ends with the queue', async () => {
      let admitted = Promise.withResolvers<number>();
      const { queue, ran, add, pass } = await started({ admit: () => admitted.promise });
      await add(job('a', '1', 0, 'x'));
      await pass(0);
      await add(job('a', '1', 0, 'y'));
      admitted.resolve(0);
      await queue.idle();
      expect(ran.flatMap(({ notes }) => notes)).toEqual(['x', 'y']);
      admitted = Promise.withResolvers();
      await add(job('a', '2'));
      await pass(0);
      await queue.stop(0);
      admitted.resolve(0);
      await pass(0);
      expect(ran.map(({ key }) => key)).not.toContain('2');
    });

    it('that fails is the failure of its job, and others go on', async () => {
      const { queue, failed, keys, add } = await started({
        admit: ({ key }) => {
          if (key === '1') throw new Error('No');
          return 0;
        },
      });
      await add(job('a', '1'), job('a', '2'));
      await queue.idle();
      expect(failed.map(([key, error]) => [key, String(error)])).toEqual([['1', 'Error: No']]);
      expect(keys()).toEqual(['2']);
    });
  });

  describe('a queue that stops', () => {
    it('waits for what runs, starts nothing and takes nothing any more', async () => {
      const { queue, hold, keys, add, pass } = await started();
      const release = hold('1');
      await add(job('a', '1'), job('a', '2'));
      await pass(0);
      const stopped = queue.stop(60_000);
      await expect(queue.add(job('a', '3'))).rejects.toThrow();
      await expect(queue.add(job('b', '4'))).rejects.toThrow();
      release();
      await stopped;
      expect(keys()).toEqual(['1']);
      expect((await queue.stats()).running).toBe(0);
    });

    it('does so though a job does not end', async () => {
      const { queue, hold, add, pass } = await started();
      const release = hold('1');
      await add(job('a', '1'));
      await pass(0);
      await queue.stop(1);
      expect((await queue.stats()).running).toBe(1);
      release();
    });

    it('does so while jobs wait for their time or to be admitted, and twice, which is no failure', async () => {
      const { queue, failed, keys, add, now, pass } = await started({ admit: () => 60_000 });
      await add(job('a', '1'), { ...job('b', '2'), notBefore: now() + 60_000 });
      await pass(0);
      await queue.stop(60_000);
      await queue.stop(60_000);
      expect([failed, keys()]).toEqual([[], []]);
    });
  });

  it('a queue is idle where there was never anything', async () => {
    const { queue } = await started();
    await queue.idle();
    await queue.stop(60_000);
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
  });

  it('a queue runs each job of a burst once, whether one was added alone or a thousand together', async () => {
    const { queue, ran, add } = await started();
    const burst = Array.from({ length: 1_300 }, (_, index) =>
      job(`lane ${index % 20}`, String(index), index % 3),
    );
    await add(...burst.slice(0, 200));
    await queue.add(...burst.slice(200));
    await queue.idle();
    expect(new Set(ran.map(({ key }) => key)).size).toBe(1_300);
    expect(ran).toHaveLength(1_300);
  });
}
