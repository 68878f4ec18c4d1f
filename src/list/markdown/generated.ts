import { excerptOf } from '../../text/shorten.ts';
import { lineNumber } from '../lines.ts';

/** How a generator warns people off what it writes. */
const warning =
  /\b(?:do not|don['’]t) (?:edit|modify|change)\b|\bauto[- ]?generated\b|\bgenerated (?:by|from|with|using)\b/i;

/**
 * Whether a list is written by a program, so that a change of it by hand would be lost: a comment above it says so.
 *
 * @param start where the list begins
 * @returns the comment's line and words
 */
export function generatedLine(
  text: string,
  start: number,
): { line: number; found: string } | undefined {
  const above = text.slice(0, start);
  for (let at = above.indexOf('<!--'); at !== -1; at = above.indexOf('<!--', at + 4)) {
    const end = above.indexOf('-->', at);
    // Where a comment never ends, there is none, and none behind it either.
    if (end === -1) return undefined;
    const comment = above.slice(at, end + 3);
    if (warning.test(comment)) return { line: lineNumber(text, at), found: excerptOf(comment) };
    at = end;
  }
  return undefined;
}
