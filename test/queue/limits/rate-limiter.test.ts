import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InProcessRateLimiter } from '../../../src/queue/limits/in-process-rate-limiter.ts';
import { githubRateLimits } from '../../../src/queue/limits/rate-limiter.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { TurnedClock } from '../turned-clock.ts';

const minute = 60_000;

interface Asking {
  readonly sender?: string;
  readonly isUrgent?: boolean;
}

function limited(...limits: readonly [count: number, milliseconds: number][]) {
  const clock = new TurnedClock();
  const chosen = limits.map(([count, milliseconds]) => ({ count, milliseconds }));
  const limiter = new InProcessRateLimiter(limits.length > 0 ? chosen : githubRateLimits, clock);
  /** In how many milliseconds they may ask again; 0 where they were admitted. */
  const ask = (key: string, count: number, { sender = '', isUrgent = true }: Asking = {}) =>
    limiter.admit(key, count, { sender, isUrgent });
  const spend = (key: string, count: number, sender = '') => {
    for (let spent = 0; spent < count; spent += 1) limiter.spent(key, sender);
  };
  return { clock, limiter, ask, spend };
}

describe('the rate limiter', () => {
  it('admits what fits at once', () => {
    const { ask, spend } = limited();
    spend('1', 57);
    expect(ask('1', 3)).toBe(0);
  });

  it('lets what does not fit wait until so many are a minute past', async () => {
    const { clock, ask, spend } = limited();
    spend('1', 2);
    await clock.turn(10_000);
    spend('1', 58);
    expect(ask('1', 3)).toBe(minute);
    await clock.turn(minute - 1);
    expect(ask('1', 3)).toBe(1);
    await clock.turn(1);
    expect(ask('1', 3)).toBe(0);
  });

  it('learns from what was too quick for GitHub, and forgets it again by the hour', async () => {
    const { clock, limiter, ask, spend } = limited([60, minute]);
    const fits = async () => {
      let count = 0;
      while (count < 60 && ask('1', 1) === 0) {
        spend('1', 1);
        count += 1;
      }
      await clock.turn(minute);
      return count;
    };
    expect(await fits()).toBe(60);
    limiter.slowDown('1');
    // What was on its way then met the same.
    limiter.slowDown('1');
    expect(await fits()).toBe(30);
    for (let time = 0; time < 5; time += 1) {
      limiter.slowDown('1');
      await clock.turn(minute);
    }
    expect(await fits()).toBe(7);
    await clock.turn(58 * minute);
    expect(await fits()).toBe(15);
    await clock.turn(60 * minute);
    expect(await fits()).toBe(30);
    await clock.turn(60 * minute);
    expect(await fits()).toBe(60);
  });

  it('slowed down, never keeps out for good what is asked for at once', async () => {
    const { clock, limiter, ask } = limited([6, minute]);
    for (let time = 0; time < 9; time += 1) {
      limiter.slowDown('1');
      await clock.turn(2 * minute);
      expect(ask('1', 3)).toBe(0);
      limiter.release('1', '');
    }
  });

  it('keeps to the hour as well', async () => {
    const { clock, ask, spend } = limited();
    for (let minutes = 0; minutes < 8; minutes += 1) {
      spend('1', 50);
      await clock.turn(minute);
    }
    expect(ask('1', 1)).toBe(52 * minute);
    await clock.turn(52 * minute);
    expect(ask('1', 1)).toBe(0);
  });

  it('counts each key for itself', () => {
    const { ask, spend } = limited();
    spend('1', 60);
    expect([ask('1', 1), ask('2', 48)]).toEqual([minute, 0]);
  });

  it('does not admit twice what fits once', () => {
    const { ask } = limited([4, minute]);
    const asked = ['a', 'b', 'c'].map((sender) => ask('1', 2, { sender }));
    expect(asked).toEqual([0, 0, minute]);
  });

  it('counts what was admitted and then sent once', () => {
    const { ask, spend } = limited([4, minute]);
    ask('1', 2, { sender: 'a' });
    spend('1', 2, 'a');
    expect(ask('1', 2, { sender: 'b' })).toBe(0);
  });

  it('takes back what a sender was admitted and did not send, when it asks again or is done', () => {
    const { limiter, ask, spend } = limited([4, minute]);
    ask('1', 3, { sender: 'a' });
    spend('1', 1, 'a');
    expect(ask('1', 3, { sender: 'a' })).toBe(0);
    expect(ask('1', 3, { sender: 'b' })).toBeGreaterThan(0);
    limiter.release('1', 'a');
    expect(ask('1', 3, { sender: 'b' })).toBe(0);
  });

  it('forgets what was admitted to one who never sends', async () => {
    const { clock, ask } = limited([5, minute], [6, 60 * minute]);
    ask('1', 4, { sender: 'gone' });
    expect(ask('1', 4, { sender: 'b' })).toBe(minute);
    await clock.turn(minute);
    expect(ask('1', 4, { sender: 'b' })).toBe(0);
  });

  it('keeps the last of it from whoever used much, for what is urgent and for others', () => {
    const { ask, spend } = limited([20, minute]);
    spend('1', 14, 'busy');
    const busy = { sender: 'busy', isUrgent: false };
    expect(ask('1', 2, busy)).toBe(0);
    spend('1', 2, 'busy');
    expect(ask('1', 1, busy)).toBe(minute);
    expect(ask('1', 2, { sender: 'other', isUrgent: false })).toBe(0);
    expect(ask('1', 2, { ...busy, isUrgent: true })).toBe(0);
    expect(ask('1', 1, { sender: 'third' })).toBe(minute);
  });

  it('tells whether there is room beside what was admitted', () => {
    const { limiter, ask } = limited([5, minute]);
    expect(limiter.hasRoom('1', 'a')).toBe(true);
    ask('1', 4, { sender: 'b' });
    expect(limiter.hasRoom('1', 'a')).toBe(true);
    limiter.spent('1', 'a');
    expect(limiter.hasRoom('1', 'a')).toBe(false);
  });

  it('refuses what can never fit', () => {
    expect(() => limited().ask('1', 61)).toThrow(RangeError);
  });

  it('never lets more through in any minute or hour than its limits, whoever asks for what', async () => {
    const step = fc.record({
      sender: fc.constantFrom('a', 'b', 'c'),
      count: fc.integer({ min: 1, max: 3 }),
      unsent: fc.integer({ min: 0, max: 2 }),
      isUrgent: fc.boolean(),
      pause: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { clock, ask, spend } = limited([4, 100], [9, 1000]);
        const sent: number[] = [];
        const send = async ({ sender, count, unsent, isUrgent }: (typeof steps)[number]) => {
          for (;;) {
            const time = ask('1', count, { sender, isUrgent });
            if (time === 0) break;
            await clock.wait(time);
          }
          for (let request = 0; request < count - unsent; request += 1) {
            sent.push(clock.now());
            spend('1', 1, sender);
          }
        };
        const bySender = new Map<string, Promise<void>>();
        for (const each of steps) {
          const before = bySender.get(each.sender) ?? Promise.resolve();
          bySender.set(
            each.sender,
            before.then(() => send(each)),
          );
          await clock.turn(each.pause);
        }
        await clock.turn(100_000);
        await Promise.all(bySender.values());
        const within = (start: number, length: number) =>
          sent.filter((at) => at >= start && at < start + length).length;
        for (const start of sent) {
          expect(within(start, 100)).toBeLessThanOrEqual(4);
          expect(within(start, 1000)).toBeLessThanOrEqual(9);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the clock of the machine', () => {
  it('waits, never goes back, and can be interrupted', async () => {
    const start = systemClock.now();
    await systemClock.wait(1);
    expect(systemClock.now()).toBeGreaterThan(start);
    const signal = AbortSignal.abort();
    await expect(systemClock.wait(60_000, signal)).rejects.toThrow('aborted');
  });
});
