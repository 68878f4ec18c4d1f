import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/queue/clock.ts';
import { githubPace, Pace } from '../../src/queue/pace.ts';
import { settle, TurnedClock } from './turned-clock.ts';

const minute = 60_000;

function paced(...limits: readonly [count: number, milliseconds: number][]) {
  const clock = new TurnedClock();
  const chosen = limits.map(([count, milliseconds]) => ({ count, milliseconds }));
  const pace = new Pace(limits.length > 0 ? chosen : githubPace, clock);
  /** Tells whether they were admitted yet. */
  const ask = (key: string, count: number, sender = '') => {
    const asked = { isAdmitted: false };
    void pace.admit(key, count, { sender }).then(() => {
      asked.isAdmitted = true;
    });
    return asked;
  };
  const spend = (key: string, count: number, sender = '') => {
    for (let spent = 0; spent < count; spent += 1) pace.spent(key, sender);
  };
  return { clock, pace, ask, spend };
}

describe('the pace', () => {
  it('admits what fits at once', async () => {
    const { ask, spend } = paced();
    spend('1', 57);
    const asked = ask('1', 3);
    await settle();
    expect(asked.isAdmitted).toBe(true);
  });

  it('lets what does not fit wait until so many are a minute past', async () => {
    const { clock, ask, spend } = paced();
    spend('1', 2);
    await clock.turn(10_000);
    spend('1', 58);
    const asked = ask('1', 3);
    await clock.turn(minute - 1);
    expect(asked.isAdmitted).toBe(false);
    await clock.turn(1);
    expect(asked.isAdmitted).toBe(true);
  });

  it('keeps to the hour as well', async () => {
    const { clock, ask, spend } = paced();
    for (let minutes = 0; minutes < 8; minutes += 1) {
      spend('1', 50);
      await clock.turn(minute);
    }
    const asked = ask('1', 1);
    await clock.turn(52 * minute - 1);
    expect(asked.isAdmitted).toBe(false);
    await clock.turn(1);
    expect(asked.isAdmitted).toBe(true);
  });

  it('counts each key for itself', async () => {
    const { ask, spend } = paced();
    spend('1', 60);
    const [same, other] = [ask('1', 1), ask('2', 60)];
    await settle();
    expect([same.isAdmitted, other.isAdmitted]).toEqual([false, true]);
  });

  it('does not admit twice what fits once', async () => {
    const { ask } = paced([4, minute]);
    const asked = ['a', 'b', 'c'].map((sender) => ask('1', 2, sender));
    await settle();
    expect(asked.map(({ isAdmitted }) => isAdmitted)).toEqual([true, true, false]);
  });

  it('counts what was admitted and then sent once', async () => {
    const { ask, spend } = paced([4, minute]);
    ask('1', 2, 'a');
    await settle();
    spend('1', 2, 'a');
    const asked = ask('1', 2, 'b');
    await settle();
    expect(asked.isAdmitted).toBe(true);
  });

  it('takes back what a sender was admitted and did not send, when it asks again', async () => {
    const { ask, spend } = paced([4, minute]);
    ask('1', 3, 'a');
    await settle();
    spend('1', 1, 'a');
    const asked = ask('1', 3, 'a');
    await settle();
    expect(asked.isAdmitted).toBe(true);
  });

  it('forgets what was admitted to one who never sends', async () => {
    const { clock, ask } = paced([4, minute], [5, 60 * minute]);
    ask('1', 4, 'gone');
    await settle();
    const asked = ask('1', 4, 'b');
    await clock.turn(minute);
    expect(asked.isAdmitted).toBe(true);
  });

  it('serves who asked first, though less would fit before', async () => {
    const { clock, ask, spend } = paced([4, minute]);
    spend('1', 2);
    await clock.turn(10);
    spend('1', 1);
    const [large, small] = [ask('1', 4, 'a'), ask('1', 1, 'b')];
    await clock.turn(minute - 10);
    expect([large.isAdmitted, small.isAdmitted]).toEqual([false, false]);
    await clock.turn(10);
    expect([large.isAdmitted, small.isAdmitted]).toEqual([true, false]);
    await clock.turn(minute);
    expect(small.isAdmitted).toBe(true);
  });

  it('lets one who gives up go at once, and the others keep their order', async () => {
    const { clock, pace, ask, spend } = paced([2, minute]);
    spend('1', 2);
    const first = ask('1', 2, 'a');
    const controller = new AbortController();
    const second = pace.admit('1', 1, { sender: 'b', signal: controller.signal });
    const third = ask('1', 1, 'c');
    await settle();
    controller.abort(new Error('Stopped'));
    await expect(second).rejects.toThrow('Stopped');
    await settle();
    expect(third.isAdmitted).toBe(false);
    await clock.turn(minute);
    expect([first.isAdmitted, third.isAdmitted]).toEqual([true, false]);
    await clock.turn(minute);
    expect(third.isAdmitted).toBe(true);
  });

  it('lets one who waits for time to pass give up too', async () => {
    const { pace, spend } = paced([1, minute]);
    spend('1', 1);
    const controller = new AbortController();
    const asked = pace.admit('1', 1, { signal: controller.signal });
    await settle();
    controller.abort(new Error('Stopped'));
    await expect(asked).rejects.toThrow('Stopped');
    const late = pace.admit('1', 1, { signal: controller.signal });
    await expect(late).rejects.toThrow('Stopped');
  });

  it('refuses what can never fit', async () => {
    await expect(paced().pace.admit('1', 61)).rejects.toThrow(RangeError);
  });

  it('never lets more through in any minute or hour than its limits, whoever asks for what', async () => {
    const step = fc.record({
      sender: fc.constantFrom('a', 'b', 'c'),
      count: fc.integer({ min: 1, max: 3 }),
      unsent: fc.integer({ min: 0, max: 2 }),
      pause: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { clock, pace } = paced([4, 100], [9, 1000]);
        const sent: number[] = [];
        const bySender = new Map<string, Promise<void>>();
        for (const { sender, count, unsent, pause } of steps) {
          const before = bySender.get(sender) ?? Promise.resolve();
          const job = before.then(async () => {
            await pace.admit('1', count, { sender });
            for (let request = 0; request < count - unsent; request += 1) {
              sent.push(clock.now());
              pace.spent('1', sender);
            }
          });
          bySender.set(sender, job);
          await clock.turn(pause);
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
