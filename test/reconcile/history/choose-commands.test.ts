import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCommands } from '../../../src/reconcile/history/choose-commands.ts';
import { findCommands } from '../../../src/reconcile/observe/command-comment.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { comment, person } from '../facts.ts';

/** The commands of these people, one after the other. */
function commandsOf(logins: readonly string[]) {
  const thread = logins.map((login, index) =>
    comment(index + 1, { author: person(login), body: '/poweredby withdraw' }),
  );
  return findCommands(thread, configurationOf(), {});
}

const isWriter = (login: string) => login === 'mary';
const snapshot = { writers: new Map([['mary', true]]) };

/** The places of those that are chosen, from 1. */
const chosen = (...logins: string[]) =>
  chooseCommands(commandsOf(logins), snapshot).map((given) => Number(given.comment.sequence));

const mallory = Array<string>(30).fill('mallory');

describe('the commands that a job answers', () => {
  it('are all, in their order, where there are not many', () => {
    expect(chosen('ann', 'mary', 'ann')).toEqual([1, 2, 3]);
    expect(chosen()).toEqual([]);
  });

  it('are ten, and a writer’s are among them', () => {
    expect(chosen(...mallory, 'mary', 'mary')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 31, 32]);
  });

  it('are everybody’s first before anybody’s second', () => {
    expect(chosen(...mallory, 'ann', 'bob', 'ann')).toEqual([1, 2, 3, 4, 5, 6, 7, 31, 32, 33]);
  });

  it('leave out nobody’s first for somebody’s second, and no writer’s for another’s', () => {
    const login = fc.constantFrom('ann', 'bob', 'cid', 'mary', 'mallory');
    fc.assert(
      fc.property(fc.array(login, { maxLength: 40 }), (logins) => {
        const commands = commandsOf(logins);
        const taken = chooseCommands(commands, snapshot);
        expect(taken).toHaveLength(Math.min(10, logins.length));
        const left = commands.filter((given) => !taken.includes(given));
        const countOf = (who: string) => taken.filter(({ author }) => author.login === who).length;
        for (const { author } of left) {
          for (const { author: other } of taken) {
            if (isWriter(author.login)) expect(isWriter(other.login)).toBe(true);
            else if (!isWriter(other.login)) {
              expect(countOf(other.login) - countOf(author.login)).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
    );
  });
});
