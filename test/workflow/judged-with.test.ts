import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../src/github/mutations.ts';
import { problem } from '../../src/problem/problem.ts';
import type { Verdict } from '../../src/workflow/course.ts';
import { findCommands, type GivenCommand } from '../../src/workflow/given-command.ts';
import type { Judged } from '../../src/workflow/judged.ts';
import { fingerprintOf } from '../../src/workflow/judged.ts';
import { judgedWith } from '../../src/workflow/judged-with.ts';
import { withMarker } from '../../src/workflow/marker.ts';
import { configurationOf } from '../submission/configuration.ts';
import { at, comment } from './facts.ts';

const configuration = configurationOf();

/** Commands, the oldest first, each with its answer's reaction if it has one. */
function commandsOf(
  said: readonly (readonly [words: string, answer?: Reaction])[],
  judged: Judged = {},
): readonly GivenCommand[] {
  const thread = said.map(([words, answer], index) =>
    comment(index + 1, {
      // Ten digits, as GitHub's ids have them.
      sequence: BigInt(4_000_000_000 + index),
      body: `/poweredby ${words}`,
      createdAt: at(1),
      reactions: answer ? new Map([[answer, at(2)]]) : new Map(),
    }),
  );
  return findCommands(thread, configuration, judged);
}

const accept = (given: GivenCommand): Verdict => ({ given, problems: [] });
const refuse = (given: GivenCommand): Verdict => ({
  given,
  problems: [problem('command-nothing-open', 'x', { command: 'rebuild' })],
});
const seconds = (minute: number) => at(minute).getTime() / 1000;
const print = (words: string) => fingerprintOf(`/poweredby ${words}`);

describe('the commands that have an answer', () => {
  it('are those that are told now, with the time of what was known, and those of before', () => {
    const before: Judged = { 4000000000: [print('withdraw'), seconds(3)] };
    const commands = commandsOf([['withdraw'], ['add'], ['dance'], ['rebuild']], before);
    const [, add, dance] = commands;
    const verdicts = [...(add ? [accept(add)] : []), ...(dance ? [refuse(dance)] : [])];
    expect(judgedWith(commands, verdicts, at(9))).toEqual({
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
    expect(judgedWith(commands, [], at(9))).toEqual({
      4000000000: [print('add'), seconds(2)],
      4000000001: [print('withdraw')],
    });
  });

  it('stay as they are in the note, so that it is not written again for nothing', () => {
    const before: Judged = { 4000000000: [print('add'), seconds(1)] };
    const commands = commandsOf([['add', 'THUMBS_UP']], before);
    expect(commands[0]?.at).toEqual(at(2));
    expect(judgedWith(commands, [], at(9))).toEqual(before);
  });

  it.each([
    ['help', 100],
    ['text zh words', 200],
  ])('are no more than a note has room for, and the newest: %s', (words, most) => {
    const commands = commandsOf(Array.from({ length: 2500 }, () => [words, 'THUMBS_UP'] as const));
    const judged = judgedWith(commands, [], at(9));
    const newest = Array.from({ length: most }, (_, index) => `${4_000_002_500 - most + index}`);
    expect(Object.keys(judged)).toEqual(newest);
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
    const judged = judgedWith(commands, commands.map(accept), at(9));
    expect(withMarker('', { judged }).length).toBeLessThan(20_000);
  });

  it('that were forgotten are not asked for again and again in turn', () => {
    const commands = commandsOf(Array.from({ length: 300 }, () => ['help', 'THUMBS_UP'] as const));
    const judged = judgedWith(commands, [], at(9));
    const again = commandsOf(
      Array.from({ length: 300 }, () => ['help', 'THUMBS_UP'] as const),
      judged,
    );
    expect(judgedWith(again, [], at(99))).toEqual(judged);
  });
});
