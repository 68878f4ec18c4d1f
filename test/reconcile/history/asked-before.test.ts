import { describe, expect, it } from 'vitest';
import { askedBefore } from '../../../src/reconcile/history/asked-before.ts';
import type { PullNote } from '../../../src/reconcile/observe/notes/notes.ts';
import { otherPull, pull, pullBody, snapshot } from '../facts.ts';

const merged = (number: number, note: Partial<PullNote> = {}) =>
  otherPull({ number, isOpen: false, isMerged: true, body: pullBody({ issue: 1, ...note }) });

function whoAsked(others: ReturnType<typeof merged>[] | undefined, pulls = [pull()]) {
  const openPull = pulls.find(({ state }) => state === 'OPEN');
  return askedBefore('Juniper', { openPull, snapshot: snapshot({ others, pulls }) });
}

describe('who asked for a company’s entry before', () => {
  it('is whoever did last, in another issue', () => {
    const others = [
      merged(3, { submitter: 'bob', issue: 2 }),
      merged(9, { submitter: 'cleo', issue: 8 }),
      merged(5, { submitter: 'dan', issue: 4 }),
    ];
    expect(whoAsked(others)).toEqual({ login: 'cleo', issue: 8 });
  });

  it('is the one of this issue, where its request was merged', () => {
    expect(whoAsked([], [pull({ state: 'MERGED' })])).toEqual({ login: 'ann', issue: 12 });
  });

  it('is remembered by our open pull request, whoever else asked', () => {
    const remembered = { login: 'dora', issue: 6 };
    const open = pull({ body: pullBody({ askedBefore: remembered }) });
    expect(whoAsked([merged(9, { submitter: 'cleo' })], [open])).toEqual(remembered);
  });

  it.each([
    ['asked for another company', merged(9, { company: 'Kestrel' })],
    ['had it removed', merged(9, { change: 'remove' })],
    ['is not known', merged(9, { submitter: '' })],
    ['was not answered with a merge', { ...merged(9), isMerged: false }],
    ['has no note any more', { ...merged(9), body: 'Reviewed' }],
  ])('is nobody who %s', (_why, other) => {
    expect(whoAsked([other])).toBeUndefined();
  });

  it('is nobody where the others were not read', () => {
    expect(whoAsked(undefined)).toBeUndefined();
  });
});
