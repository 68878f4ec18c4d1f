import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../../src/github/changes/reaction.ts';
import type { CommentFacts } from '../../../../src/github/nodes/thread.ts';
import {
  type AnsweredCommands,
  textFingerprint,
} from '../../../../src/reconcile/observe/commands/answered-commands.ts';
import {
  findCommands,
  wantsReactionDate,
} from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, person } from '../../facts.ts';

const configuration = configurationOf();

const seconds = (minute: number) => at(minute).getTime() / 1000;

/** That what stands there was accepted in a minute, or refused. */
const accepted = (minute: number): AnsweredCommands => ({
  1: [textFingerprint('/poweredby withdraw'), seconds(minute)],
});
const refused: AnsweredCommands = { 1: [textFingerprint('/poweredby withdraw')] };

/** A command of ann's of the first minute. */
function given(
  changes: Partial<CommentFacts>,
  answered: AnsweredCommands = {},
  own?: readonly (readonly [Reaction, number])[],
) {
  const body = '/poweredby withdraw';
  const [found] = findCommands(
    [comment(1, { body, ...changes })],
    configuration,
    answered,
    own && { reactions: new Map([['C_1', reactions(...own)]]) },
  );
  if (!found) throw new Error('It is a command');
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
    expect(
      commands.map(({ comment: { id }, author, reads }) => [
        id,
        author.login,
        reads.every((read) => read.ok),
      ]),
    ).toEqual([
      ['C_2', 'ann', true],
      ['C_3', 'ann', false],
      // Of an account that is gone: nobody's, as GitHub shows it.
      ['C_6', 'ghost', true],
    ]);
  });
});

describe('a command', () => {
  it('is pending until we answered, also where we have seen it', () => {
    expect(given({})).toMatchObject({ state: 'pending', at: at(1) });
    expect(given({ reactions: reactions(['EYES', 2]) }).state).toBe('pending');
  });

  it('has the answer that our note says, whatever the reactions are', () => {
    const shown = [[], [['THUMBS_UP', 5]], [['CONFUSED', 5]]] as const;
    for (const each of shown) {
      expect(given({ reactions: reactions(...each) }, accepted(5)).state).toBe('accepted');
      expect(given({ reactions: reactions(...each) }, refused).state).toBe('refused');
    }
  });

  it('counts from the time in our note on, or from the first thumb, whichever is later', () => {
    expect(given({ reactions: reactions(['THUMBS_UP', 6]) }, accepted(5)).at).toEqual(at(6));
    expect(given({ reactions: reactions(['THUMBS_UP', 2]) }, accepted(5)).at).toEqual(at(5));
    expect(given({}, accepted(5)).at).toEqual(at(5));
    expect(given({}, accepted(0)).at).toEqual(at(1));
  });

  it('that was edited before the answer is answered', () => {
    const changes = { editedAt: at(4), reactions: reactions(['THUMBS_UP', 5]) };
    expect(given(changes, accepted(5))).toMatchObject({ state: 'accepted', isUnproven: false });
  });

  it('that says something else than what was answered is a new one, whenever it was edited', () => {
    const others: AnsweredCommands[] = [
      { 1: [textFingerprint('/poweredby help'), seconds(5)] },
      { 1: [textFingerprint('/poweredby help')] },
    ];
    for (const minute of [4, 5, 6]) {
      for (const answer of ['THUMBS_UP', 'CONFUSED'] as const) {
        const changes = { editedAt: at(minute), reactions: reactions([answer, 5]) };
        for (const other of others) expect(given(changes, other).state).toBe('pending');
      }
    }
  });

  it('is answered though somebody else reacted before it was edited', () => {
    const changes = { editedAt: at(6), reactions: reactions(['THUMBS_UP', 2]) };
    expect(given(changes, accepted(7)).state).toBe('accepted');
  });
});

describe('a command that our note does not know', () => {
  it('has the answer that our reaction gives, and counts from then on', () => {
    expect(given({ reactions: reactions(['THUMBS_UP', 5]) })).toMatchObject({
      state: 'accepted',
      at: at(5),
      isUnproven: false,
    });
    expect(given({ reactions: reactions(['CONFUSED', 5]) })).toMatchObject({
      state: 'refused',
      at: at(5),
    });
  });

  it('is a new one if it was edited since', () => {
    for (const answer of ['THUMBS_UP', 'CONFUSED'] as const) {
      const changes = { editedAt: at(6), reactions: reactions([answer, 5]) };
      expect(given(changes).state).toBe('pending');
      expect(given(changes, {}, [[answer, 5]]).state).toBe('pending');
    }
  });

  it('is not proven to be what we answered, if it was edited before', () => {
    const changes = { editedAt: at(4), reactions: reactions(['THUMBS_UP', 5]) };
    expect(given(changes)).toMatchObject({ state: 'accepted', isUnproven: true });
  });

  it('is answered by our own reaction, where that was asked for, and not by the first', () => {
    const changes = { editedAt: at(4), reactions: reactions(['THUMBS_UP', 2]) };
    expect(given(changes).state).toBe('pending');
    const own = [['THUMBS_UP', 5]] as const;
    expect(given(changes, {}, own)).toMatchObject({ state: 'accepted', at: at(5) });
  });

  it('has the newer of two answers, of which the older could not be taken back', () => {
    const answers = { reactions: reactions(['THUMBS_UP', 5], ['CONFUSED', 6]) };
    expect(given(answers).state).toBe('refused');
    const reversed = { reactions: reactions(['THUMBS_UP', 7], ['CONFUSED', 6]) };
    expect(given(reversed).state).toBe('accepted');
  });

  it('has it asked when we reacted, where that may change anything', () => {
    const wants = (changes: Partial<CommentFacts>, answered: AnsweredCommands = {}) =>
      wantsReactionDate(given(changes, answered), answered);
    const [thumb, frown] = [reactions(['THUMBS_UP', 5]), reactions(['CONFUSED', 5])];
    expect(wants({ reactions: thumb })).toBe(true);
    expect(wants({ reactions: frown, editedAt: at(3) })).toBe(true);
    expect(wants({ reactions: thumb, editedAt: at(7) })).toBe(true);
    expect(wants({ reactions: frown })).toBe(false);
    expect(wants({ reactions: thumb }, accepted(5))).toBe(false);
    expect(wants({ reactions: thumb, body: '/poweredby add', editedAt: at(6) }, refused)).toBe(
      false,
    );
    expect(wants({ reactions: reactions(['EYES', 5]), editedAt: at(6) })).toBe(false);
    expect(wants({ reactions: thumb, body: '/poweredby help' })).toBe(false);
  });
});
