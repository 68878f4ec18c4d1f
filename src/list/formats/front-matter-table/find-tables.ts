import type { Problem } from '../../../problem/problem.ts';
import { isData } from '../../../text/is-data.ts';
import type { FoundList, FoundLists, TextFile } from '../../format.ts';
import { entriesOf } from './entries.ts';
import { gridFields } from './grid-list.ts';
import { readData } from './read/front-matter.ts';
import { readPage } from './read/read-page.ts';
import { rowsIn } from './read/row-data.ts';

/** Finds the tables with pictures in their cells in a page's front matter. */
export function findTables(file: TextFile): FoundLists {
  const lists: FoundList[] = [];
  const problems: Problem[] = [];
  if (!mayHoldTable(file.text)) return { lists, problems };
  const tables = tablesOf(file);
  if ('problems' in tables) problems.push(...tables.problems);
  else for (const table of tables.names) readTable(file, table, lists, problems);
  return { lists, problems };
}

/** Whether a text begins like a front matter and has a key `tables`, be it YAML, TOML or JSON. */
export function mayHoldTable(text: string): boolean {
  return /^[\uFEFF\s]*(?:---|\+\+\+|\{)/.test(text) && /^[ \t]*[["']*tables\b/m.test(text);
}

function tablesOf({
  path,
  text,
}: TextFile): { names: string[] } | { problems: readonly Problem[] } {
  try {
    const { tables } = readData(text).data;
    return { names: isData(tables) ? Object.keys(tables) : [] };
  } catch {
    const read = readPage(text, { table: '', path });
    return { problems: read.ok || !showsPictures(text) ? [] : read.problems };
  }
}

/** Whether tables and pictures are in what is before the second fence. */
function showsPictures(text: string): boolean {
  const start = /[^\uFEFF\s]|$/.exec(text)?.index ?? 0;
  const fence = text.slice(start, start + 3);
  const end = text.indexOf(`\n${fence}`, start);
  const frontMatter = text.slice(0, end === -1 ? text.length : end);
  return frontMatter.includes('tables') && frontMatter.includes('<img');
}

function readTable(
  { path, text }: TextFile,
  table: string,
  lists: FoundList[],
  problems: Problem[],
): void {
  const rows = rowsIn(readData(text).data, table);
  const hasPictures = rows.some(holdsPicture);
  if (rows.length > 0 && !hasPictures) return;
  const read = readPage(text, { table, path });
  if (!read.ok) {
    if (hasPictures) problems.push(...read.problems);
    return;
  }
  const entries = entriesOf(read.value);
  lists.push({
    path,
    at: { within: table },
    fields: gridFields,
    groups: [],
    above: [],
    entries,
    isPadded: false,
  });
}

/** Looks no deeper than cells lie: by aliases, a few lines of YAML can mean any number of values. */
function holdsPicture(row: unknown): boolean {
  return Object.values(Object(row)).some((cell) => {
    const markup = isData(cell) ? cell['val'] : cell;
    return typeof markup === 'string' && markup.includes('<img');
  });
}
