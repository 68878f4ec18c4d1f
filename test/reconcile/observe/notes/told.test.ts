import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/problem/problem.ts';
import { notificationCauses, toldAfter } from '../../../../src/reconcile/observe/notes/told.ts';
import type { Status } from '../../../../src/words/comment-content.ts';

const company = problem('company-too-long', 'company', { length: 93, limit: 80 });
const longer = problem('company-too-long', 'company', { length: 94, limit: 80 });
const logo = problem('attachment-missing', 'logo');
const problems = (...all: (typeof company | typeof logo)[]): Status => ({
  kind: 'problems',
  problems: all.map((each) => ({ problem: each })),
});

describe('what somebody is notified of', () => {
  it('is each problem by itself, so that fewer of the same are no news', () => {
    const before = notificationCauses(problems(company, logo));
    expect(notificationCauses(problems(logo)).every((each) => before.includes(each))).toBe(true);
    expect(notificationCauses(problems(longer)).every((each) => before.includes(each))).toBe(false);
  });

  it('is each merge and each closing by itself', () => {
    const merged = (pull: number): Status => ({
      kind: 'merged',
      change: 'add',
      company: 'Juniper',
      pull,
    });
    expect(notificationCauses(merged(13))).not.toEqual(notificationCauses(merged(14)));
    expect(notificationCauses({ kind: 'pull-closed', pull: 13 })).toHaveLength(1);
  });

  it('is nothing where the next step is not theirs', () => {
    expect(notificationCauses({ kind: 'waiting', company: 'Juniper' })).toEqual([]);
    expect(notificationCauses({ kind: 'quota', whose: 'submitter', limit: 5 })).toEqual([]);
  });

  it('stays known while something passes, and is news again afterwards', () => {
    const told = toldAfter(problems(company), []);
    expect(toldAfter({ kind: 'repository-broken', problems: [] }, told)).toEqual(told);
    expect(toldAfter({ kind: 'logo-waiting', problems: [] }, told)).toEqual(told);
    expect(toldAfter({ kind: 'nothing-to-change', company: 'Juniper' }, told)).toEqual([]);
  });
});
