import { expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import { withMarker } from '../../../src/reconcile/observe/notes/marker.ts';
import { OwnComments } from '../../../src/reconcile/observe/own-comments.ts';
import { TurnedClock } from '../../queue/turned-clock.ts';
import { at, comment } from '../facts.ts';

const body = withMarker('How it stands', { digest: '' });
const added: Change = { kind: 'add-comment', subjectId: 'I_12', body };
const edited: Change = { kind: 'update-comment', subjectId: 'I_12', commentId: 'C_1', body };
const deleted: Change = { kind: 'delete-comment', subjectId: 'I_12', commentId: 'C_1' };
const without = { id: 'I_12', thread: [comment(2)] };
const withOurs = (updatedAt: Date) => ({
  id: 'I_12',
  thread: [comment(1, { isOurs: true, body, updatedAt }), comment(2)],
});

function atWork() {
  const clock = new TurnedClock();
  return { clock, own: new OwnComments(clock) };
}

it('a comment that we wrote is to be shown, as new as we wrote it, for a minute', async () => {
  const { clock, own } = atWork();
  expect(own.isShownIn(without)).toBe(true);
  own.learn([{ kind: 'comment-written', change: added, id: 'C_1', updatedAt: at(1) }]);
  expect([without, withOurs(at(1))].map((each) => own.isShownIn(each))).toEqual([false, true]);
  own.learn([{ kind: 'comment-written', change: edited, id: 'C_1', updatedAt: at(2) }]);
  expect([withOurs(at(1)), withOurs(at(2))].map((each) => own.isShownIn(each))).toEqual([
    false,
    true,
  ]);
  expect(own.isShownIn({ ...without, id: 'I_13' })).toBe(true);
  await clock.turn(60_000);
  expect(own.isShownIn(without)).toBe(true);
});

it('where no answer came, it is looked for ten seconds long', async () => {
  const { clock, own } = atWork();
  own.expect([added]);
  const other = { id: 'I_12', thread: [comment(1, { isOurs: true, body: 'Another answer' })] };
  const seen = [without, other, withOurs(at(1))].map((each) => own.isShownIn(each));
  expect(seen).toEqual([false, false, true]);
  await clock.turn(10_000);
  expect(own.isShownIn(without)).toBe(true);
});

it('one that was refused, or that we deleted, is not looked for', () => {
  const { own } = atWork();
  own.expect([added]);
  own.learn([{ kind: 'failed', change: added, error: { message: 'No' } }]);
  expect(own.isShownIn(without)).toBe(true);
  own.learn([{ kind: 'comment-written', change: added, id: 'C_1', updatedAt: at(1) }]);
  own.learn([{ kind: 'done', change: deleted }]);
  expect(own.isShownIn(without)).toBe(true);
});

it('one that was written is looked for, also where what came after it was refused', () => {
  const { own } = atWork();
  const answer: Change = { kind: 'add-comment', subjectId: 'I_12', body: 'An answer' };
  own.expect([answer, added]);
  own.learn([
    { kind: 'comment-written', change: answer, id: 'C_1', updatedAt: at(1) },
    { kind: 'failed', change: added, error: { message: 'No' } },
  ]);
  expect([without, withOurs(at(1))].map((each) => own.isShownIn(each))).toEqual([false, true]);
});
