import { expect, it } from 'vitest';
import { InProcessQuotaReserve } from '../../../src/queue/limits/quota-reserve.ts';
import { TurnedClock } from '../turned-clock.ts';

it('the last points of an installation are kept for what people wait for', async () => {
  const clock = new TurnedClock();
  const quota = new InProcessQuotaReserve(clock);
  expect(quota.delayOf('1')).toBe(0);
  quota.note('1', 4_000);
  expect(quota.delayOf('1')).toBe(0);
  quota.note('1', 999);
  expect([quota.delayOf('1'), quota.delayOf('2')]).toEqual([300_000, 0]);
  // After a while it is looked whether there are more again.
  await clock.turn(300_000);
  expect(quota.delayOf('1')).toBe(0);
  quota.note('1', 998);
  expect(quota.delayOf('1')).toBe(300_000);
  quota.note('1', 5_000);
  expect(quota.delayOf('1')).toBe(0);
});
