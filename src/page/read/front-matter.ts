import { load } from 'js-yaml';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { lineNumber, nextLine } from './lines.ts';
import { isData, type RowData } from './row-data.ts';

/** Where a page's front matter stands: the YAML between the fences, as offsets into the page's text. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
}

/** GitHub cuts larger files, and reading one takes seconds. */
const mostCharacters = 10 * 1024 * 1024;
/** Each line costs the readers some microseconds, be it empty; ten thousand companies take 70,000. */
const mostLines = 200_000;

/**
 * Finds a page's front matter. The opening fence is exactly `---`: what follows it on the line would name an
 * engine, and some engines execute the page.
 *
 * @param path names the page in a problem
 */
export function findFrontMatter(text: string, path: string): Result<FrontMatter> {
  if (text.length > mostCharacters) {
    return failure(problem('page-too-large', path, { size: text.length, limit: mostCharacters }));
  }
  const lines = lineNumber(text, text.length);
  if (lines > mostLines) {
    return failure(problem('page-too-many-lines', path, { size: lines, limit: mostLines }));
  }
  const opening = /^\uFEFF?---\r?\n/.exec(text);
  if (opening === null) {
    const firstLine = /^\uFEFF?([^\r\n]{0,40})/.exec(text)?.[1] ?? '';
    return /^(---|\+\+\+|\{|;;;)/.test(firstLine)
      ? failure(problem('page-front-matter-format', path, { line: 1, found: firstLine }))
      : failure(problem('page-without-front-matter', path, { line: 1 }));
  }
  const start = opening[0].length;
  const end = closingFence(text, start);
  if (end === undefined) return failure(problem('page-front-matter-unclosed', path, { line: 1 }));
  return success({ start, end });
}

/** The first line that is `---`, blanks behind it aside. */
function closingFence(text: string, start: number): number | undefined {
  for (let line = start; line !== 0; line = text.indexOf('\n---', line) + 1) {
    if (/^---[ \t]*(?:\r?\n|\r?$)/.test(text.slice(line, line + 80))) return line;
  }
  return undefined;
}

/** A page's front matter as data, and what follows it. */
export interface PageData {
  readonly data: RowData;
  readonly content: string;
}

/**
 * The data of a page's front matter, read by js-yaml: a second opinion, independent of the reader by which a page is
 * edited, linear in the page's length, and several times as fast. It refuses nesting deeper than 100.
 *
 * @throws where the front matter is not YAML that this reader takes, or Hugo would see it end earlier than we do
 */
export function readData(text: string): PageData {
  const found = findFrontMatter(text, '');
  if (!found.ok) throw new Error('No front matter to read');
  const { start, end } = found.value;
  // Hugo takes the first line that begins with the fence for the end, whatever follows on that line.
  if (text.indexOf('\n---', start - 1) + 1 !== end) {
    throw new Error('The fences are not where they seem');
  }
  const data = load(text.slice(start, end));
  return { data: isData(data) ? data : {}, content: text.slice(nextLine(text, end)) };
}
