import { describe, expect, it } from 'vitest';
import { ownLines } from '../../../src/command/grammar/own-lines.ts';

describe('the own lines of a comment', () => {
  it.each([
    ['a quote', '> a\n> b\n\nmine'],
    ['a quote within a quote', '> > a\n>> b\n\nmine'],
    ['a line that Markdown shows within the quote above it', '> a\nb\nc\n\nmine'],
    ['what follows an empty line of a quote', '> a\n>\nmine'],
    ['a fenced code block', '```\na\n\nb\n```\nmine'],
    ['a code block between tildes, with a language', '~~~~yaml\na\n~~~\n~~~~\nmine'],
    ['a code block right under a quote', '> a\n```\n\nb\n```\nmine'],
    ['an indented code block', '    a\n\n    b\n\nmine'],
    ['a code block indented by a tab', '\ta\n  \tb\nmine'],
    ['a comment of HTML', '<!-- a\n\nb\n-->\nmine'],
    ['a comment of HTML within a line', '<!-- a -->mine<!-- b -->'],
    ['details', '<details>\n<details>a</details>\n\nb\n</details>\nmine'],
  ])('are without %s', (_what, comment) => {
    expect(ownLines(comment).filter((line) => line !== '')).toEqual(['mine']);
  });

  it('end where a code block is not closed', () => {
    expect(ownLines('mine\n```\na\n\nb')).toEqual(['mine', '', '', '', '']);
  });

  it('hold an indented line that goes on with a paragraph', () => {
    expect(ownLines('a\n    b')).toEqual(['a', '    b']);
  });

  it('are told apart by every kind of line break', () => {
    expect(ownLines('a\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
  });
});
