import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { lineFinder } from '../../../text/line-finder.ts';
import { ownValue } from '../../../text/own-value.ts';
import type { Field, ListLocation, TextFile, WantedList } from '../../format.ts';
import { generatedLine } from '../../generated.ts';
import { lineNumber } from '../../lines.ts';
import { namesBelow } from '../../markdown/headings-above.ts';
import { readMarkdown } from '../../markdown/read-markdown.ts';
import { shownText } from '../../markdown/shown-text.ts';
import {
  chooseLists,
  foundLists,
  groupLists,
  type Named,
  type NamedLists,
  nameLists,
  readGroups,
} from '../../sequence/named-lists.ts';
import type {
  FoundSequences,
  ReadSequence,
  SequenceEntry,
  SequenceGroup,
  SequenceList,
} from '../../sequence/sequence.ts';
import {
  areAlike,
  type Column,
  columnsOf,
  listsOrganizations,
  mayListOrganizations,
} from './columns.ts';
import { badgesIn, isDash, isPlaceholder } from './placeholder.ts';
import { readTables } from './read-tables.ts';
import { valuesOf } from './read-values.ts';
import { seeTable } from './second-reader.ts';
import type { MarkdownTable, TableRow } from './table.ts';
import { paddingOf } from './write/pad-table.ts';

/** A Markdown table as the other rooms see it. */
export interface TableList extends SequenceList, TableParts {
  readonly entries: readonly TableEntry[];
  readonly elsewhere: readonly TableEntry[];
}

interface TableParts {
  /** The placeholders, which may show badges that no entry has. */
  readonly examples: readonly TableRow[];
  readonly table: MarkdownTable;
  readonly columns: readonly Column[];
}

/** A list as it is read here. */
interface ReadTableList extends ReadSequence, TableParts {
  readonly entries: readonly TableEntry[];
}

/** An entry with its row. */
export interface TableEntry extends SequenceEntry, TableRow {}

/** Reads all tables of a file, or says why none of them can be edited safely. */
export function readFileTables(file: TextFile): Result<readonly MarkdownTable[]> {
  const { path, text } = file;
  const tree = readMarkdown(file);
  if (!tree.ok) return tree;
  const tables = readTables(text, tree.value);
  if ('offset' in tables) {
    return failure(problem('list-readers-differ', path, { line: lineNumber(text, tables.offset) }));
  }
  return success(tables);
}

/** Reads a table for editing, or several as the groups of one list; or says why they cannot be edited safely. */
export function readList(file: TextFile, at: ListLocation): Result<readonly SequenceGroup[]> {
  const tables = readFileTables(file);
  if (!tables.ok) return tables;
  const chosen = chooseLists(nameTables(file.path, tables.value, at.fields), {
    path: file.path,
    within: at.within,
    areAlike: (each) => areAlike(each, at.fields),
  });
  return chosen.ok ? toGroups(file, chosen.value, at) : chosen;
}

/** The lists of a file, for set-up. */
export function findLists(file: TextFile, wanted?: WantedList): FoundSequences {
  const tables = readFileTables(file);
  if (!tables.ok) return { lists: [], problems: tables.problems };
  return foundLists(groupLists(nameTables(file.path, tables.value), wanted, areAlike), (groups) => {
    const read = toGroups(file, groups, {});
    if (!read.ok) return read;
    return success(
      read.value.map((group) => {
        const isPadded =
          group.entries.length > 0 && paddingOf(file.text, group.table) !== undefined;
        return { ...group, isPadded };
      }),
    );
  });
}

/** A file's tables by their names: those that seem to list organizations, and others that can be told from them. */
function nameTables(
  path: string,
  tables: readonly MarkdownTable[],
  fields?: ListLocation['fields'],
): NamedLists<MarkdownTable> {
  const name = (some: readonly MarkdownTable[]) =>
    nameLists(some, ({ headings }) => namesBelow(headings));
  const certain = tables.filter((table) => listsOrganizations(table, fields));
  const likely = tables.filter((table) => mayListOrganizations(table, path));
  const usual = name(certain.length > 0 ? certain : likely);
  const isUsual = (other: Named<MarkdownTable>) =>
    usual.some(({ list, within }) => list === other.list || within === other.within);
  return { usual, all: [...usual, ...name(tables).filter((other) => !isUsual(other))] };
}

/** Tables as the groups of a list: they have the columns of the first, and each tells what is in them. */
function toGroups(
  file: TextFile,
  tables: readonly Named<MarkdownTable>[],
  at: ListLocation,
): Result<readonly (ReadTableList & SequenceGroup)[]> {
  const columns = columnsOf(
    tables.map(({ list }) => list),
    at.fields,
  );
  return readGroups(tables, at, (table, own) => toList(file, table, own, columns));
}

/** A table as a list. */
function toList(
  { path, text }: TextFile,
  table: MarkdownTable,
  at: ListLocation,
  columns: readonly Column[],
): Result<ReadTableList> {
  const generated = generatedLine(text, table.header.start, 'markdown');
  if (generated !== undefined) return failure(problem('list-generated', path, generated));
  const seen = seeTable(text, table.ordinal);
  const odd = seen === undefined ? table.header : firstDifference(table, seen.entries);
  if (seen === undefined || odd !== undefined) {
    const line = lineNumber(text, (odd ?? table.header).start);
    return failure(problem('list-readers-differ', path, { line }));
  }
  const lineOf = lineFinder(text);
  const rows = table.rows.map((row, index) => ({ ...row, row: index }));
  const nameAt = columns.findIndex(({ role }) => role === 'name');
  const placeholders = new Set(rows.filter((row) => isPlaceholder(row, table, nameAt)));
  const entries = rows
    .filter((row) => !placeholders.has(row) && isEntry(row, columns))
    .map((row, index): TableEntry => {
      const place = { group: 0, index, line: lineOf(row.start), details: {} };
      return { ...valuesOf(row, columns), ...row, place, lacks: [] };
    });
  const examples = [...placeholders];
  return success({
    at,
    path,
    text,
    newline: /\r\n/.test(text.slice(table.header.start, table.head)) ? '\r\n' : '\n',
    fields: fieldsOf({ columns, entries, examples }, at),
    entries,
    placeholder: entries.length > 0 ? undefined : examples[0],
    examples,
    head: table.head,
    seen,
    table,
    columns,
  });
}

/** A line of words directly below a table belongs to it, and is no entry. */
function isEntry({ cells, opens, closes }: TableRow, columns: readonly Column[]): boolean {
  return cells.length > 1 || columns.length === 1 || opens || closes;
}

/** The first row that the second reader takes for something else. */
function firstDifference(
  { rows }: MarkdownTable,
  seen: readonly (readonly string[])[],
): TableRow | undefined {
  // Cells beyond the last column are shown to nobody, and each reader does with them as it likes.
  const isSame = ({ cells }: TableRow, other: readonly string[] = []) =>
    other.every((content, index) => seenCell(cells[index]?.source ?? '') === content);
  const odd = rows.find((row, index) => !isSame(row, seen[index]));
  return odd ?? (rows.length === seen.length ? undefined : rows.at(-1));
}

/** What the second reader finds in a cell: it takes the backslash before a `|` away. */
export function seenCell(source: string): string {
  return source.replaceAll('\\|', '|');
}

function fieldsOf(
  {
    columns,
    entries,
    examples: placeholders,
  }: Pick<ReadTableList, 'columns' | 'entries' | 'examples'>,
  { fields = {} }: ListLocation,
): Field[] {
  return columns.map(({ name, role }, index) => {
    const isFull = entries.length > 0 && entries.every(({ cells }) => !isDash(cells[index]));
    const badges = badgesIn(placeholders, index);
    const examples = badges.map(({ nodes }) => shownText(nodes)).filter((shown) => shown !== '');
    return {
      name,
      role,
      required: ownValue(fields, name)?.required ?? (role === 'name' || isFull),
      ...(examples.length > 0 && { examples }),
    };
  });
}
