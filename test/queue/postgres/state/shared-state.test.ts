import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SharedState } from '../../../../src/queue/shared-state.ts';
import { systemClock } from '../../../../src/time/clock.ts';
import { describeWith } from '../../../support/programs.ts';
import { startServers, type TestServers } from '../servers.ts';

const minute = 60_000;

describeWith('postgres', 'what servers know together', () => {
  let servers: TestServers;
  let states: readonly SharedState[];
  beforeAll(async () => {
    servers = await startServers();
  });
  beforeEach(async () => {
    await servers.empty();
    const opened = [1, 2, 3].map(() =>
      servers.open({ rateLimits: [{ count: 20, milliseconds: minute }], requestSpacing: 50 }),
    );
    await Promise.all(opened.map(({ ready }) => ready));
    states = opened.map(({ state }) => state);
  });
  afterAll(() => servers.close());

  const of = (index: number): SharedState => {
    const state = states[index % states.length];
    if (!state) throw new Error('There is none');
    return state;
  };
  const nth = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('all that they may write in a minute, however many ask at once', async () => {
    const asked = nth(30).map((index) =>
      of(index).rateLimiter.admit('1', 2, { sender: `lane ${index}`, isUrgent: true }),
    );
    const delays = await Promise.all(asked);
    expect(delays.filter((delay) => delay === 0)).toHaveLength(10);
    expect(Math.max(...delays)).toBeLessThanOrEqual(minute);
    const other = await of(0).rateLimiter.admit('2', 2, { sender: 'a', isUrgent: true });
    expect(other).toBe(0);
  });

  it('what was sent counts for all, and what was not is given back', async () => {
    const ask = (index: number, sender: string) =>
      of(index).rateLimiter.admit('1', 10, { sender, isUrgent: true });
    expect([await ask(0, 'a'), await ask(1, 'b')]).toEqual([0, 0]);
    expect(await ask(2, 'c')).toBeGreaterThan(0);
    for (let sent = 0; sent < 3; sent++) of(0).rateLimiter.spent('1', 'a');
    await of(0).rateLimiter.release('1', 'a');
    await of(1).rateLimiter.release('1', 'b');
    expect([await ask(2, 'c'), await of(1).rateLimiter.hasRoom('1', 'd')]).toEqual([0, true]);
    expect(await ask(1, 'd')).toBeGreaterThan(0);
    await of(1).rateLimiter.release('1', 'c');
    await of(0).rateLimiter.slowDown('1');
    expect(await of(2).rateLimiter.admit('1', 8, { sender: 'e', isUrgent: true })).toBeGreaterThan(
      0,
    );
  });

  it('the time between two requests of an installation, whoever sends them', async () => {
    const times: number[] = [];
    const start = systemClock.now();
    const turns = nth(12).map(async (index) => {
      await of(index).spacing.turn('1', 0);
      times.push(systemClock.now() - start);
    });
    const other = of(0).spacing.turn('2', 0);
    await Promise.race([other, turns[11]]);
    await Promise.all(turns);
    const sorted = times.toSorted((one, two) => one - two);
    // What is sent is late rather than early: the database counts the time.
    expect(sorted.at(-1)).toBeGreaterThan(11 * 50 - 20);
  });

  it('a pause, and how long it lasts', async () => {
    const until = await of(0).pauses.note('1', { kind: 'primary', retryAfter: 30 * minute });
    expect(until - systemClock.now()).toBeCloseTo(30 * minute, -3);
    expect(await of(1).pauses.delayOf('1')).toBeCloseTo(30 * minute, -3);
    expect([await of(2).pauses.delayOf('2'), await of(2).pauses.count()]).toEqual([0, 1]);
    await of(1).pauses.note('2', { kind: 'secondary', retryAfter: undefined });
    await of(2).pauses.note('2', { kind: 'secondary', retryAfter: undefined });
    expect(await of(0).pauses.delayOf('2')).toBeCloseTo(minute, -3);
  });

  it('that few points are left of an hour', async () => {
    of(0).quota.note('1', 900);
    await expect
      .poll(() => of(1).quota.delayOf('1'), { timeout: 20_000 })
      .toBeGreaterThan(4 * minute);
    of(0).quota.note('1', 5_000);
    await expect.poll(() => of(2).quota.delayOf('1'), { timeout: 20_000 }).toBe(0);
  });

  it('how often somebody asked', async () => {
    const options = { burst: 2, firstDelay: minute, longestDelay: 10 * minute };
    const delays: number[] = [];
    for (const index of nth(4)) {
      const time = await of(index).throttle('test', options).next('ann');
      delays.push(Math.round(Math.max(0, time - systemClock.now()) / minute));
    }
    expect(delays).toEqual([0, 0, 1, 1]);
    const [other, apart] = await Promise.all([
      of(0).throttle('other', options).next('ann'),
      of(0).throttle('test', options).next('bob'),
    ]);
    expect(Math.max(other, apart)).toBeLessThanOrEqual(systemClock.now());
  });

  it('values, until they expire or are deleted', async () => {
    const memories = states.map((state) => state.memory<{ readonly word: string }>('test'));
    await memories[0]?.set('a', { word: '加入' }, minute);
    await memories[0]?.set('b', { word: 'gone' }, 0);
    expect(await memories[1]?.get('a')).toEqual({ word: '加入' });
    expect(await memories[1]?.get('b')).toBeUndefined();
    expect(await of(1).memory('other').get('a')).toBeUndefined();
    await memories[2]?.delete('a');
    expect(await memories[0]?.get('a')).toBeUndefined();
    await of(0).sweepTimes.set('lane', 7);
    expect([await of(1).sweepTimes.get('lane'), await of(1).sweepTimes.get('no')]).toEqual([
      7,
      undefined,
    ]);
  });

  it('which issues failed, how often, and when to look at them again', async () => {
    const failing = (index: number) => of(index).failedIssues;
    await failing(0).add('lane', 1);
    expect(await failing(1).add('lane', 2, 'No')).toBe(1);
    expect(await failing(1).count()).toBe(1);
    expect(await failing(2).list('lane')).toEqual([
      { issue: 1, isDue: true },
      { issue: 2, isDue: true },
    ]);
    expect(await failing(2).add('lane', 2, 'No')).toBe(2);
    expect(await failing(0).list('lane')).toContainEqual({ issue: 2, isDue: false });
    await servers.query(
      `update poweredby.failed_issues set failed_at = now() - interval '31 minutes'`,
    );
    expect(await failing(0).list('lane')).toContainEqual({ issue: 2, isDue: true });
    await failing(1).delete('lane', 2);
    expect([await failing(0).list('lane'), await failing(0).list('other')]).toEqual([
      [{ issue: 1, isDue: true }],
      [],
    ]);
  });
});
