import { describe, expect, it } from 'vitest';
import { findReviewed } from '../../../../src/reconcile/observe/notes/find-reviewed.ts';
import type { CommentNote } from '../../../../src/reconcile/observe/notes/notes.ts';
import { pull, pullBody } from '../../facts.ts';

const note: CommentNote = { digest: '', status: { kind: 'none' } };
const inPull = pull({ body: pullBody({ reviewed: { content: 'of the pull request' } }) });

describe('what was reviewed', () => {
  it('is what our comment notes', () => {
    const reviewed = { content: 'of the comment' };
    expect(findReviewed({ ...note, reviewed }, [inPull])).toEqual(reviewed);
    expect(findReviewed({ ...note, reviewed: {} }, [inPull])).toEqual({});
  });

  it('is what our newest pull request notes, where our comment is gone, be it closed', () => {
    const reviewed = { content: 'of the pull request' };
    expect(findReviewed(undefined, [inPull])).toEqual(reviewed);
    expect(findReviewed(note, [{ ...inPull, state: 'CLOSED' }, pull()])).toEqual(reviewed);
    expect(findReviewed(undefined, [pull(), inPull])).toEqual({});
  });

  it('is nothing after a merge, or where nobody could see anything', () => {
    expect(findReviewed(undefined, [{ ...inPull, state: 'MERGED' }])).toEqual({});
    expect(findReviewed(undefined, [])).toEqual({});
  });
});
