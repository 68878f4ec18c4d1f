import { lineNumber } from '../../lines.ts';

/** How a generator warns people off what it writes. */
const warning =
  /\b(?:do not|don['’]t) (?:edit|modify|change)\b|\bauto[- ]?generated\b|\bgenerated (?:by|from|with|using)\b/i;

/**
 * Whether a table is written by a program, so that a change of it by hand would be lost: a comment above it says so.
 *
 * @param start where the table begins
 * @returns the comment's line and words
 */
export function generatedLine(
  text: string,
  start: number,
): { line: number; found: string } | undefined {
  for (const { 0: comment, index } of text.slice(0, start).matchAll(/<!--[\s\S]*?-->/g)) {
    if (!warning.test(comment)) continue;
    const found = comment.replace(/\s+/g, ' ').slice(0, 120);
    return { line: lineNumber(text, index), found };
  }
  return undefined;
}
