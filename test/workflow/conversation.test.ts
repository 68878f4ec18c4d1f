import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../src/github/mutations.ts';
import { problem } from '../../src/problem/problem.ts';
import { converse } from '../../src/workflow/conversation.ts';
import { findCommands } from '../../src/workflow/given-command.ts';
import { judgedWith } from '../../src/workflow/judged-with.ts';
import { readCommentNote } from '../../src/workflow/notes.ts';
import { configurationOf } from '../submission/configuration.ts';
import { at, comment } from './facts.ts';

const configuration = configurationOf();

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
  const verdicts = commands.map((given) => ({ given, problems }));
  const judged = judgedWith(commands, verdicts, at(1));
  const saying = { status: { kind: 'withdrawn' }, digest: 'digest', judged } as const;
  const sent = converse({ name: 'comment', id: 'I_12', thread }, verdicts, saying, configuration);
  return String(sent['comment']?.input['body']);
}

describe('our comment', () => {
  it('answers the five newest commands that need words', () => {
    const answered = said('rebuild', 8, false).match(/#issuecomment-\d+/g);
    expect(answered?.map((link) => Number(link.slice(-1)))).toEqual([3, 4, 5, 6, 7]);
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
