import { describe, expect, it } from 'vitest';
import type { SubmissionSnapshot } from '../../../src/github/submission/submission-snapshot.ts';
import {
  type Expectations,
  type ExpectedThread,
  isAllShown,
  isToldThere,
  mergeExpectations,
} from '../../../src/reconcile/observe/expectations.ts';
import { at, comment, issue, pull, snapshot } from '../facts.ts';

const minute = (number: number) => at(number).getTime();
const read = issue({
  updatedAt: at(5),
  thread: [comment(1), comment(2, { updatedAt: at(4) })],
});

/** Whether a read of number 12 shows what is expected. */
function shows(expected: ExpectedThread, changes: Partial<SubmissionSnapshot> = {}): boolean {
  return isAllShown({ threads: [expected] }, 12, snapshot({ subject: read, ...changes }));
}

describe('a read shows what a webhook told of', () => {
  it.each<[string, boolean, ExpectedThread]>([
    ['nothing', true, { number: 12 }],
    ['an issue as new as it', true, { number: 12, updatedAt: minute(5) }],
    ['an issue that is newer', false, { number: 12, updatedAt: minute(6) }],
    ['a comment that is there', true, { number: 12, comments: [{ id: 1, updatedAt: 0 }] }],
    ['a comment that is not', false, { number: 12, comments: [{ id: 3, updatedAt: 0 }] }],
    ['its edit', true, { number: 12, comments: [{ id: 2, updatedAt: minute(4) }] }],
    ['an edit after that', false, { number: 12, comments: [{ id: 2, updatedAt: minute(5) }] }],
    [
      'its deletion, though it is there',
      false,
      { number: 12, comments: [{ id: 2, updatedAt: null }] },
    ],
    [
      'the deletion of one that is not',
      true,
      { number: 12, comments: [{ id: 3, updatedAt: null }] },
    ],
    ['that the issue is gone, though it is there', false, { number: 12, isGone: true }],
    ['a pull request that is not read', true, { number: 99, updatedAt: minute(6) }],
  ])('where it told of %s: %s', (_, isShown, expected) => {
    expect(shows(expected)).toBe(isShown);
  });

  it('where the issue is not found only if it is told to be gone', () => {
    expect(shows({ number: 12, updatedAt: 0 }, { subject: 'gone' })).toBe(false);
    expect(shows({ number: 12, isGone: true }, { subject: 'gone' })).toBe(true);
  });

  it('of its pull request, too', () => {
    const open = pull({ number: 13, updatedAt: at(5) });
    const merged = pull({ number: 13, updatedAt: at(5), mergedAt: at(5) });
    const expected = { number: 13, updatedAt: minute(5), isMerged: true } as const;
    expect(shows(expected, { pulls: [open] })).toBe(false);
    expect(shows(expected, { pulls: [merged] })).toBe(true);
    expect(shows({ number: 13, updatedAt: minute(6) }, { pulls: [merged] })).toBe(false);
  });
});

describe('what two webhooks told', () => {
  const told = (...threads: ExpectedThread[]): Expectations => ({ threads });

  it('is all of it, in whatever order they came', () => {
    const created = told({ number: 12, comments: [{ id: 1, updatedAt: 5 }] });
    const edited = told({ number: 12, updatedAt: 7, comments: [{ id: 1, updatedAt: 6 }] });
    const merged = told({ number: 13, isMerged: true });
    const all = {
      threads: [
        { number: 12, updatedAt: 7, comments: [{ id: 1, updatedAt: 6 }] },
        { number: 13, isMerged: true },
      ],
    };
    expect([created, edited, merged].reduce(mergeExpectations)).toEqual(all);
    expect([edited, created, merged].reduce(mergeExpectations)).toEqual(all);
  });

  it('of a comment that was deleted is that it is deleted, also where its making is told later', () => {
    const created = told({ number: 12, comments: [{ id: 1, updatedAt: 5 }] });
    const deleted = told({ number: 12, comments: [{ id: 1, updatedAt: null }] });
    expect(mergeExpectations(created, deleted)).toEqual(deleted);
    expect(mergeExpectations(deleted, created)).toEqual(deleted);
  });

  it('of very many comments is that of the newest', () => {
    const each = Array.from({ length: 1000 }, (_, id) =>
      told({ number: 12, comments: [{ id, updatedAt: id }] }),
    );
    const [thread] = each.reduce(mergeExpectations).threads;
    expect(thread?.comments?.map(({ id }) => id)).toEqual([
      990, 991, 992, 993, 994, 995, 996, 997, 998, 999,
    ]);
  });

  it('says whether an issue is there, or gone, or nothing of it', () => {
    const gone = told({ number: 12, isGone: true });
    const there = told({ number: 12, updatedAt: 5 });
    const each = [gone, there, mergeExpectations(gone, there), told()];
    expect(each.map((expected) => isToldThere(expected, 12))).toEqual([
      false,
      true,
      false,
      undefined,
    ]);
  });
});
