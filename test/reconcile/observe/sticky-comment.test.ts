import { describe, expect, it } from 'vitest';
import { addComment, deleteComment, updateComment } from '../../../src/github/changes/mutations.ts';
import { withMarker } from '../../../src/reconcile/observe/marker.ts';
import { commentMutations, findSticky } from '../../../src/reconcile/observe/sticky-comment.ts';
import { comment } from '../facts.ts';

const text = withMarker('How it stands', { digest: '' });
const ours = (number: number, body = text) => comment(number, { isOurs: true, body });
const mutations = (...thread: Parameters<typeof commentMutations>[2]) =>
  commentMutations('comment', 'I_12', thread, text);

describe('our comment', () => {
  it('is the one with a note that we wrote, not one into which somebody pasted a note', () => {
    const pasted = comment(1, { body: text });
    expect(findSticky([pasted])).toBeUndefined();
    expect(findSticky([pasted, ours(2)])?.id).toBe('C_2');
    expect(mutations(pasted)).toEqual({ comment: addComment('I_12', text) });
  });

  it('is none that we wrote without a note', () => {
    expect(findSticky([ours(1, 'Hello')])).toBeUndefined();
  });

  it('is still ours if its note was damaged', () => {
    const damaged = ours(1, 'How it stands <!-- poweredby:zzz -->');
    expect(findSticky([damaged])?.id).toBe('C_1');
    expect(mutations(damaged)).toEqual({ comment: updateComment('C_1', text) });
  });

  it('is left alone where it says the text already', () => {
    expect(mutations(comment(1), ours(2))).toEqual({});
  });

  it('is one: of two the oldest stays, and the newer ones go', () => {
    const old = withMarker('How it stood', {});
    const made = mutations(ours(1, old), comment(2), ours(3), ours(4));
    expect(Object.values(made)).toEqual([
      deleteComment('C_3'),
      deleteComment('C_4'),
      updateComment('C_1', text),
    ]);
  });

  it('goes where there is nothing to say any more, and does not come', () => {
    const silent = (...thread: Parameters<typeof commentMutations>[2]) =>
      Object.values(commentMutations('comment', 'I_12', thread, undefined));
    expect(silent(comment(1, { body: text }))).toEqual([]);
    expect(silent(ours(1), comment(2), ours(3))).toEqual([
      deleteComment('C_1'),
      deleteComment('C_3'),
    ]);
  });
});
