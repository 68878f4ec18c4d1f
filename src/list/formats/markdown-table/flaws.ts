import type { ListFlaw } from '../../format.ts';
import type { TableEntry, TableList } from './read-list.ts';

/** Where no more of at least so many rows are of another width than the header, these were forgotten. */
const mostOdd = 0.1;
const fewestRows = 5;

/** Rows with another number of cells than the table has columns, and rows that are not padded as the others are. */
export function tableFlaws(list: TableList): readonly ListFlaw[] {
  const { entries, columns } = list;
  const count = columns.length;
  const uneven = entries.flatMap((entry): readonly ListFlaw[] => {
    const { company, cells, place } = entry;
    const values = { company, cells: cells.length, columns: count };
    if (cells.length === count) return [];
    const code = cells.length > count ? 'row-cells-unseen' : 'row-cells-missing';
    return [{ code, line: place.line, values }];
  });
  return [...uneven, ...rowsNotPadded(list)];
}

function rowsNotPadded({ at, text, table: { header }, entries }: TableList): readonly ListFlaw[] {
  const width = header.end - header.start;
  const widthOf = ({ start, end }: Pick<TableEntry, 'start' | 'end'>) => end - start;
  // Formatters differ in how wide they take other scripts for.
  const odd = entries.filter(
    (entry) =>
      widthOf(entry) !== width && /^[\x20-\x7e\t]*$/.test(text.slice(entry.start, entry.end)),
  );
  const isPadded =
    entries.length >= fewestRows &&
    odd.length <= entries.length * mostOdd &&
    entries.some(({ start, end }) => /[ \t]{2}\|/.test(text.slice(start, end)));
  if (!isPadded) return [];
  return odd.map((entry) => {
    const canReformat = at.reformat === undefined ? 'yes' : '';
    const values = { company: entry.company, width: widthOf(entry), columns: width, canReformat };
    return { code: 'row-not-padded', line: entry.place.line, values };
  });
}
