import { expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import { inProcessState } from '../../../src/queue/shared-state.ts';
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
  return { clock, own: new OwnComments(inProcessState({ clock }).memory('own-comment')) };
}

it('a comment that we wrote is to be shown, as new as we wrote it, for a minute', async () => {
  const { clock, own } = atWork();
  expect(await own.isShownIn(without)).toBe(true);
  await own.learn([{ kind: 'comment-written', change: added, id: 'C_1', updatedAt: at(1) }]);
  expect(await Promise.all([without, withOurs(at(1))].map((each) => own.isShownIn(each)))).toEqual([
    false,
    true,
  ]);
  await own.learn([{ kind: 'comment-written', change: edited, id: 'C_1', updatedAt: at(2) }]);
  expect(
    await Promise.all([withOurs(at(1)), withOurs(at(2))].map((each) => own.isShownIn(each))),
  ).toEqual([false, true]);
  expect(await own.isShownIn({ ...without, id: 'I_13' })).toBe(true);
  await clock.turn(60_000);
  expect(await own.isShownIn(without)).toBe(true);
});

it('where no answer came, it is looked for ten seconds long', async () => {
  const { clock, own } = atWork();
  await own.expect([added]);
  const other = { id: 'I_12', thread: [comment(1, { isOurs: true, body: 'Another answer' })] };
  const seen = await Promise.all(
    [without, other, withOurs(at(1))].map((each) => own.isShownIn(each)),
  );
  expect(seen).toEqual([false, false, true]);
  await clock.turn(10_000);
  expect(await own.isShownIn(without)).toBe(true);
});

it('one that was refused, or that we deleted, is not looked for', async () => {
  const { own } = atWork();
  await own.expect([added]);
  await own.learn([{ kind: 'failed', change: added, error: { message: 'No' } }]);
  expect(await own.isShownIn(without)).toBe(true);
  await own.learn([{ kind: 'comment-written', change: added, id: 'C_1', updatedAt: at(1) }]);
  await own.learn([{ kind: 'done', change: deleted }]);
  expect(await own.isShownIn(without)).toBe(true);
});

it('one that was written is looked for, also where what came after it was refused', async () => {
  const { own } = atWork();
  const answer: Change = { kind: 'add-comment', subjectId: 'I_12', body: 'An answer' };
  await own.expect([answer, added]);
  await own.learn([
    { kind: 'comment-written', change: answer, id: 'C_1', updatedAt: at(1) },
    { kind: 'failed', change: added, error: { message: 'No' } },
  ]);
  expect(await Promise.all([without, withOurs(at(1))].map((each) => own.isShownIn(each)))).toEqual([
    false,
    true,
  ]);
});
