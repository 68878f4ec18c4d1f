import { expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import { inProcessState } from '../../../src/queue/shared-state.ts';
import { type AttemptMemory, noAttempts } from '../../../src/reconcile/apply/attempt-memory.ts';
import { Conflict, Refused } from '../../../src/reconcile/apply/conflict.ts';
import { send, sendAllowed } from '../../../src/reconcile/apply/send.ts';
import { OwnComments } from '../../../src/reconcile/observe/own-comments.ts';
import { playGithub } from '../../github/played-github.ts';

const github = playGithub();
const comment: Change = { kind: 'add-comment', subjectId: 'I_1', body: 'Hello' };
const label: Change = { kind: 'create-label', repositoryId: 'R_1', name: 'powered-by' };
const services = async () => ({
  client: await github.client(),
  ownComments: new OwnComments(inProcessState().memory('own-comment')),
});

/** Lets the label be made and the comment fail. */
function refuse(type: string, message: string): void {
  const errors = [{ type, path: ['change1'], message }];
  github.answer({ data: { change0: { label: { id: 'LA_1' } }, change1: null }, errors });
}

const sendBoth = async (memory: AttemptMemory) => send(await services(), [label, comment], memory);

it('nothing is sent where there is nothing to change', async () => {
  expect(await send(await services(), [], noAttempts())).toEqual([]);
  expect(github.sent()).toEqual([]);
});

it('what was made is told', async () => {
  github.answer({
    data: {
      change0: { label: { id: 'LA_1' } },
      change1: { commentEdge: { node: { id: 'C_1', updatedAt: '2026-01-01T00:00:00Z' } } },
    },
  });
  expect(await sendBoth(noAttempts())).toEqual([
    { kind: 'label-created', labelId: 'LA_1' },
    {
      kind: 'comment-written',
      change: comment,
      id: 'C_1',
      updatedAt: new Date('2026-01-01T00:00:00Z'),
    },
  ]);
});

it('a change that failed is a conflict, which names it and GitHub’s reason', async () => {
  refuse('UNPROCESSABLE', 'Body is stale');
  const memory = noAttempts();
  const reason = 'add-comment failed: UNPROCESSABLE Body is stale';
  await expect(sendBoth(memory)).rejects.toThrow(new Conflict(reason));
  expect(memory.refused).toEqual([]);
});

it('what GitHub refuses for good is noted with its words, on one line and not too long', async () => {
  refuse('FORBIDDEN', `No.\n\n${'x'.repeat(1000)}`);
  const memory = noAttempts();
  await expect(sendBoth(memory)).rejects.toThrow(Refused);
  const [refusal] = memory.refused;
  expect(refusal).toMatchObject({ act: 'comment', problem: { code: 'refused-other' } });
  expect(refusal?.problem.values['words']).toMatch(/^No\. x{295}…$/);
});

it('what is not known to last lasts, if it came again and again', async () => {
  refuse('UNPROCESSABLE', 'Body is not liked');
  const memory = { ...noAttempts(), isLastAttempt: true };
  await expect(sendBoth(memory)).rejects.toThrow(Refused);
  refuse('NOT_FOUND', 'Could not resolve to a node');
  await expect(sendBoth({ ...noAttempts(), isLastAttempt: true })).rejects.toThrow(
    new Conflict('add-comment failed: NOT_FOUND Could not resolve to a node'),
  );
});

it('what was refused is sent no more', async () => {
  refuse('FORBIDDEN', 'No');
  const memory = noAttempts();
  await expect(sendBoth(memory)).rejects.toThrow(Refused);
  github.answer({ data: { change0: { label: { id: 'LA_1' } } } });
  const sent = await sendAllowed(await services(), [label, comment], memory);
  expect(sent).toEqual([{ kind: 'label-created', labelId: 'LA_1' }]);
});
