import { isBlank, lineStart, nextLine } from '../../../lines.ts';
import { type Neighbour, nearest, type RowKind } from '../neighbours.ts';
import type { Cell, Page, Row, Slot } from '../page.ts';
import { bodyStart } from '../read/cell-source.ts';
import { type Body, shiftLines } from './body.ts';

/** The column's key, with the blanks behind its colon, as the nearest cell of the column writes it; and the body. */
export function cellText(
  page: Page,
  slot: Slot,
  kind: RowKind,
  body: Body,
  indentation: number,
): string {
  const own = nearest(page.table, slot, kind, ({ cell }) => cell.column === slot.column);
  const like = own ?? nearest(page.table, slot, kind);
  const key = keyLike(page, slot.column, own ?? like);
  const lead = leadFor(leadOf(page, like?.cell), body);
  return `${key}:${lead}${shiftLines(body.source, indentation - body.indentation)}`;
}

function keyLike(page: Page, column: string, like: Neighbour | undefined): string {
  const quote =
    like === undefined ? '' : (/^["']/.exec(page.text.slice(like.cell.start))?.[0] ?? '');
  const isBare = quote === '' && /^[A-Za-z_][\w-]*$/.test(column);
  return isBare
    ? column
    : quote === "'"
      ? `'${column.replaceAll("'", "''")}'`
      : JSON.stringify(column);
}

function leadOf(page: Page, cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return page.text.slice(cell.colon, bodyStart(page, cell)).replace(/[ \t]*#.*$/, '');
}

/** The blanks behind a key's colon: a body on the key's line needs one. */
export function leadFor(lead: string, { source }: Body): string {
  return lead === '' && !source.startsWith('\n') ? ' ' : lead;
}

/** The blank lines above a slot's cell: as many as above the nearest of its column that has a cell above it. */
export function cellGap(page: Page, slot: Slot, kind: RowKind): string {
  const like = nearest(
    page.table,
    slot,
    kind,
    ({ cell, row }) => cell.column === slot.column && row.cells[0] !== cell,
  );
  if (like === undefined) return '';
  return gapAbove(page.text, like.cell.start, precedingEnd(like.row, like.cell));
}

/** The blank lines between a line and what ends before it; none where a comment is between. */
export function gapAbove(text: string, start: number, previousEnd: number): string {
  const from = nextLine(text, previousEnd);
  const to = lineStart(text, start);
  return from < to && isBlank(text, from, to) ? text.slice(from, to).replaceAll('\r\n', '\n') : '';
}

/** Where the cell above ends. */
export function precedingEnd(row: Row, cell: Cell): number {
  return row.cells[row.cells.indexOf(cell) - 1]?.end ?? row.start;
}
