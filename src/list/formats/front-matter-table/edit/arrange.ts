import type { SlotEntry } from '../entries.ts';
import type { RowKind } from '../neighbours.ts';
import type { Page, Slot } from '../page.ts';
import { bodyStart } from '../read/cell-source.ts';
import { type CellChange, emptied, type SlotChange } from './slot-change.ts';

/** Reading order: by pair, then by column. */
export function compareSlots(page: Page, one: Slot, other: Slot): number {
  const { columns } = page.table;
  return one.pair - other.pair || columns.indexOf(one.column) - columns.indexOf(other.column);
}

/**
 * The changes by which entries come to be in slots: each entry that has another slot now moves there whole, its
 * text unchanged.
 *
 * @param arrangement for each slot the entry that belongs there, or nothing
 */
export function moveEntries(
  page: Page,
  arrangement: readonly (readonly [Slot, SlotEntry | undefined])[],
): SlotChange[] {
  const moved = arrangement.filter(
    ([slot, entry]) => entry === undefined || compareSlots(page, slot, entry.slot) !== 0,
  );
  return moved.map(([slot, entry]) =>
    entry === undefined
      ? emptied(slot)
      : { slot, logo: bodyOf(page, entry, 'logo'), text: bodyOf(page, entry, 'text') },
  );
}

/** The body that an entry has now. */
function bodyOf(page: Page, entry: SlotEntry, kind: RowKind): CellChange {
  const cell = kind === 'logo' ? entry.logoCell : entry.textCell;
  const row = page.table.pairs[entry.slot.pair]?.[kind];
  if (cell === undefined || row === undefined) return 'remove';
  return {
    source: page.text.slice(bodyStart(page, cell), cell.end).replaceAll('\r\n', '\n'),
    indentation: row.indentation,
    expected: cell.data,
    isMoved: true,
  };
}
