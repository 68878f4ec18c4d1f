import { cellOf } from './neighbours.ts';
import type { Cell, Page, Slot, Table } from './page.ts';

/** Every slot of the table in reading order. */
export function* slotsOf(table: Table): Generator<Slot> {
  for (let pair = 0; pair < table.pairs.length; pair += 1) {
    for (const column of table.columns) yield { pair, column };
  }
}

/** Whether a slot holds anything: a logo without a text, or a text without a logo, takes it too. */
function isTaken(table: Table, { pair, column }: Slot): boolean {
  const rows = table.pairs[pair];
  return hasContent(cellOf(rows?.logo, column)) || hasContent(cellOf(rows?.text, column));
}

/** Whether a cell is more than a key with nothing, or an empty text, behind it. */
export function hasContent(cell: Cell | undefined): boolean {
  const { data } = cell ?? {};
  return data !== undefined && data !== null && (typeof data !== 'string' || data.trim() !== '');
}

/** The first empty slot in reading order; when there is none, the first column of a new pair of rows. */
export function nextFreeSlot(page: Page): Slot {
  const { table } = page;
  for (const slot of slotsOf(table)) {
    if (!isTaken(table, slot)) return slot;
  }
  return { pair: table.pairs.length, column: table.columns[0] ?? '' };
}
