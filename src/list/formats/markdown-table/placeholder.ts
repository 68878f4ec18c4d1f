import { saysNobodyYet } from '../../markdown/placeholder-words.ts';
import { shownText } from '../../markdown/shown-text.ts';
import type { MarkdownTable, TableCell, TableRow } from './table.ts';

/** Whether a cell is empty, or has nothing but dashes or dots. */
export function isDash(cell: Pick<TableCell, 'source'> | undefined): boolean {
  return /^[-—–.…]*$/.test(cell?.source ?? '');
}

/**
 * Whether a row is a placeholder: empty, with words such as “none yet”, or with a word of the header. Words count only in a
 * table's single row, or in italics: a company may be called “None Ltd”.
 */
export function isPlaceholder({ cells }: TableRow, { header, rows }: MarkdownTable): boolean {
  const filled = cells.filter((cell) => !isDash(cell));
  if (filled.length === 0) return true;
  const isSaid = ({ nodes }: TableRow['cells'][number]) => saysNobodyYet(shownText(nodes));
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
  return isSlanted && filled.some(isSaid);
}

function isHeader({ nodes }: TableCell, header: TableCell | undefined): boolean {
  const fold = (cell: Pick<TableCell, 'nodes'>) => shownText(cell.nodes).toLowerCase();
  return header !== undefined && fold({ nodes }) === fold(header);
}
