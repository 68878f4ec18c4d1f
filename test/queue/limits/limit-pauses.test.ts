import { describe, expect, it } from 'vitest';
import { InProcessLimitPauses } from '../../../src/queue/limits/limit-pauses.ts';
import { TurnedClock } from '../turned-clock.ts';

const minute = 60_000;
const content = { kind: 'content', retryAfter: undefined } as const;

function pausing() {
  const clock = new TurnedClock();
  return { clock, pauses: new InProcessLimitPauses(clock) };
}

describe('the pause of an installation', () => {
  it('lasts as long as GitHub says, and is its own', async () => {
    const { clock, pauses } = pausing();
    pauses.note('1', { kind: 'primary', retryAfter: 40 * minute });
    expect([pauses.delayOf('1'), pauses.delayOf('2'), pauses.count()]).toEqual([40 * minute, 0, 1]);
    await clock.turn(40 * minute);
    expect([pauses.delayOf('1'), pauses.count()]).toEqual([0, 0]);
  });

  it('is never cut short, never longer than an hour and a bit, and a minute at least for what is too quick', () => {
    const { pauses } = pausing();
    pauses.note('1', { kind: 'primary', retryAfter: 30 * minute });
    pauses.note('1', { kind: 'secondary', retryAfter: 5_000 });
    expect(pauses.delayOf('1')).toBe(30 * minute);
    pauses.note('2', { kind: 'primary', retryAfter: 10_000 * minute });
    expect(pauses.delayOf('2')).toBe(61 * minute);
    pauses.note('3', { kind: 'secondary', retryAfter: 5_000 });
    expect(pauses.delayOf('3')).toBe(minute);
  });

  it('grows while the same comes again right behind it, up to an hour, and starts anew after a quiet hour', async () => {
    const { clock, pauses } = pausing();
    const seen: number[] = [];
    for (let time = 0; time < 8; time++) {
      pauses.note('1', content);
      // What was on its way met the same limit.
      pauses.note('1', content);
      seen.push(pauses.delayOf('1') / minute);
      await clock.turn(pauses.delayOf('1'));
    }
    expect(seen).toEqual([1, 2, 4, 8, 16, 32, 61, 61]);
    await clock.turn(60 * minute);
    pauses.note('1', content);
    expect(pauses.delayOf('1')).toBe(minute);
  });

  it('for the hourly limit does not grow from hour to hour', async () => {
    const { clock, pauses } = pausing();
    for (let hour = 0; hour < 5; hour++) {
      pauses.note('1', { kind: 'primary', retryAfter: 10 * minute });
      expect(pauses.delayOf('1')).toBe(10 * minute);
      await clock.turn(10 * minute);
    }
  });
});
