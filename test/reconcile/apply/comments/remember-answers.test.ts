import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../../src/github/changes/reaction.ts';
import { problem } from '../../../../src/problem/problem.ts';
import { rememberAnswers } from '../../../../src/reconcile/apply/comments/remember-answers.ts';
import type { CommandResult } from '../../../../src/reconcile/history/history-state.ts';
import type { AnsweredCommands } from '../../../../src/reconcile/observe/commands/answered-commands.ts';
import { textFingerprint } from '../../../../src/reconcile/observe/commands/answered-commands.ts';
import {
  type CommandComment,
  findCommands,
} from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { withMarker } from '../../../../src/reconcile/observe/notes/marker.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, resultOf } from '../../facts.ts';

const configuration = configurationOf();

/** Commands, the oldest first, each with its answer's reaction if it has one. */
function commandsOf(
  said: readonly (readonly [words: string, answer?: Reaction])[],
  answered: AnsweredCommands = {},
): readonly CommandComment[] {
  const thread = said.map(([words, answer], index) =>
    comment(index + 1, {
      // Ten digits, as GitHub's ids have them.
      sequence: BigInt(4_000_000_000 + index),
      body: `/poweredby ${words}`,
      createdAt: at(1),
      reactions: answer ? new Map([[answer, at(2)]]) : new Map(),
    }),
  );
  return findCommands(thread, configuration, answered);
}

const accept = (given: CommandComment): CommandResult => resultOf(given);
const refuse = (given: CommandComment): CommandResult =>
  resultOf(given, [problem('command-nothing-open', 'x', { command: 'rebuild' })]);
const seconds = (minute: number) => at(minute).getTime() / 1000;
const print = (words: string) => textFingerprint(`/poweredby ${words}`);

describe('the commands that have an answer', () => {
  it('are those that are told now, with the time of what was known, and those of before', () => {
    const before: AnsweredCommands = { 4000000000: [print('withdraw'), seconds(3)] };
    const commands = commandsOf([['withdraw'], ['add'], ['dance'], ['rebuild']], before);
    const [, add, dance] = commands;
    const results = [...(add ? [accept(add)] : []), ...(dance ? [refuse(dance)] : [])];
    expect(rememberAnswers(commands, results, at(9))).toEqual({
      ...before,
      4000000001: [print('add'), seconds(9)],
      4000000002: [print('dance')],
    });
  });

  it('are also those that only our reactions tell of', () => {
    const commands = commandsOf([
      ['add', 'THUMBS_UP'],
      ['withdraw', 'CONFUSED'],
    ]);
    expect(rememberAnswers(commands, [], at(9))).toEqual({
      4000000000: [print('add'), seconds(2)],
      4000000001: [print('withdraw')],
    });
  });

  it('stay as they are in the note, so that it is not written again for nothing', () => {
    const before: AnsweredCommands = { 4000000000: [print('add'), seconds(1)] };
    const commands = commandsOf([['add', 'THUMBS_UP']], before);
    expect(commands[0]?.at).toEqual(at(2));
    expect(rememberAnswers(commands, [], at(9))).toEqual(before);
  });

  it.each([
    ['help', 100],
    ['text zh words', 200],
  ])('are no more than a note has room for, and the newest: %s', (words, most) => {
    const commands = commandsOf(Array.from({ length: 2500 }, () => [words, 'THUMBS_UP'] as const));
    const answered = rememberAnswers(commands, [], at(9));
    const newest = Array.from({ length: most }, (_, index) => `${4_000_002_500 - most + index}`);
    expect(Object.keys(answered)).toEqual(newest);
  });

  it('leave room for the 45,000 characters of our words, however many there are of whatever kind', () => {
    const kinds = [
      ['help', 'THUMBS_UP'],
      ['withdraw', 'CONFUSED'],
      ['text zh words', 'THUMBS_UP'],
    ] as const;
    const commands = commandsOf(
      Array.from({ length: 2500 }, (_, index) => kinds[index % 3] ?? kinds[0]),
    );
    const answered = rememberAnswers(commands, commands.map(accept), at(9));
    expect(withMarker('', { answered }).length).toBeLessThan(20_000);
  });

  it('that were forgotten are not asked for again and again in turn', () => {
    const commands = commandsOf(Array.from({ length: 300 }, () => ['help', 'THUMBS_UP'] as const));
    const answered = rememberAnswers(commands, [], at(9));
    const again = commandsOf(
      Array.from({ length: 300 }, () => ['help', 'THUMBS_UP'] as const),
      answered,
    );
    expect(rememberAnswers(again, [], at(99))).toEqual(answered);
  });
});
