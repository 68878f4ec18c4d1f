import { expect, it } from 'vitest';
import type { Reaction } from '../../../../src/github/changes/reaction.ts';
import { problem } from '../../../../src/problem/problem.ts';
import { reactToCommands } from '../../../../src/reconcile/apply/comments/react-to-commands.ts';
import {
  type AnsweredCommands,
  textFingerprint,
} from '../../../../src/reconcile/observe/commands/answered-commands.ts';
import { findCommands } from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, resultOf } from '../../facts.ts';

const body = '/poweredby withdraw';
const noted = {
  accepted: { 1: [textFingerprint(body), at(5).getTime() / 1000] },
  refused: { 1: [textFingerprint(body)] },
  nothing: {},
} satisfies Record<string, AnsweredCommands>;

/** What is done to the reactions of one command. */
function done(
  note: keyof typeof noted,
  shown: readonly Reaction[],
  result?: 'accepted' | 'refused',
): string[] {
  const reactions = new Map(shown.map((reaction) => [reaction, at(5)]));
  const commands = findCommands([comment(1, { body, reactions })], configurationOf(), noted[note]);
  const problems =
    result === 'refused' ? [problem('command-nothing-open', 'x', { command: 'rebuild' })] : [];
  const results = result ? commands.map((given) => resultOf(given, problems)) : [];
  return reactToCommands(results, commands).map((change) => {
    if (change.kind === 'add-reaction') return `+${change.reaction}`;
    return change.kind === 'remove-reaction' ? `-${change.reaction}` : change.kind;
  });
}

it('answers a command, and takes an older answer back', () => {
  expect(done('nothing', [], 'accepted')).toEqual(['+EYES', '+THUMBS_UP']);
  expect(done('nothing', ['EYES'], 'refused')).toEqual(['+CONFUSED']);
  expect(done('nothing', ['EYES', 'THUMBS_UP'], 'refused')).toEqual(['-THUMBS_UP', '+CONFUSED']);
  // The date of a reaction tells when we answered.
  expect(done('nothing', ['EYES', 'THUMBS_UP'], 'accepted')).toEqual(['-THUMBS_UP', '+THUMBS_UP']);
});

it('leaves a command alone that has its answer', () => {
  expect(done('accepted', ['EYES', 'THUMBS_UP'])).toEqual([]);
  expect(done('refused', ['EYES', 'CONFUSED'])).toEqual([]);
  expect(done('nothing', ['EYES', 'CONFUSED'])).toEqual([]);
});

it('gives an answer that failed while our note was written, and takes back what was to go', () => {
  expect(done('accepted', ['EYES'])).toEqual(['+THUMBS_UP']);
  expect(done('refused', ['EYES', 'THUMBS_UP'])).toEqual(['-THUMBS_UP', '+CONFUSED']);
  expect(done('accepted', ['EYES', 'THUMBS_UP', 'CONFUSED'])).toEqual([
    '-THUMBS_UP',
    '-CONFUSED',
    '+THUMBS_UP',
  ]);
});

it('does nothing where GitHub shows none of our reactions', () => {
  expect(done('accepted', [])).toEqual([]);
});
