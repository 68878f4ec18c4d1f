import { expect, it } from 'vitest';
import { isRetryDue } from '../../../../src/reconcile/observe/notes/retry-time.ts';

const hour = 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 10, 11, 30);

it('each issue is due once in every 24 hours', () => {
  for (let issue = 1; issue <= 200; issue++) {
    let triedAt = start;
    const times: number[] = [];
    for (let now = start; now <= start + 96 * hour; now += hour / 4) {
      if (!isRetryDue(issue, triedAt, now)) continue;
      times.push(now);
      triedAt = now;
    }
    expect(times).toHaveLength(4);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(new Set(pauses)).toEqual(new Set([24 * hour]));
  }
});

it('fifty issues that follow one another are spread over the day, wherever they begin', () => {
  for (const first of [1, 7, 1000, 123_456]) {
    const hours = new Map<number, number>();
    for (let issue = first; issue < first + 50; issue++) {
      let now = start;
      while (!isRetryDue(issue, start, now)) now += hour;
      hours.set(now, (hours.get(now) ?? 0) + 1);
    }
    expect(Math.max(...hours.values())).toBeLessThanOrEqual(3);
  }
});
