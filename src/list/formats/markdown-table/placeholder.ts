import { saysNobodyYet } from '../../markdown/placeholder-words.ts';
import { shownText } from '../../markdown/shown-text.ts';
import type { TableRow } from './table.ts';

/**
 * Whether a row stands in for entries: an empty one, or one that says that there is none yet. Words alone tell that only of
 * a table's single row, or of one in italics: a company may be called “None Ltd”.
 */
export function isPlaceholder({ cells }: TableRow, rows: number): boolean {
  const filled = cells.filter(({ source }) => !/^[-—–.…]*$/.test(source));
  if (filled.length === 0) return true;
  const isSaid = ({ nodes }: TableRow['cells'][number]) => saysNobodyYet(shownText(nodes));
  // The first entry of a list may have “None yet” in a column of its own.
  if (rows === 1) return filled.slice(0, 1).some(isSaid);
  const isSlanted = filled.every(
    ({ nodes }) => nodes.length === 1 && nodes[0]?.type === 'emphasis',
  );
  return isSlanted && filled.some(isSaid);
}
