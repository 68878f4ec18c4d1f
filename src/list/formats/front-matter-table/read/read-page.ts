import { YAMLException } from 'js-yaml';
import { type CST, Parser } from 'yaml';
import { type Problem, problem } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';
import { isData } from '../../../../text/is-data.ts';
import { lineNumber } from '../../../lines.ts';
import type { Page } from '../page.ts';
import { findFrontMatter, type PageData, readData } from './front-matter.ts';
import { readTable } from './read-table.ts';
import { keyOf, type Source } from './syntax.ts';

/** A page with a table of another name has rarely more. */
const mostNamed = 10;

/** Which table of which page is read. */
interface PageOptions {
  /** The key under `tables:`. */
  readonly table: string;
  /** Names the page in problems. */
  readonly path: string;
  /** The page's data, where it was read before. */
  readonly data?: PageData;
}

/**
 * Reads a page for editing: its data by one reader of YAML, and where everything stands by another. They must
 * agree, or the page is refused.
 *
 * @param text the whole file
 * @returns the page, or why it cannot be edited safely, with the line
 */
export function readPage(text: string, options: PageOptions): Result<Page> {
  const { path, table: name } = options;
  const frontMatter = findFrontMatter(text, path);
  if (!frontMatter.ok) return frontMatter;
  const { start, end } = frontMatter.value;
  const data = options.data ? success(options.data) : tryToReadData(text, path, start);
  if (!data.ok) return data;

  const source: Source = { text, path, base: start, table: name };
  const [document, ...more] = new Parser().parse(text.slice(start, end));
  const top = document?.type === 'document' && more.length === 0 ? document.value : undefined;
  const tables = valueUnder(top, 'tables');
  const token = valueUnder(tables, name);
  if (tables === undefined || token === undefined) {
    return failure(tableMissing(name, data.value, path));
  }
  const table = readTable(token, name, data.value, source);
  if (!table.ok) return table;
  const newline = text.startsWith('\r', start - 2) ? '\r\n' : '\n';
  return success({ text, path, newline, data: data.value, table: table.value });
}

function valueUnder(token: CST.Token | undefined, name: string): CST.Token | undefined {
  if (token?.type !== 'block-map') return undefined;
  return token.items.find(({ key }) => keyOf(key) === name)?.value;
}

/** Names the tables that are there, for one of them may be misspelt. */
function tableMissing(name: string, { data: { tables } }: PageData, path: string): Problem {
  const names = isData(tables) && !Array.isArray(tables) ? Object.keys(tables) : [];
  const others = names.filter((other) => other !== name).slice(0, mostNamed);
  const quoted = others.map((other) => `“${other}”`).join(', ');
  return problem('page-table-missing', path, { line: 1, table: name, tables: quoted });
}

function tryToReadData(text: string, path: string, start: number): Result<PageData> {
  try {
    return success(readData(text));
  } catch (error) {
    const [reason, line] =
      error instanceof YAMLException
        ? [error.reason, lineNumber(text, start) + (error.mark?.line ?? 0)]
        : [String(error), 1];
    return failure(problem('page-not-yaml', path, { line, reason }));
  }
}
