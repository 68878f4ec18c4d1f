import { YAMLException } from 'js-yaml';
import { type CST, Parser } from 'yaml';
import { type Problem, problem } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';
import { isData } from '../../../../text/is-data.ts';
import { lineNumber } from '../../../lines.ts';
import type { Page } from '../page.ts';
import { findFrontMatter, type PageData, readData } from './front-matter.ts';
import { readTable } from './read-table.ts';
import { tableIn } from './row-data.ts';
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
 * Reads a page for editing: its data by one reader of YAML, and where everything is by another. They must
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
  const top = topOf(text.slice(start, end));
  const token = valueUnder(valueUnder(top, 'tables'), name);
  if (token === undefined) return failure(whyMissing(top, data.value, source));
  const table = readTable(token, name, data.value, source);
  if (!table.ok) return table;
  const newline = text.startsWith('\r', start - 2) ? '\r\n' : '\n';
  return success({ text, path, newline, data: data.value, table: table.value });
}

/** The value of the only document; comments and blank lines may be around it. */
function topOf(yaml: string): CST.Token | undefined {
  const tokens = [...new Parser().parse(yaml)];
  const [document, ...more] = tokens.filter(({ type }) => type === 'document');
  return document?.type === 'document' && more.length === 0 ? document.value : undefined;
}

function valueUnder(token: CST.Token | undefined, name: string): CST.Token | undefined {
  if (token?.type !== 'block-map') return undefined;
  return token.items.find(({ key }) => keyOf(key) === name)?.value;
}

/** Why a table cannot be found where it should be written: not because it is not there, if the data has it. */
function whyMissing(top: CST.Token | undefined, data: PageData, source: Source): Problem {
  const { path, table, text, base } = source;
  if (tableIn(data.data, table) === undefined) return tableMissing(table, data, path);
  const nearest = valueUnder(top, 'tables') ?? top;
  const offset = nearest && 'offset' in nearest ? nearest.offset : 0;
  const values = { line: lineNumber(text, base + offset), table };
  return nearest?.type === 'flow-collection'
    ? problem('page-table-flow-style', path, values)
    : problem('page-table-alias', path, values);
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
        : [error instanceof Error ? error.message : String(error), lineNumber(text, start)];
    return failure(problem('page-not-yaml', path, { line, reason }));
  }
}
