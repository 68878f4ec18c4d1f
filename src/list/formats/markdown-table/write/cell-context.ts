import { encodeCell } from '../../../text/encode/encode-cell.ts';
import { encodeInline } from '../../../text/encode/encode-inline.ts';
import type { Column } from '../columns.ts';
import type { TableEntry } from '../read-list.ts';
import type { TableCell } from '../table.ts';
import { type CellPattern, patternOf } from './cell-pattern.ts';

/** What decides how a cell is written. */
export interface CellContext {
  readonly column: Column;
  /** Where the column is, from 0. */
  readonly index: number;
  /** The other entries, nearest first. */
  readonly neighbours: readonly TableEntry[];
  /** Whether the name is to be a link, where no neighbour tells. */
  readonly linksName: boolean;
  /** Whether links, emphasis and code in texts are let through. */
  readonly allowsMarkup: boolean;
}

/** A text as the configuration lets it through. */
export function encode(text: string, { allowsMarkup }: CellContext): string {
  return allowsMarkup ? encodeInline(text) : encodeCell(text);
}

/** The cells of the column that hold anything, nearest first. */
export function* cellsIn({ neighbours, index }: CellContext): Generator<[TableCell, TableEntry]> {
  for (const entry of neighbours) {
    const cell = entry.cells[index];
    if (cell !== undefined && cell.source !== '') yield [cell, entry];
  }
}

/** Those of them after which another can be written. */
export function* patternsIn(context: CellContext): Generator<[CellPattern, TableEntry]> {
  for (const [cell, entry] of cellsIn(context)) {
    const pattern = patternOf(cell);
    if (pattern !== undefined) yield [pattern, entry];
  }
}
