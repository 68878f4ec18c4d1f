import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { lineNumber } from './lines.ts';

/** Where a page's front matter is: the YAML between the fences, as offsets into the page's text. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
}

/** What Hugo takes for the opening fence: blank lines may be before it, and blanks or a comment after it. */
const openingFence = /^[\uFEFF\s]*---[ \t]*(?:#[^\r\n]*)?\r?\n/;

/**
 * Finds the fences of a front matter as Hugo does: the closing one is the first line that begins with `---`. If other characters
 * follow on that line, Jekyll finds another end, and the page is refused. Nothing but blanks or a comment follows the opening fence on
 * its line: a word there would name an engine, and some engines execute the page.
 *
 * @param path names the page in a problem
 */
export function findFences(text: string, path: string): Result<FrontMatter> {
  const opening = openingFence.exec(text);
  if (opening === null) {
    const [found = ''] = /\S[^\r\n]{0,39}/.exec(text.slice(0, 10_000)) ?? [];
    const line = lineNumber(text, text.indexOf(found));
    return /^(---|\+\+\+|\{|;;;)/.test(found)
      ? failure(problem('page-front-matter-format', path, { line, found }))
      : failure(problem('page-without-front-matter', path, { line: 1 }));
  }
  const start = opening[0].length;
  const end = lineBeginning('---', text, start);
  if (end === undefined) {
    const line = lineNumber(text, start) - 1;
    return failure(problem('page-front-matter-unclosed', path, { line }));
  }
  const [closing = ''] = /^[^\r\n]{0,40}/.exec(text.slice(end, end + 80)) ?? [];
  if (/^---[ \t]*$/.test(closing)) return success({ start, end });
  const line = lineNumber(text, end);
  return failure(problem('page-front-matter-end', path, { line, found: closing }));
}

/** The first line from `start` on that begins with some characters. */
function lineBeginning(characters: string, text: string, start: number): number | undefined {
  if (text.startsWith(characters, start)) return start;
  const before = text.indexOf(`\n${characters}`, start);
  return before === -1 ? undefined : before + 1;
}
