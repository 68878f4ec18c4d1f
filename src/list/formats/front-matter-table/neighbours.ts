import type { Cell, Pair, Row, Slot, Table } from './page.ts';

/** Which row of a pair. */
export type RowKind = 'logo' | 'text';

/** A cell that is on the page already, with its row. */
export interface Neighbour {
  readonly row: Row;
  readonly cell: Cell;
}

/** The cell of a column in a row. */
export function cellOf(row: Row | undefined, column: string): Cell | undefined {
  return row?.cells.find((cell) => cell.column === column);
}

/**
 * The cells like the one that a slot will hold, nearest first: those of its own column, by their distance in
 * pairs (above before below), then all others by their distance in reading order.
 */
export function* neighbours(table: Table, slot: Slot, kind: RowKind): Generator<Neighbour> {
  const at = (pair: Pair | undefined, column: string): Neighbour[] => {
    const row = pair?.[kind];
    const cell = cellOf(row, column);
    return row !== undefined && cell?.value !== undefined ? [{ row, cell }] : [];
  };
  const { pairs, columns } = table;
  for (let distance = 0; distance <= pairs.length; distance += 1) {
    yield* at(pairs[slot.pair - distance], slot.column);
    if (distance > 0) yield* at(pairs[slot.pair + distance], slot.column);
  }
  const position = slot.pair * columns.length + columns.indexOf(slot.column);
  const last = pairs.length * columns.length;
  for (let distance = 1; distance <= Math.max(position, last - position); distance += 1) {
    for (const index of [position - distance, position + distance]) {
      const column = columns[index % columns.length];
      if (column === undefined || column === slot.column) continue;
      yield* at(pairs[Math.floor(index / columns.length)], column);
    }
  }
}

/** The nearest neighbour that has what is looked for. */
export function nearest(
  table: Table,
  slot: Slot,
  kind: RowKind,
  has: (neighbour: Neighbour) => boolean = () => true,
): Neighbour | undefined {
  for (const neighbour of neighbours(table, slot, kind)) {
    if (has(neighbour)) return neighbour;
  }
  return undefined;
}
