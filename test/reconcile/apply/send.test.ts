import { expect, it } from 'vitest';
import type { Change } from '../../../src/github/changes/change.ts';
import { Conflict } from '../../../src/reconcile/apply/conflict.ts';
import { send } from '../../../src/reconcile/apply/send.ts';
import { OwnComments } from '../../../src/reconcile/observe/own-comments.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { playGithub } from '../../github/played-github.ts';

const github = playGithub();
const comment: Change = { kind: 'add-comment', subjectId: 'I_1', body: 'Hello' };
const label: Change = { kind: 'create-label', repositoryId: 'R_1', name: 'powered-by' };
const services = async () => ({
  client: await github.client(),
  ownComments: new OwnComments(systemClock),
});

it('nothing is sent where there is nothing to change', async () => {
  expect(await send(await services(), [])).toEqual([]);
  expect(github.sent()).toEqual([]);
});

it('what was made is told', async () => {
  github.answer({
    data: {
      change0: { label: { id: 'LA_1' } },
      change1: { commentEdge: { node: { id: 'C_1', updatedAt: '2026-01-01T00:00:00Z' } } },
    },
  });
  expect(await send(await services(), [label, comment])).toEqual([
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
  const errors = [{ type: 'FORBIDDEN', path: ['change1'], message: 'Locked' }];
  github.answer({ data: { change0: { label: { id: 'LA_1' } }, change1: null }, errors });
  const sent = send(await services(), [label, comment]);
  await expect(sent).rejects.toThrow(new Conflict('add-comment failed: FORBIDDEN Locked'));
});
