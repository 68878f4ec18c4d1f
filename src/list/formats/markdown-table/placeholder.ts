import { saysNothing } from '../../../submission/no-answer.ts';
import { invites, saysNobodyYet } from '../../markdown/placeholder-words.ts';
import { pictureIn, shownText } from '../../markdown/shown-text.ts';
import type { MarkdownTable, TableCell, TableRow } from './table.ts';

/** Whether a cell is empty, or has nothing but dashes or dots. */
export function isDash(cell: Pick<TableCell, 'source'> | undefined): boolean {
  return /^[-—–.…]*$/.test(cell?.source ?? '');
}

/**
 * Whether a row is a placeholder: empty, with words such as “none yet” or “your company here”, without a name and anything else but
 * badges, or with a word of the header. Words count in a table's single row, in italics, or where nothing else is said:
 * a company may be called “None Ltd”.
 *
 * @param nameAt which of its cells has the name
 */
export function isPlaceholder(
  row: TableRow,
  { header, rows }: Pick<MarkdownTable, 'header' | 'rows'>,
  nameAt: number,
): boolean {
  const { cells } = row;
  const filled = cells.filter((cell) => !isDash(cell));
  if (filled.length === 0) return true;
  const isSaid = ({ nodes }: TableCell) => saysNobodyYet(shownText(nodes));
  if (rows.length === 1) {
    // The first entry of a list may have “None yet” in a column of its own.
    if (filled.slice(0, 1).some(isSaid)) return true;
    // A row of examples repeats a word of the header.
    return (
      filled.length > 1 && filled.some((cell) => isHeader(cell, header.cells[cells.indexOf(cell)]))
    );
  }
  const isSlanted = filled.every(
    ({ nodes }) => nodes.length === 1 && nodes[0]?.type === 'emphasis',
  );
  return (isSlanted && filled.some(isSaid)) || isForAnybody(row, nameAt);
}

/** Whether a row among others is kept for whoever comes: its name invites, or says that nobody has one, as all else does. */
function isForAnybody({ cells }: TableRow, nameAt: number): boolean {
  const name = cells[nameAt];
  // Below a company, a row without a name goes on with it.
  if (name === undefined || name.source === '') return false;
  const shown = shownText(name.nodes);
  if (invites(shown)) return true;
  if (!isDash(name) && !saysNothing(shown, true)) return false;
  return cells.every(
    (cell) => cell === name || isBadge(cell) || saysNothing(shownText(cell.nodes)),
  );
}

/** Whether a cell is one picture: rows of placeholders show all that can be chosen. */
function isBadge({ nodes }: TableCell): boolean {
  return nodes.length === 1 && pictureIn(nodes) !== undefined;
}

/** The badges that placeholders show in a column. */
export function badgesIn(placeholders: readonly TableRow[], index: number): readonly TableCell[] {
  return placeholders.flatMap(({ cells }) => cells.slice(index, index + 1).filter(isBadge));
}

function isHeader({ nodes }: TableCell, header: TableCell | undefined): boolean {
  const fold = (cell: Pick<TableCell, 'nodes'>) => shownText(cell.nodes).toLowerCase();
  return header !== undefined && fold({ nodes }) === fold(header);
}
