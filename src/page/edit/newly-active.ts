import { findActiveInCell } from '../active-in-cell.ts';
import type { RowKind } from '../neighbours.ts';
import type { RowData } from '../read/row-data.ts';
import type { ActiveMarkup } from '../text/active-markup.ts';
import type { CellChange, SlotChange } from './slot-change.ts';

/**
 * Finds what a new cell would do on the page beyond showing what it says. The cell is judged as a whole, for a text
 * that is harmless alone may act together with what stands behind it. What acts in the cell it replaces may go on: that is
 * a maintainer's own.
 *
 * @param before the table's rows before the changes
 * @param after the same rows, read from the changed page
 */
export function findNewlyActive(
  before: readonly RowData[],
  after: readonly RowData[],
  changes: readonly SlotChange[],
): ActiveMarkup | undefined {
  for (const { slot, logo, text } of changes) {
    const cells: [RowKind, CellChange, number][] = [
      ['logo', logo, slot.pair * 2],
      ['text', text, slot.pair * 2 + 1],
    ];
    for (const [kind, change, row] of cells) {
      if (typeof change !== 'object' || change.isMoved) continue;
      const known = findActiveInCell(before[row]?.[slot.column], kind).map(keyOf);
      const found = findActiveInCell(after[row]?.[slot.column], kind);
      const added = found.find((active) => !known.includes(keyOf(active)));
      if (added !== undefined) return added;
    }
  }
  return undefined;
}

function keyOf({ kind, excerpt }: ActiveMarkup): string {
  return `${kind} ${excerpt}`;
}
