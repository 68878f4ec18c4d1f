import { describe, expect, it } from 'vitest';
import type { CommentFacts } from '../../../../src/github/nodes/thread.ts';
import { problem } from '../../../../src/problem/problem.ts';
import { answerCommands } from '../../../../src/reconcile/apply/comments/answer-commands.ts';
import { findCommands } from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { comment, resultOf } from '../../facts.ts';

const configuration = configurationOf();
const refusal = problem('command-nothing-open', '/poweredby rebuild', { command: 'rebuild' });

/** A comment with a command that cannot be carried out. */
const rebuild = (number: number, words = 'rebuild') =>
  comment(number, { body: `/poweredby ${words}` });

/** What is done in a thread of which some commands have no answer yet. */
function changesFor(thread: readonly CommentFacts[], pending: readonly CommentFacts[]) {
  const results = findCommands(pending, configuration, {}).map((given) =>
    resultOf(given, [refusal]),
  );
  return answerCommands({ id: 'I_12', thread }, results, configuration);
}

/** Our comment that answers commands. */
function answerTo(number: number, ...commands: readonly CommentFacts[]): CommentFacts {
  const [change] = changesFor(commands, commands);
  const body = change && 'body' in change ? String(change.body) : '';
  return comment(number, { isOurs: true, body });
}

const numbersIn = (body: string) => body.match(/(?<=#issuecomment-)\d+/g);

describe('the answers to commands in a thread', () => {
  it('are one new comment for all that came together', () => {
    const commands = [1, 2, 3].map((number) => rebuild(number));
    const [change, ...others] = changesFor(commands, commands);
    expect(change).toMatchObject({ kind: 'add-comment', subjectId: 'I_12' });
    expect(others).toEqual([]);
  });

  it('are for the five newest, and the others count as answered too', () => {
    const commands = Array.from({ length: 40 }, (_, index) => rebuild(index));
    const answer = answerTo(100, ...commands);
    expect(numbersIn(answer.body)).toEqual(['35', '36', '37', '38', '39']);
    expect(changesFor([...commands, answer], commands)).toEqual([]);
  });

  it('fold earlier ones away, once', () => {
    const first = answerTo(2, rebuild(1));
    const given = rebuild(5);
    expect(changesFor([rebuild(1), first, given], [given])[0]).toEqual({
      kind: 'minimize-comment',
      commentId: first.id,
    });
    const next = [rebuild(1), { ...first, isMinimized: true }, given];
    expect(changesFor(next, [given]).map(({ kind }) => kind)).toEqual(['add-comment']);
  });

  it('are folded away when their command is edited or deleted', () => {
    const answer = answerTo(3, rebuild(1), rebuild(2));
    const folded = [{ kind: 'minimize-comment', commentId: answer.id }];
    expect(changesFor([rebuild(1), rebuild(2), answer], [])).toEqual([]);
    expect(changesFor([rebuild(1, 'withdraw'), rebuild(2), answer], [])).toEqual(folded);
    expect(changesFor([rebuild(2), answer], [])).toEqual(folded);
  });

  it('are not sent again where an attempt was interrupted before it noted them', () => {
    const given = rebuild(1);
    expect(changesFor([given, answerTo(2, given)], [given])).toEqual([]);
  });

  it('are nobody else’s business: a pasted note answers nothing', () => {
    const given = rebuild(1);
    const pasted = { ...answerTo(2, given), isOurs: false };
    expect(changesFor([given, pasted], [given]).map(({ kind }) => kind)).toEqual(['add-comment']);
  });
});
