import { excerptOf } from '../text/shorten.ts';
import { lineNumber } from './lines.ts';

/** How a generator warns people off what it writes. */
const warning =
  /\b(?:do not|don['’]t) (?:edit|modify|change)\b|\bauto[- ]?generated\b|\bgenerated (?:by|from|with|using)\b/i;

/** What a comment begins and ends with, in each kind of file; JSON has keys for it where it has no comments. */
const marks = {
  markdown: [['<!--', '-->']],
  yaml: [['#', '\n']],
  script: [
    ['/*', '*/'],
    ['//', '\n'],
  ],
  json: [
    ['/*', '*/'],
    ['//', '\n'],
    ['"comment"', '\n'],
    ['"_comment"', '\n'],
    ['"$comment"', '\n'],
  ],
} as const;

/**
 * Whether a list is written by a program, so that a change of it by hand would be lost: a comment above it says so.
 *
 * @param start where the list begins
 * @returns the comment's line and words
 */
export function generatedLine(
  text: string,
  start: number,
  kind: keyof typeof marks,
): { line: number; found: string } | undefined {
  const above = text.slice(0, start);
  for (const [open, close] of marks[kind]) {
    for (let at = above.indexOf(open); at !== -1; at = above.indexOf(open, at + open.length)) {
      // In the middle of a word, as in an address, it begins no comment.
      if (/[^\s"{[,;]/.test(above.charAt(at - 1)) && kind !== 'markdown') continue;
      const closing = above.indexOf(close, at);
      // Where a comment never ends, there is none, and none behind it either.
      if (closing === -1 && close !== '\n') break;
      const end = closing === -1 ? above.length : closing + close.length;
      const comment = above.slice(at, end);
      if (warning.test(comment)) return { line: lineNumber(text, at), found: excerptOf(comment) };
      at = end - open.length;
    }
  }
  return undefined;
}
