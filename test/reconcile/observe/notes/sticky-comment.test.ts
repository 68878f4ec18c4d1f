import { describe, expect, it } from 'vitest';
import { withMarker } from '../../../../src/reconcile/observe/notes/marker.ts';
import {
  commentChanges,
  findSticky,
} from '../../../../src/reconcile/observe/notes/sticky-comment.ts';
import { comment } from '../../facts.ts';

const text = withMarker('How it stands', { digest: '' });
const ours = (number: number, body = text) => comment(number, { isOurs: true, body });
const changes = (...thread: Parameters<typeof commentChanges>[1]) =>
  commentChanges('I_12', thread, text);
const update = (commentId: string) => ({
  kind: 'update-comment',
  subjectId: 'I_12',
  commentId,
  body: text,
});
const remove = (commentId: string) => ({ kind: 'delete-comment', subjectId: 'I_12', commentId });

describe('our comment', () => {
  it('is the one with a note that we wrote, not one into which somebody pasted a note', () => {
    const pasted = comment(1, { body: text });
    expect(findSticky([pasted])).toBeUndefined();
    expect(findSticky([pasted, ours(2)])?.id).toBe('C_2');
    expect(changes(pasted)).toEqual([{ kind: 'add-comment', subjectId: 'I_12', body: text }]);
  });

  it('is none that we wrote without a note', () => {
    expect(findSticky([ours(1, 'Hello')])).toBeUndefined();
  });

  it('is still ours if its note was damaged', () => {
    const damaged = ours(1, 'How it stands <!-- poweredby:zzz -->');
    expect(findSticky([damaged])?.id).toBe('C_1');
    expect(changes(damaged)).toEqual([update('C_1')]);
  });

  it('is left alone where it says the text already', () => {
    expect(changes(comment(1), ours(2))).toEqual([]);
  });

  it('is one: of two the oldest stays, and the newer ones go', () => {
    const old = withMarker('How it stood', {});
    const made = changes(ours(1, old), comment(2), ours(3), ours(4));
    expect(made).toEqual([remove('C_3'), remove('C_4'), update('C_1')]);
  });

  it('goes where there is nothing to say any more, and does not come', () => {
    const silent = (...thread: Parameters<typeof commentChanges>[1]) =>
      commentChanges('I_12', thread, undefined);
    expect(silent(comment(1, { body: text }))).toEqual([]);
    expect(silent(ours(1), comment(2), ours(3))).toEqual([remove('C_1'), remove('C_3')]);
  });
});
