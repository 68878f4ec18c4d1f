import { expect, it } from 'vitest';
import { PointsReserve } from '../../src/queue/points-reserve.ts';
import { TurnedClock } from './turned-clock.ts';

it('the last points of an installation are kept for what people wait for', async () => {
  const clock = new TurnedClock();
  const points = new PointsReserve(clock);
  expect(points.pauseOf('1')).toBe(0);
  points.note('1', 4_000);
  expect(points.pauseOf('1')).toBe(0);
  points.note('1', 999);
  expect([points.pauseOf('1'), points.pauseOf('2')]).toEqual([300_000, 0]);
  // After a while it is looked whether there are more again.
  await clock.turn(300_000);
  expect(points.pauseOf('1')).toBe(0);
  points.note('1', 998);
  expect(points.pauseOf('1')).toBe(300_000);
  points.note('1', 5_000);
  expect(points.pauseOf('1')).toBe(0);
});
