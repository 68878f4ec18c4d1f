import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../../src/github/changes/reaction.ts';
import {
  type AnsweredCommand,
  textFingerprint,
} from '../../../../src/reconcile/observe/commands/answered-commands.ts';
import { findCommands } from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { withoutRepeats } from '../../../../src/reconcile/observe/commands/repeated-commands.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, person } from '../../facts.ts';

const configuration = configurationOf();

/** `ann: text en x`; behind a `+` it was accepted, behind a `-` refused. */
type Said = string;

/** The places of those that are left of what was said in threads, one after the other, from 1. */
function left(...threads: readonly (readonly Said[])[]): number[] {
  let number = 0;
  const answered: Record<string, AnsweredCommand> = {};
  const found = threads.map((thread) =>
    thread.map((said) => {
      number += 1;
      const [, answer = '', login = '', words = ''] = /^([+-]?)(\w+): (.*)$/.exec(said) ?? [];
      const body = `/poweredby ${words}`;
      const reaction: Reaction = answer === '+' ? 'THUMBS_UP' : 'CONFUSED';
      if (answer === '+')
        answered[String(number)] = [textFingerprint(body), at(number).getTime() / 1000];
      if (answer === '-') answered[String(number)] = [textFingerprint(body)];
      return comment(number, {
        body,
        author: { ...person(login), id: login.length },
        reactions: answer === '' ? new Map() : new Map([[reaction, at(number)]]),
      });
    }),
  );
  const commands = found.map((thread) => findCommands(thread, configuration, answered));
  return withoutRepeats(commands).map((given) => Number(given.comment.sequence));
}

const times = (count: number, said: Said): Said[] => Array(count).fill(said);

describe('of what is said again and again', () => {
  it('all counts that is said a few times', () => {
    const said = [
      'ann: add',
      'ann: text en x',
      'ann: text en y',
      'mary: rebuild',
      'ann: text en z',
    ];
    expect(left(said)).toEqual([1, 2, 3, 4, 5]);
  });

  it('the last few count, of each person and of what each wants', () => {
    const said = [...times(9, 'ann: withdraw'), ...times(5, 'mallory: withdraw'), 'ann: text en x'];
    expect(left(said)).toEqual([7, 8, 9, 12, 13, 14, 15]);
    expect(left([...times(5, 'ann: text en x'), ...times(2, 'ann: text zh x')])).toHaveLength(5);
  });

  it('the last few count, whatever was meant, of what is not understood', () => {
    expect(left(times(6, 'ann: oops'))).toEqual([4, 5, 6]);
  });

  it('what has an answer keeps it', () => {
    expect(left([...times(5, '+ann: withdraw'), ...times(4, '-ann: add')])).toHaveLength(9);
    expect(left([...times(2, 'ann: withdraw'), ...times(3, '+ann: withdraw')])).toEqual([3, 4, 5]);
  });

  it('what was changed last is the newest, wherever it stands', () => {
    const old = comment(1, { body: '/poweredby withdraw', editedAt: at(100) });
    const others = [2, 3, 4, 5].map((number) => comment(number, { body: '/poweredby withdraw' }));
    const commands = withoutRepeats([findCommands([old, ...others], configuration, {})]);
    expect(commands.map((given) => Number(given.comment.sequence))).toEqual([1, 4, 5]);
  });
});

describe('of all that asks for help', () => {
  it('the newest of a thread counts, whoever asks', () => {
    expect(left(['ann: help', 'bob: help', 'ann: add'], ['cid: help'])).toEqual([2, 3, 4]);
  });

  it('one that had its answer counts for those before it', () => {
    expect(left(['ann: help', '+bob: help'])).toEqual([2]);
  });
});
