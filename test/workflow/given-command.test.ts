import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../src/github/mutations.ts';
import type { CommentFacts } from '../../src/github/thread.ts';
import { findCommands } from '../../src/workflow/given-command.ts';
import { fingerprintOf, type Judged } from '../../src/workflow/judged.ts';
import { configurationOf } from '../submission/configuration.ts';
import { at, comment, person } from './facts.ts';

const configuration = configurationOf();

/** What was judged is what stands there. */
const asItStands: Judged = { 1: fingerprintOf('/poweredby withdraw') };

/** A command of ann's of the first minute. */
function given(changes: Partial<CommentFacts>, judged: Judged = asItStands) {
  const body = '/poweredby withdraw';
  const [found] = findCommands([comment(1, { body, ...changes })], configuration, judged);
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
    const commands = findCommands(thread, configuration, {});
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

  it('that says something else than what was judged is a new one, whenever it was edited', () => {
    const other: Judged = { 1: fingerprintOf('/poweredby help') };
    for (const minute of [4, 5, 6]) {
      for (const answer of ['THUMBS_UP', 'CONFUSED'] as const) {
        const changes = { editedAt: at(minute), reactions: reactions([answer, 5]) };
        expect(given(changes, other)?.state).toBe('pending');
      }
    }
  });

  it('is answered though somebody else reacted before it was edited', () => {
    const changes = { editedAt: at(6), reactions: reactions(['THUMBS_UP', 2]) };
    expect(given(changes)?.state).toBe('accepted');
  });

  it('that was refused and is forgotten stays refused; one that was accepted is judged again', () => {
    expect(given({ reactions: reactions(['CONFUSED', 5]) }, {})?.state).toBe('refused');
    const edited = { editedAt: at(6), reactions: reactions(['CONFUSED', 5]) };
    expect(given(edited, {})?.state).toBe('pending');
    expect(given({ reactions: reactions(['THUMBS_UP', 5]) }, {})?.state).toBe('pending');
  });
});
