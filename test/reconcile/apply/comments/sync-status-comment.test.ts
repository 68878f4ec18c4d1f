import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../../src/github/changes/reaction.ts';
import { problem } from '../../../../src/problem/problem.ts';
import { rememberAnswers } from '../../../../src/reconcile/apply/comments/remember-answers.ts';
import { syncStatusComment } from '../../../../src/reconcile/apply/comments/sync-status-comment.ts';
import { findCommands } from '../../../../src/reconcile/observe/commands/command-comment.ts';
import {
  type CommentNote,
  readCommentNote,
} from '../../../../src/reconcile/observe/notes/notes.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { at, comment, resultOf, snapshot } from '../../facts.ts';

const configuration = configurationOf();
const { repository } = snapshot();

/** What the status comment is made to say, where it is the only one in its thread. */
function said(note: CommentNote): string {
  const changes = syncStatusComment({ id: 'I_12', thread: [] }, repository, note, configuration);
  expect(changes.map(({ kind }) => kind)).toEqual(['add-comment']);
  const [change] = changes;
  return change && 'body' in change ? String(change.body) : '';
}

/** The status comment after somebody gave so many commands, which are all answered now. */
function saidAfter(words: string, count: number, isAccepted: boolean): string {
  const thread = Array.from({ length: count }, (_, index) =>
    comment(index + 1, {
      // Ten digits, as GitHub's ids have them.
      sequence: BigInt(4_000_000_000 + index),
      body: `/poweredby ${words}`,
      reactions: new Map<Reaction, Date>(),
    }),
  );
  const commands = findCommands(thread, configuration, {});
  const problems = isAccepted ? [] : [problem('command-nothing-open', 'x', { command: words })];
  const results = commands.map((given) => resultOf(given, problems));
  const answered = rememberAnswers(commands, results, at(1));
  return said({ status: { kind: 'withdrawn' }, digest: 'digest', answered });
}

describe('the status comment', () => {
  it('is none where there is nothing to say', () => {
    const nothing: CommentNote = { digest: 'digest', status: { kind: 'none' } };
    expect(
      syncStatusComment({ id: 'I_12', thread: [] }, repository, nothing, configuration),
    ).toEqual([]);
  });

  it('links the form after a merge', () => {
    const status = { kind: 'merged', change: 'add', company: 'Juniper', pull: 13 } as const;
    expect(said({ status, digest: '' })).toContain(
      `[fill in the form again](${repository.url}/issues/new?template=powered-by.yml)`,
    );
  });

  it('has no digest where somebody typed so much that the note has no room', () => {
    const problems = Array.from({ length: 200 }, (_, index) => ({
      problem: problem('command-unknown', `/poweredby ${index}`, {
        word: 'x'.repeat(300),
        known: '',
      }),
    }));
    const text = said({ digest: 'digest', told: ['news'], status: { kind: 'problems', problems } });
    expect(text.length).toBeLessThan(65_536);
    expect(readCommentNote(text)).toMatchObject({ digest: '', told: ['news'] });
  });

  it.each([
    ['help', true],
    ['text zh words', true],
    ['withdraw', false],
  ])('has room for its note after the most comments that GitHub takes: %s', (words, isAccepted) => {
    const body = saidAfter(words, 2500, isAccepted);
    expect(body.length).toBeLessThan(65_000);
    expect(readCommentNote(body)?.digest).toBe('digest');
  });
});
