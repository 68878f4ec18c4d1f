import { type Result, success } from '../../../problem/result.ts';
import { ownValue } from '../../../text/own-value.ts';
import { markdownEnding } from '../../file-endings.ts';
import type { EntryPart, EntryValues } from '../../format.ts';
import { linksOf, saysLinks } from '../../markdown/homepage-links.ts';
import { hasLines } from '../../markdown/shown-text.ts';
import { rewriteName } from '../../markdown/write/rewrite-name.ts';
import type { Sample } from '../../markdown/write/sample.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { sequenceFormat } from '../../sequence/sequence-format.ts';
import { encodeBlockStart } from '../../text/encode/encode-block.ts';
import { tableFlaws } from './flaws.ts';
import { badgesIn } from './placeholder.ts';
import {
  findLists,
  readFileTables,
  readList,
  seenCell,
  type TableEntry,
  type TableList,
} from './read-list.ts';
import type { TableRow } from './table.ts';
import { markForNothing } from './write/mark-for-nothing.ts';
import { paddingOf, padTable } from './write/pad-table.ts';
import { writeCell } from './write/write-cell.ts';
import { usualBreak } from './write/write-lines.ts';
import { opensLike, rewriteRow, writeRow } from './write/write-row.ts';

/** A table between `|` in a Markdown file, as GitHub shows it. */
export const markdownTable = sequenceFormat({
  id: 'markdown-table',
  look: 'rows',
  mayHold: ({ path, text }) => markdownEnding.test(path) && /\|[ \t]*:?-|-:?[ \t]*\|/.test(text),
  find: findLists,
  read: readList,
  write,
  rewrite,
  reformat,
  parts,
  flaws: tableFlaws,
});

function write(list: TableList, values: EntryValues, index: number): Result<WrittenEntry> {
  const neighbours = nearestFirst(list, index);
  const { header } = list.table;
  const opens = opensLike(header, neighbours);
  const contents = contentsOf(list, values, neighbours, { opens });
  return success(toWritten(writeRow(header, neighbours, contents), contents));
}

/** Changes the cells that say something else now, and leaves the others as they are. */
function rewrite(
  list: TableList,
  entry: TableEntry,
  values: Partial<EntryValues>,
): Result<WrittenEntry> {
  const wanted = { ...entry, ...values, fields: { ...entry.fields, ...values.fields } };
  const others = nearestFirst(list, entry.place.index);
  const contents = contentsOf(list, wanted, others, entry);
  const kept = list.columns.map((_, index) => {
    const { source = '', nodes = [] } = entry.cells[index] ?? {};
    const value = columnValue(list, wanted, index);
    const isSame =
      (list.columns[index]?.role === 'homepage' && saysLinks(entry, wanted)) ||
      JSON.stringify(value) === JSON.stringify(columnValue(list, entry, index)) ||
      (typeof value === 'string' && hasLines(nodes, value));
    const written = contents[index] ?? '';
    if (isSame || areAlike(source, written, value)) return source;
    return renamed(list, entry, wanted, index) ?? written;
  });
  const source = rewriteRow(list.text, list.table.header, entry, kept);
  return success(toWritten(source, kept));
}

/** Whether a cell says nothing else when it is written again; line breaks are new only to who gives several lines. */
function areAlike(source: string, written: string, value: unknown): boolean {
  const hasBreaks = typeof value === 'string' && value.includes('\n');
  const fold = (cell: string) =>
    cell.replaceAll(/<br ?\/?>/gi, hasBreaks ? ' <br> ' : ' ').replaceAll(/\s+/g, ' ');
  return fold(source) === fold(written);
}

/** The cell of a name with nothing but the name or its address changed; nothing where it says more, or says it in another way. */
function renamed(
  { columns }: TableList,
  entry: TableEntry,
  wanted: EntryValues,
  index: number,
): string | undefined {
  const cell = entry.cells[index];
  if (cell === undefined || columns[index]?.role !== 'name') return undefined;
  const hasColumn = columns.some(({ role }) => role === 'homepage');
  const { homepage } = hasColumn ? entry : wanted;
  const source = rewriteName(cell, entry, { ...wanted, homepage });
  return source !== undefined && index === 0 && !entry.opens ? encodeBlockStart(source) : source;
}

/** Where a formatter pads the whole table, and the configuration says so: padded by it again, with the change. */
function reformat({ at, path, text: before, table }: TableList, text: string): string {
  const style = at.reformat === 'table' ? paddingOf(before, table) : undefined;
  const tables = style && readFileTables({ path, text });
  const changed = tables?.ok ? tables.value[table.ordinal] : undefined;
  return (style && changed && padTable(text, changed, style)) ?? text;
}

/** What one column says of an entry. */
function columnValue({ columns }: TableList, values: EntryValues, index: number): unknown {
  const column = columns[index];
  if (column === undefined) return undefined;
  switch (column.role) {
    case 'name': {
      const hasOwn = columns.some(({ role }) => role === 'homepage');
      return [values.company, hasOwn ? '' : values.homepage];
    }
    case 'homepage':
      return linksOf(values);
    case 'text':
      return values.text;
    case 'logo':
      return values.logo;
    case 'link':
      return values.link && [values.link.text, values.link.url];
    default:
      return ownValue(values.fields, column.name);
  }
}

function contentsOf(
  list: TableList,
  values: EntryValues,
  neighbours: readonly TableEntry[],
  { opens, cells = [] }: Pick<TableRow, 'opens'> & Partial<TableRow>,
): readonly string[] {
  const { columns, at } = list;
  const lineBreak = usualBreak(list);
  const contents = columns.map((column, index) => {
    // A name without a link is written like another one, wherever that is.
    const others = column.role === 'name' ? list.elsewhere : [];
    const samples = samplesIn([...neighbours, ...others], index);
    const hasColumn = columns.some(({ role }) => role === 'homepage');
    const linksName = ownValue(at.fields, column.name)?.homepage !== undefined;
    const written = writeCell(values, {
      column,
      samples: [
        ...samples,
        ...badgesIn(list.examples, index).map((cell) => ({ ...cell, company: '' })),
      ],
      own: cells[index],
      linksName: linksName || (neighbours.length === 0 && !hasColumn),
      usualBreak: lineBreak,
      allowsMarkup: at.markup === 'inline',
    });
    return written === '' ? markForNothing(samples, neighbours.length) : written;
  });
  // Without its first `|` a row begins as any line does.
  return contents.map((each, index) => (index === 0 && !opens ? encodeBlockStart(each) : each));
}

/** The cells of a column that hold anything, nearest first. */
function samplesIn(neighbours: readonly TableEntry[], index: number): readonly Sample[] {
  return neighbours.flatMap(({ cells, company }) => {
    const cell = cells[index];
    return cell === undefined || cell.source === '' ? [] : [{ ...cell, company }];
  });
}

function toWritten(source: string, contents: readonly string[]): WrittenEntry {
  return { source, seen: contents.map(seenCell) };
}

function parts({ columns }: TableList, { cells }: TableEntry): readonly EntryPart[] {
  return cells.map(({ source, start, end }, index) => {
    const field = columns[index]?.name ?? '';
    return { role: 'other', field, markup: source, language: 'markdown', start, end };
  });
}
