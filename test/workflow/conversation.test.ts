import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem/problem.ts';
import { converse, type Saying } from '../../src/workflow/conversation.ts';
import { findCommands } from '../../src/workflow/given-command.ts';
import { readCommentNote } from '../../src/workflow/notes.ts';
import { configurationOf } from '../submission/configuration.ts';
import { comment } from './facts.ts';

const configuration = configurationOf();
const nothing: Saying = { digest: 'digest', status: { kind: 'none' } };
const refusal = problem('command-nothing-open', '/poweredby rebuild', { command: 'rebuild' });

/** A comment with a command that cannot be carried out. */
const rebuild = (number: number) => comment(number, { body: '/poweredby rebuild' });
const numbersOf = (body: string) =>
  readCommentNote(body)?.content.answers.map(({ url }) => Number(url.split('-').at(-1)));

/** Our comment's text after commands of a thread were refused. @param before what it said */
function toldOf(
  thread: readonly ReturnType<typeof comment>[],
  { before, saying = nothing }: { before?: string; saying?: Saying } = {},
): string {
  const ours = before === undefined ? [] : [comment(1000, { isOurs: true, body: before })];
  const verdicts = findCommands(thread, configuration, {}).map((given) => ({
    given,
    problems: [refusal],
  }));
  const made = converse(
    { name: 'comment', id: 'I_12', thread: [...thread, ...ours] },
    verdicts,
    saying,
    configuration,
  );
  return String(made['comment']?.input['body'] ?? '');
}

describe('our comment in a thread', () => {
  it('is none where there is nothing to say', () => {
    expect(
      converse({ name: 'comment', id: 'I_12', thread: [] }, [], nothing, configuration),
    ).toEqual({});
  });

  it('answers the five newest commands that need words, whenever they were given', () => {
    const first = toldOf([1, 2, 3].map(rebuild));
    expect(numbersOf(first)).toEqual([1, 2, 3]);
    const earlier = [1, 2, 3].map((number) => comment(number));
    const next = toldOf([...earlier, ...[4, 5, 6].map(rebuild)], { before: first });
    expect(numbersOf(next)).toEqual([2, 3, 4, 5, 6]);
    expect(numbersOf(toldOf(Array.from({ length: 40 }, (_, index) => rebuild(index))))).toEqual([
      35, 36, 37, 38, 39,
    ]);
  });

  it('forgets the answer to a command that was deleted', () => {
    const first = toldOf([1, 2].map(rebuild));
    expect(numbersOf(toldOf([comment(2), rebuild(3)], { before: first }))).toEqual([2, 3]);
  });

  it('answers a command once, though it is judged again', () => {
    const first = toldOf([rebuild(1)]);
    expect(numbersOf(toldOf([rebuild(1), rebuild(2)], { before: first }))).toEqual([1, 2]);
  });

  it('has no digest where somebody typed so much that the note has no room', () => {
    const long = Array.from({ length: 200 }, (_, index) => ({
      problem: problem('command-unknown', `/poweredby ${index}`, { name: 'x'.repeat(300) }),
    }));
    const saying: Saying = { digest: 'digest', status: { kind: 'problems', problems: long } };
    const text = toldOf([], { saying });
    expect(text.length).toBeLessThan(65_536);
    expect(readCommentNote(text)).toMatchObject({ digest: '', content: { answers: [] } });
  });
});
