import { beforeBlankLines, lineStart, nextLine } from '../../../lines.ts';
import type { Splice } from '../../../splice.ts';
import { cellOf, type RowKind } from '../neighbours.ts';
import type { Cell, Page, Row } from '../page.ts';
import { bodyStart } from '../read/cell-source.ts';
import { type Body, shiftLines } from './body.ts';
import { cellGap, cellText, leadFor, precedingEnd } from './cell-text.ts';
import type { CellChange } from './slot-change.ts';

/** What becomes of a row's cells, by column. */
export type RowChanges = ReadonlyMap<string, CellChange>;

/** Whether a row keeps or gets a cell, so that it goes on being a row. */
export function staysFilled(row: Row | undefined, changes: RowChanges): boolean {
  const gains = [...changes.values()].some((change) => typeof change === 'object');
  return gains || (row?.cells ?? []).some(({ column }) => changes.get(column) !== 'remove');
}

/** The splices that change the cells of a row which stays filled. */
export function editRow(
  page: Page,
  pair: number,
  kind: RowKind,
  row: Row,
  changes: RowChanges,
): Splice[] {
  const splices: Splice[] = [];
  const kept = row.cells.filter(({ column }) => changes.get(column) !== 'remove');
  const [firstKept] = kept;
  const added = page.table.columns.flatMap((column): [string, Body][] => {
    const change = changes.get(column);
    const isNew = typeof change === 'object' && cellOf(row, column) === undefined;
    return isNew ? [[column, change]] : [];
  });
  if (firstKept === undefined) return [refillRow(page, pair, kind, row, added)];

  for (const cell of row.cells) {
    const change = changes.get(cell.column);
    if (change === 'remove') splices.push(...removal(page, row, cell, firstKept));
    else if (typeof change === 'object') splices.push(replacement(page, row, cell, change));
  }
  for (const [column, body] of added) {
    const slot = { pair, column };
    const anchor = cellBefore(page, kept, column) ?? firstKept;
    const at = nextLine(page.text, anchor.end);
    const cell = cellText(page, slot, kind, body, row.indentation);
    const line = `${cellGap(page, slot, kind)}${' '.repeat(row.indentation)}${cell}\n`;
    splices.push({ start: at, end: at, text: line });
  }
  return splices;
}

/** The cell behind which a new one goes, in the order of the columns. */
function cellBefore(page: Page, kept: readonly Cell[], column: string): Cell | undefined {
  const { columns } = page.table;
  const position = columns.indexOf(column);
  return kept.findLast((cell) => columns.indexOf(cell.column) < position);
}

function replacement(page: Page, row: Row, cell: Cell, body: Body): Splice {
  const start = bodyStart(page, cell);
  const wasBlock = /^\r?\n/.test(page.text.slice(start, start + 2));
  const isBlock = body.source.startsWith('\n');
  const lead = isBlock && !wasBlock ? '' : leadFor(page.text.slice(cell.colon, start), body);
  const source = shiftLines(body.source, row.indentation - body.indentation);
  // Behind a comment nothing can be on the key's line.
  const below = lead.includes('#') && !isBlock ? `\n${' '.repeat(row.indentation + 1)}` : '';
  return { start: cell.colon, end: cell.end, text: lead + below + source };
}

function removal(page: Page, row: Row, cell: Cell, firstKept: Cell): Splice[] {
  const { text } = page;
  const isLeading = row.cells.indexOf(cell) < row.cells.indexOf(firstKept);
  if (!isLeading) {
    const start = lineStart(text, cell.start);
    const floor = nextLine(text, precedingEnd(row, cell));
    return [
      { start: beforeBlankLines(text, start, floor), end: nextLine(text, cell.end), text: '' },
    ];
  }
  // The dash stays: the next cell, or a comment above it, moves up to it.
  const next = row.cells[row.cells.indexOf(cell) + 1]?.start ?? cell.end;
  const behind = text.slice(nextLine(text, cell.end), next);
  const comment = behind.indexOf('#');
  return [
    { start: cell.start, end: comment === -1 ? next : next - behind.length + comment, text: '' },
  ];
}

/** All cells of a row give way to others. */
function refillRow(
  page: Page,
  pair: number,
  kind: RowKind,
  row: Row,
  added: readonly [string, Body][],
): Splice {
  const cells = added.map(([column, body]) =>
    cellText(page, { pair, column }, kind, body, row.indentation),
  );
  const start = row.cells[0]?.start ?? row.end;
  return { start, end: row.end, text: cells.join(`\n${' '.repeat(row.indentation)}`) };
}
