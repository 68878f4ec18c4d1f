import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../src/github/mutations.ts';
import type { CommentFacts } from '../../src/github/thread.ts';
import { findCommands } from '../../src/workflow/given-command.ts';
import { configurationOf } from '../submission/configuration.ts';
import { at, comment, person } from './facts.ts';

const configuration = configurationOf();

/** A command of ann's of the first minute. */
function given(changes: Partial<CommentFacts>) {
  const body = '/poweredby withdraw';
  const [found] = findCommands([comment(1, { body, ...changes })], configuration);
  return found;
}

const reactions = (...given: readonly (readonly [Reaction, number])[]) =>
  new Map(given.map(([reaction, minute]) => [reaction, at(minute)]));

describe('the commands of a thread', () => {
  it('are those of people, right and wrong ones', () => {
    const thread = [
      comment(1, { body: 'Hello' }),
      comment(2, { body: '/poweredby help' }),
      comment(3, { body: '/poweredby dance' }),
      comment(4, { body: '> /poweredby add' }),
      comment(5, { body: '/poweredby add', author: { ...person('bot'), isPerson: false } }),
      comment(6, { body: '/poweredby add', author: undefined }),
      comment(7, { body: '/poweredby add', isOurs: true }),
    ];
    const commands = findCommands(thread, configuration);
    expect(commands.map(({ comment: { id }, read }) => [id, read.ok])).toEqual([
      ['C_2', true],
      ['C_3', false],
    ]);
  });
});

describe('a command', () => {
  it('is pending until we answered, also where we have seen it', () => {
    expect(given({})).toMatchObject({ state: 'pending', at: at(1) });
    expect(given({ reactions: reactions(['EYES', 2]) })?.state).toBe('pending');
  });

  it('counts from our answer on', () => {
    expect(given({ reactions: reactions(['THUMBS_UP', 5]) })).toMatchObject({
      state: 'accepted',
      at: at(5),
    });
    expect(given({ reactions: reactions(['CONFUSED', 5]) })).toMatchObject({
      state: 'refused',
      at: at(5),
    });
  });

  it('that was edited before the answer is answered', () => {
    const changes = { editedAt: at(4), reactions: reactions(['THUMBS_UP', 5]) };
    expect(given(changes)?.state).toBe('accepted');
  });

  it.each([5, 6])(
    'that was edited in minute %i, after the answer of the fifth, is a new one',
    (minute) => {
      for (const answer of ['THUMBS_UP', 'CONFUSED'] as const) {
        const changes = { editedAt: at(minute), reactions: reactions([answer, 5]) };
        expect(given(changes)?.state).toBe('pending');
      }
    },
  );
});
