import { entriesOf } from '../list/formats/front-matter-table/entries.ts';
import { readData } from '../list/formats/front-matter-table/read/front-matter.ts';
import { readPage } from '../list/formats/front-matter-table/read/read-page.ts';
import { rowsIn } from '../list/formats/front-matter-table/read/row-data.ts';
import type { Problem } from '../problem/problem.ts';
import { compareNames } from '../text/compare-names.ts';
import { isData } from '../text/is-data.ts';

/** A file that may be a page. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A table of logos in a page's front matter. */
export interface FoundPage {
  readonly path: string;
  readonly table: string;
  readonly companies: readonly FoundCompany[];
  /** Whether the companies stand in alphabetical order today; not so where there are too few to tell. */
  readonly isAlphabetical: boolean;
}

/** A company with a logo. */
export interface FoundCompany {
  readonly name: string;
  /** The logo's address as the page names it. */
  readonly logo: string;
}

/** The tables of logos among some files. */
export interface FoundPages {
  /** Also empty tables, for one may be the page of a further locale. */
  readonly pages: readonly FoundPage[];
  /** Why others that seem to hold such a table cannot be edited. */
  readonly problems: readonly Problem[];
}

/** Finds the pages in whose front matter stands a table with pictures in its cells. */
export function findPages(files: readonly TextFile[]): FoundPages {
  const pages: FoundPage[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (!mayHoldTable(file.text)) continue;
    const tables = tablesOf(file);
    if ('problems' in tables) problems.push(...tables.problems);
    else for (const table of tables.names) readTable(file, table, pages, problems);
  }
  return { pages, problems };
}

/** Whether a text begins like a front matter and has a key `tables`, be it YAML, TOML or JSON. */
export function mayHoldTable(text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+|\{)/.test(text) && /^[ \t]*[["']*tables\b/m.test(text);
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

/** Whether tables and pictures are in what stands before the second fence. */
function showsPictures(text: string): boolean {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fence = text.slice(start, start + 3);
  const end = text.indexOf(`\n${fence}`, start);
  const frontMatter = text.slice(0, end === -1 ? text.length : end);
  return frontMatter.includes('tables') && frontMatter.includes('<img');
}

function readTable(
  { path, text }: TextFile,
  table: string,
  pages: FoundPage[],
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
  const companies = entriesOf(read.value).map(({ company: name, logo }) => ({ name, logo }));
  pages.push({ path, table, companies, isAlphabetical: isAlphabetical(companies) });
}

/** Looks no deeper than cells lie: by aliases, a few lines of YAML can mean any number of values. */
function holdsPicture(row: unknown): boolean {
  return Object.values(Object(row)).some((cell) => {
    const markup = isData(cell) ? cell['val'] : cell;
    return typeof markup === 'string' && markup.includes('<img');
  });
}

function isAlphabetical(companies: readonly FoundCompany[]): boolean {
  const names = companies.map(({ name }) => name);
  return (
    names.length > 2 &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0)
  );
}
