import { expect, it } from 'vitest';
import type { Reaction } from '../../../src/github/changes/reaction.ts';
import { withdrawnBy } from '../../../src/reconcile/history/withdrawn-by.ts';
import { findCommands } from '../../../src/reconcile/observe/commands/command-comment.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { at, comment, person, resultOf } from '../facts.ts';

type Answer = 'accepted' | 'refused' | 'accepted just now' | 'refused just now';

/** Commands that these people gave, each with its answer. */
type Said = readonly (readonly [who: string, words: string, answer: Answer])[];

/** Who withdrew, after all that was said. */
function by(said: Said): string | undefined {
  const thread = said.map(([who, words, answer], index) => {
    const reaction: Reaction = answer === 'accepted' ? 'THUMBS_UP' : 'CONFUSED';
    const isOld = answer === 'accepted' || answer === 'refused';
    return comment(index, {
      author: person(who),
      body: `/poweredby ${words}`,
      reactions: isOld ? new Map([[reaction, at(index + 1)]]) : new Map(),
    });
  });
  const commands = findCommands(thread, configurationOf(), {});
  const results = commands.flatMap((given, index) => {
    const answer = said[index]?.[2];
    if (answer === 'accepted just now') return [resultOf(given)];
    return answer === 'refused just now' ? [{ ...resultOf(given), accepted: [] }] : [];
  });
  return withdrawnBy(commands, results);
}

it.each<readonly [login: string | undefined, said: Said]>([
  ['ann', [['ann', 'withdraw', 'accepted']]],
  ['ann', [['ann', 'withdraw', 'accepted just now']]],
  [
    'mary',
    [
      ['ann', 'withdraw', 'accepted'],
      ['ann', 'add', 'accepted'],
      ['mary', 'withdraw', 'accepted just now'],
    ],
  ],
  [
    'ann',
    [
      ['ann', 'withdraw', 'accepted'],
      ['bob', 'withdraw', 'refused'],
      ['bob', 'withdraw', 'refused just now'],
    ],
  ],
  [undefined, [['ann', 'add', 'accepted']]],
  [undefined, []],
])('a request was withdrawn by %s after %j', (login, said) => {
  expect(by(said)).toBe(login);
});
