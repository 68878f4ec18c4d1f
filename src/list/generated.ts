import { excerptOf } from '../text/shorten.ts';
import { lineNumber } from './lines.ts';

/** How a generator warns people off what it writes. */
const warning =
  /\b(?:do not|don['’]t) (?:edit|modify|change)\b|\bauto[- ]?generated\b|\bgenerated (?:by|from|with|using)\b/i;

/** Words about an earlier version of the file. */
const once = /\b(?:first|initial(?:ly)?|original(?:ly)?|earlier|previous(?:ly)?|old)\b/i;

/** What a comment begins and ends with, in each kind of file. */
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
  ],
} as const;

/** A key for comments, which JSON has no syntax for, with a string or the first strings of an array. */
const commentKey =
  /"(?:\/\/[^"\\]{0,40}|#|([_$]{0,2})(?:comments?|notes?|readme|warning|generated(?:[ _]?by)?))"\s{0,20}:\s{0,20}("(?:[^"\\\n]|\\.){0,500}"|\[\s{0,20}(?:"(?:[^"\\\n]|\\.){0,500}"[\s,]{0,20}){1,9})/gi;

/**
 * Whether a list is written by a program, so that a change of it by hand would be lost: a comment above it says so, or, in
 * JSON, a key that is there for comments.
 *
 * @param start where the list begins
 * @returns the comment's line and words
 */
export function generatedLine(
  text: string,
  start: number,
  kind: keyof typeof marks,
): { line: number; found: string } | undefined {
  if (kind === 'json') {
    for (const { 1: mark, 2: words = '', index } of text.matchAll(commentKey)) {
      // In an entry, such a word is a field's name, unless a mark before it says otherwise.
      if (mark === '' && index >= start) continue;
      const found = words.match(/"(?:[^"\\]|\\.)*"/g)?.find((each) => warning.test(each));
      if (found === undefined) continue;
      return { line: lineNumber(text, index), found: excerptOf(found.slice(1, -1)) };
    }
  }
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
      const before = close === '\n' ? linesBefore(above, at, open) : '';
      if (warns(comment, before)) return { line: lineNumber(text, at), found: excerptOf(comment) };
      at = end - open.length;
    }
  }
  return undefined;
}

/** Whether a comment warns; not so where its sentence tells how the file once came to be. */
function warns(comment: string, before: string): boolean {
  const found = warning.exec(comment);
  if (found === null) return false;
  const sentence = `${before} ${comment.slice(0, found.index)}`.split(/[.!?:;]\s/).at(-1) ?? '';
  return /edit|modify|change/i.test(found[0]) || !once.test(sentence);
}

/** A sentence runs over no more lines. */
const mostLines = 4;

/** The words of the comments on the lines right above a comment of one line. */
function linesBefore(above: string, at: number, open: string): string {
  const lines = above
    .slice(Math.max(0, at - mostLines * 200), at)
    .split('\n')
    .slice(0, -1);
  const other = lines.findLastIndex((line) => !line.trimStart().startsWith(open));
  return lines
    .slice(Math.max(other + 1, lines.length - mostLines))
    .map((line) => line.trim().slice(open.length))
    .join(' ');
}
