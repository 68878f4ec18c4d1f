import { expect, it } from 'vitest';
import { InProcessThrottle } from '../../../src/queue/limits/throttle.ts';
import { TurnedClock } from '../turned-clock.ts';

const minute = 60_000;

function throttle() {
  const clock = new TurnedClock();
  const options = { burst: 2, firstDelay: minute, longestDelay: 4 * minute };
  return { clock, throttle: new InProcessThrottle(options, clock) };
}

it('the first few times are now, the next after options that grow to the longest', async () => {
  const { clock, throttle: limited } = throttle();
  const times: number[] = [];
  for (let count = 0; count < 7; count++) {
    const time = limited.next('a');
    times.push(time / minute);
    await clock.turn(time - clock.now());
  }
  expect(times).toEqual([0, 0, 1, 3, 7, 11, 15]);
});

it('what is asked for while one waits is of that one', async () => {
  const { clock, throttle: limited } = throttle();
  for (const _ of [1, 2]) expect(limited.next('a')).toBe(0);
  expect(limited.next('a')).toBe(minute);
  await clock.turn(minute / 2);
  expect(limited.next('a')).toBe(minute);
});

it('each key has a count of its own, which is forgotten after a quiet hour', async () => {
  const { clock, throttle: limited } = throttle();
  for (const _ of [1, 2, 3]) limited.next('a');
  expect(limited.next('b')).toBe(0);
  await clock.turn(62 * minute);
  expect(limited.next('a')).toBe(62 * minute);
});
