import { expect, it } from 'vitest';
import { submitAtOnce, unlimited } from './fifty.ts';
import { world } from './world.ts';

// With fifty, npm run bench does the same.
const count = 6;

it('submissions that come all at once are merged one by one, never in conflict, within GitHub’s limits', async () => {
  const made = await world(unlimited);
  const { opened, faults } = await submitAtOnce(made, { count, logo: made.drawing('ann') });
  expect(faults).toEqual([]);
  expect(opened).toBe(count);
});
