import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../src/logo/process/one-at-a-time.ts';

describe('one at a time', () => {
  it('begins a call when the one before has ended, well or badly, in order', async () => {
    const log: string[] = [];
    const run = oneAtATime(async (name: string) => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
      return name.toUpperCase();
    });
    const results = await Promise.allSettled([run('a'), run('b'), run('c')]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results).toMatchObject([
      { value: 'A' },
      { reason: { message: 'b failed' } },
      { value: 'C' },
    ]);
  });
});
