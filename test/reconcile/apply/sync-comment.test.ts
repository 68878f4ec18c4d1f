import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../src/github/changes/reaction.ts';
import { problem } from '../../../src/problem/problem.ts';
import { rememberAnswers } from '../../../src/reconcile/apply/remember-answers.ts';
import { type CommentState, syncComment } from '../../../src/reconcile/apply/sync-comment.ts';
import { findCommands } from '../../../src/reconcile/observe/commands/command-comment.ts';
import { readCommentNote } from '../../../src/reconcile/observe/notes/notes.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { at, comment } from '../facts.ts';

const configuration = configurationOf();
const nothing: CommentState = { digest: 'digest', status: { kind: 'none' } };
const refusal = problem('command-nothing-open', '/poweredby rebuild', { command: 'rebuild' });

/** A comment with a command that cannot be carried out. */
const rebuild = (number: number) => comment(number, { body: '/poweredby rebuild' });
const numbersOf = (body: string) =>
  readCommentNote(body)?.content.answers.map(({ url }) => Number(url.split('-').at(-1)));

/** What our comment is made to say. */
function bodyIn(changes: ReturnType<typeof syncComment>): string | undefined {
  const [body, ...more] = changes.map((change) => ('body' in change ? change.body : change.kind));
  expect(more).toEqual([]);
  return body;
}

/** Our comment's text after commands of a thread were refused. @param before what it said */
function toldOf(
  thread: readonly ReturnType<typeof comment>[],
  { before, commentState = nothing }: { before?: string; commentState?: CommentState } = {},
): string {
  const ours = before === undefined ? [] : [comment(1000, { isOurs: true, body: before })];
  const results = findCommands(thread, configuration, {}).map((given) => ({
    given,
    problems: [refusal],
  }));
  const made = syncComment(
    { id: 'I_12', thread: [...thread, ...ours] },
    results,
    commentState,
    configuration,
  );
  return bodyIn(made) ?? '';
}

/** Our comment after somebody gave so many commands, which are all answered now. */
function said(words: string, count: number, isAccepted: boolean): string {
  const thread = Array.from({ length: count }, (_, index) =>
    comment(index + 1, {
      // Ten digits, as GitHub's ids have them.
      sequence: BigInt(4_000_000_000 + index),
      url: `https://github.com/acme/site/issues/12#issuecomment-${4_000_000_000 + index}`,
      body: `/poweredby ${words}`,
      reactions: new Map<Reaction, Date>(),
    }),
  );
  const commands = findCommands(thread, configuration, {});
  const problems = isAccepted ? [] : [problem('command-nothing-open', 'x', { command: words })];
  const results = commands.map((given) => ({ given, problems }));
  const answered = rememberAnswers(commands, results, at(1));
  const commentState = { status: { kind: 'withdrawn' }, digest: 'digest', answered } as const;
  const sent = syncComment({ id: 'I_12', thread }, results, commentState, configuration);
  return String(bodyIn(sent));
}

describe('our comment in a thread', () => {
  it('is none where there is nothing to say', () => {
    expect(syncComment({ id: 'I_12', thread: [] }, [], nothing, configuration)).toEqual([]);
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

  it('answers a command once, though it is answered again', () => {
    const first = toldOf([rebuild(1)]);
    expect(numbersOf(toldOf([rebuild(1), rebuild(2)], { before: first }))).toEqual([1, 2]);
  });

  it('has no digest where somebody typed so much that the note has no room', () => {
    const long = Array.from({ length: 200 }, (_, index) => ({
      problem: problem('command-unknown', `/poweredby ${index}`, {
        word: 'x'.repeat(300),
        known: '',
      }),
    }));
    const commentState: CommentState = {
      digest: 'digest',
      status: { kind: 'problems', problems: long },
    };
    const text = toldOf([], { commentState });
    expect(text.length).toBeLessThan(65_536);
    expect(readCommentNote(text)).toMatchObject({ digest: '', content: { answers: [] } });
  });

  it.each([
    ['help', true],
    ['text zh words', true],
    ['withdraw', false],
  ])(
    'has room for its note behind the most comments that GitHub takes: %s',
    (words, isAccepted) => {
      const body = said(words, 2500, isAccepted);
      expect(body.length).toBeLessThan(65_000);
      expect(readCommentNote(body)?.digest).toBe('digest');
    },
  );
});
