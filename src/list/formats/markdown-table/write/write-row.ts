import { mostCommon, usualOf } from '../../../most-common.ts';
import { applySplices, type Splice } from '../../../splice.ts';
import type { TableCell, TableRow } from '../table.ts';
import { cellWidth, countingOf, type WidthOf } from './text-width.ts';

/**
 * Writes a row like those around it: indentation, outer `|` and the blanks in its cells as most rows have them, for a single
 * one may be a slip. Where the column's cells are padded to one width, the new one is too; one that is longer sticks out,
 * and no other row changes.
 *
 * @param rows the other rows, nearest first
 * @param contents a cell for each column, without blanks around it
 */
export function writeRow(
  header: TableRow,
  rows: readonly TableRow[],
  contents: readonly string[],
): string {
  const likes = rows.length > 0 ? rows : [header];
  // An empty first cell needs a `|` before it.
  const opens = contents[0] === '' || opensLike(header, rows);
  const closes = mostCommon(likes.map((row) => row.closes)) ?? true;
  const indentation = mostCommon([header, ...likes].map((row) => row.indentation)) ?? '';
  const widthOf = countingOf(header, likes);
  const inRows = rows.flatMap(({ cells: all }) => all.filter(({ source }) => source !== ''));
  const cells = contents.map((content, index) => {
    const filled = [...likes, header].flatMap(({ cells: all }) => {
      const cell = all[index];
      return cell === undefined || cell.source === '' ? [] : [cell];
    });
    // A column that is empty in all rows is written like the others of these.
    const isEmpty = filled.every((cell) => cell === header.cells[index]);
    const alike = isEmpty && inRows.length > 0 ? inRows : filled;
    const before = mostCommon(alike.map((cell) => cell.before)) ?? ' ';
    const isLast = index === contents.length - 1;
    if (isLast && !closes) return content === '' ? '' : before + content;
    const width = paddedWidth(header, likes, index, widthOf);
    if (content === '') {
      const empty = rows.flatMap(({ cells: all }) => (all[index]?.source === '' ? all[index] : []));
      const blanks = mostCommon(empty.map((cell) => cell.before));
      return width === undefined && blanks !== undefined
        ? blanks
        : ' '.repeat(width ?? Math.max(1, before.length));
    }
    const least = mostCommon(alike.map(({ after }) => Math.min(1, after.length))) ?? 1;
    const missing = width === undefined ? 0 : width - widthOf(before + content);
    return before + content + ' '.repeat(Math.max(least, missing));
  });
  const line = `${opens ? '|' : ''}${cells.join('|')}${closes ? '|' : ''}`;
  // Without its first `|` a row that begins with a blank would look indented.
  return indentation + (opens ? line : line.replace(/^[ \t]+/, ''));
}

/** Whether a row begins with a `|`, as most do. */
export function opensLike(header: TableRow, rows: readonly TableRow[]): boolean {
  return mostCommon((rows.length > 0 ? rows : [header]).map((row) => row.opens)) ?? true;
}

/**
 * A row with other contents in some cells; a cell that is padded keeps its width where that is enough. All other bytes
 * stay.
 *
 * @param row as it is in the text
 * @param contents a cell for each column; what is in the row already is not written again
 */
export function rewriteRow(
  text: string,
  header: TableRow,
  row: TableRow,
  contents: readonly string[],
): string {
  const { cells } = row;
  // A row that lacks cells gets them all, and is rewritten with them; likewise one that needs another `|`.
  const isShort = contents.some((content, index) => content !== '' && cells[index] === undefined);
  const needsBorder = !row.opens && contents[0] === '' && cells[0]?.source !== '';
  if (isShort || needsBorder) return writeRow(header, [row], contents);
  const widthOf = countingOf(header, [row]);
  const splices = cells.flatMap((cell, index) => {
    const content = contents[index] ?? cell.source;
    return content === cell.source ? [] : [replaceCell(cell, content, row.start, widthOf)];
  });
  return applySplices(text.slice(row.start, row.end), splices);
}

function replaceCell(cell: TableCell, content: string, rowStart: number, widthOf: WidthOf): Splice {
  const { before, source, after } = cell;
  const margin = source === '' ? before.slice(0, 1) : '';
  const isRoomy = isPadded(cell);
  const room = widthOf(source === '' ? before : source + after) - widthOf(margin + content);
  const blanks = isRoomy ? Math.max(1, room) : source === '' ? margin.length : after.length;
  const start = cell.start - rowStart;
  const end = start + (source === '' ? before.length : source.length + after.length);
  return { start, end, text: margin + content + ' '.repeat(blanks) };
}

/**
 * The width to which a column is padded: that of the row beside, or of most of the nearest, where the header or most rows have it
 * too, any cell is padded to it, and most of the nearest that are shorter are padded.
 */
function paddedWidth(
  header: TableRow,
  rows: readonly TableRow[],
  index: number,
  widthOf: WidthOf,
): number | undefined {
  const widths = rows.map(({ cells }) => cellWidth(cells[index], widthOf));
  const all = [header, ...rows].flatMap(({ cells }) => cells[index] ?? []);
  const ofHeader = cellWidth(header.cells[index], widthOf);
  return [widths[0], usualOf(widths)].find((width) => {
    const alike = all.filter((cell) => cellWidth(cell, widthOf) === width);
    const isShared = ofHeader === width || alike.length * 2 > all.length;
    return isShared && alike.some(isPadded) && padsShorter(rows, index, widthOf, width);
  });
}

/** Others are of another time. If as many are padded as are not, the nearest one decides. */
const tellingCells = 4;

/** Whether most of the nearest cells that are shorter than the column are padded: one that fills it without blanks does not tell. */
function padsShorter(
  rows: readonly TableRow[],
  index: number,
  widthOf: WidthOf,
  width = 0,
): boolean {
  const shorter = rows
    .flatMap(({ cells, closes }) =>
      closes || index < cells.length - 1 ? (cells[index] ?? []) : [],
    )
    .filter(({ before, source }) => source !== '' && widthOf(`${before}${source} `) < width);
  return mostCommon(shorter.slice(0, tellingCells).map(isPadded)) ?? true;
}

function isPadded({ source, before, after }: TableCell): boolean {
  return (source === '' ? before : after).length > 1;
}
