import { problem } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';
import { beforeBlankLines, lineNumber, nextLine } from '../../../lines.ts';
import { applySplices, type Splice } from '../../../splice.ts';
import type { RowKind } from '../neighbours.ts';
import type { Page, Pair, Row } from '../page.ts';
import type { PageData } from '../read/front-matter.ts';
import { cellText, gapAbove } from './cell-text.ts';
import { editRow, type RowChanges, staysFilled } from './edit-row.ts';
import type { CellChange, SlotChange } from './slot-change.ts';
import { verifyChange } from './verify.ts';

/** A page's new text, and the data that it was found to hold. */
export interface ChangedPage {
  readonly text: string;
  readonly data: PageData;
}

/**
 * Applies changes to a page's slots. Only the cells named change; every other byte stays.
 *
 * The new text is read again, by another reader, and its data must equal the old data plus exactly the changes.
 *
 * @param changes at most one for a slot; a slot in the pair behind the last makes a new pair
 * @returns the new text with its data, or why the page was not changed
 */
export function applyChanges(page: Page, changes: readonly SlotChange[]): Result<ChangedPage> {
  const last = page.table.pairs.at(-1);
  const needsPair = changes.some(({ slot }) => slot.pair >= page.table.pairs.length);
  if (last !== undefined && last.text === undefined && needsPair) {
    const line = lineNumber(page.text, last.logo.start);
    return failure(problem('page-text-row-missing', page.path, { line }));
  }
  const splices = page.table.pairs.length === 0 ? openList(page) : [];
  for (const [pair, ofPair] of groupByPair(changes)) {
    const rows = page.table.pairs[pair];
    const logo = cellChanges(ofPair, 'logo');
    const text = cellChanges(ofPair, 'text');
    const logoStays = staysFilled(rows?.logo, logo);
    const textStays = staysFilled(rows?.text, text);
    if (!logoStays && !textStays && rows !== undefined) {
      splices.push(...removeRows(page, rows));
      continue;
    }
    if (!logoStays || (!textStays && rows?.text !== undefined)) {
      const line = lineNumber(page.text, rows?.logo.start ?? 0);
      return failure(problem('page-row-would-be-empty', page.path, { line }));
    }
    splices.push(...editOrInsert(page, pair, 'logo', rows?.logo, logo));
    if (textStays) splices.push(...editOrInsert(page, pair, 'text', rows?.text, text));
  }
  const unified = splices.map((splice) => ({
    ...splice,
    text: page.newline === '\n' ? splice.text : splice.text.replaceAll('\n', page.newline),
  }));
  const changed = applySplices(page.text, unified);
  const data = verifyChange(page, changed, changes);
  return typeof data === 'string'
    ? failure(problem('page-edit-unsafe', page.path, { reason: data }))
    : success({ text: changed, data });
}

function groupByPair(changes: readonly SlotChange[]): Map<number, SlotChange[]> {
  return Map.groupBy(changes, ({ slot }) => slot.pair);
}

function cellChanges(changes: readonly SlotChange[], kind: RowKind): RowChanges {
  return new Map(changes.map((change): [string, CellChange] => [change.slot.column, change[kind]]));
}

function editOrInsert(
  page: Page,
  pair: number,
  kind: RowKind,
  row: Row | undefined,
  changes: RowChanges,
): Splice[] {
  return row === undefined
    ? [insertRow(page, pair, kind, changes)]
    : editRow(page, pair, kind, row, changes);
}

/** A new row, its dash as in the nearest row above of its kind. */
function insertRow(page: Page, pair: number, kind: RowKind, changes: RowChanges): Splice {
  const { text, table } = page;
  const above = table.pairs.findLast((other) => other[kind] !== undefined)?.[kind];
  const prefix = above && dashOf(page, above);
  const indentation = above?.indentation ?? table.rows.indentation + 4;
  const start = prefix ?? `${' '.repeat(indentation - 2)}- `;
  const cells = [...changes].flatMap(([column, change]) =>
    typeof change === 'object' ? [cellText(page, { pair, column }, kind, change, indentation)] : [],
  );
  const row = `${start}${cells.join(`\n${' '.repeat(indentation)}`)}\n`;
  const last = lastRow(page);
  if (last !== undefined) {
    const at = nextLine(text, last.end);
    return { start: at, end: at, text: rowGap(page, kind) + row };
  }
  const at = nextLine(text, table.rows.end);
  return { start: at, end: at, text: row };
}

/** What is before a row's first key: blanks and the dash, without a comment. */
function dashOf({ text }: Page, row: Row): string {
  const prefix = text.slice(row.start, row.cells[0]?.start).replaceAll('\r\n', '\n');
  if (!prefix.includes('#')) return prefix;
  const dash = prefix.slice(0, prefix.indexOf('-') + 1);
  return dash + ' '.repeat(Math.max(1, row.indentation - dash.length));
}

/** The brackets of an empty list, and the blank before them, give way to its first rows. */
function openList({ table: { rows } }: Page): Splice[] {
  return rows.end > rows.start ? [{ start: rows.start, end: rows.end, text: '' }] : [];
}

function lastRow({ table }: Page): Row | undefined {
  const pair = table.pairs.at(-1);
  return pair?.text ?? pair?.logo;
}

/** The blank lines above the last row of a kind. */
function rowGap({ text, table }: Page, kind: RowKind): string {
  const pair = table.pairs.findLast((other) => other[kind] !== undefined);
  const row = pair?.[kind];
  const above = kind === 'text' ? pair?.logo : rowAbove(table.pairs, pair);
  return row === undefined || above === undefined ? '' : gapAbove(text, row.start, above.end);
}

function rowAbove(pairs: readonly Pair[], pair: Pair | undefined): Row | undefined {
  const above = pair === undefined ? undefined : pairs[pairs.indexOf(pair) - 1];
  return above?.text ?? above?.logo;
}

function removeRows(page: Page, pair: Pair): Splice[] {
  const rows = [pair.logo, pair.text].filter((row) => row !== undefined);
  return rows.map((row) => {
    const above = row === pair.text ? pair.logo : rowAbove(page.table.pairs, pair);
    const floor = above === undefined ? row.start : nextLine(page.text, above.end);
    const start = beforeBlankLines(page.text, row.start, floor);
    return { start, end: nextLine(page.text, row.end), text: '' };
  });
}
