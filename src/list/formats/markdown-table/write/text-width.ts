import stringWidth from 'string-width';
import type { TableCell, TableRow } from '../table.ts';

/** How wide a text is. */
export type WidthOf = (text: string) => number;

/** On a screen: two for each Chinese letter and each emoji, as formatters count. */
export const displayWidth: WidthOf = (text) => stringWidth(text);

/** In characters, as people count who pad by hand. */
export const characterCount: WidthOf = (text) => [...text].length;

/** The width of a cell, with the blanks around it. */
export function cellWidth(cell: TableCell | undefined, widthOf: WidthOf): number | undefined {
  return cell && widthOf(cell.before + cell.source + cell.after);
}

/** How the widths of a table were counted: so that most of its cells are as wide as the header's. */
export function countingOf(header: TableRow, rows: readonly TableRow[]): WidthOf {
  const alike = (widthOf: WidthOf) =>
    rows.flatMap(({ cells }) =>
      cells.filter(
        (cell, index) => cellWidth(cell, widthOf) === cellWidth(header.cells[index], widthOf),
      ),
    ).length;
  return alike(displayWidth) > alike(characterCount) ? displayWidth : characterCount;
}
