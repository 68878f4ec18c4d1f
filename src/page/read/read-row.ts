import type { CST } from 'yaml';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { Cell, Row } from '../page.ts';
import { lineNumber, lineStart } from './lines.ts';
import { isData, markupOf, type RowData } from './row-data.ts';
import { endOfValue, isExplicit, keyOf, readValue, type Source } from './syntax.ts';

/** Reads one item of `rows:`: a block mapping of columns to cells. */
export function readRow(
  item: CST.CollectionItem,
  data: RowData | undefined,
  source: Source,
): Result<Row> {
  const { text, base, path } = source;
  const dash = item.start.find(({ type }) => type === 'seq-item-ind');
  const position = base + (dash?.offset ?? 0);
  const refuse = (code: 'page-row-unreadable' | 'page-table-flow-style') =>
    failure(problem(code, path, { line: lineNumber(text, position), table: source.table }));
  const { value } = item;
  if (value?.type === 'flow-collection') return refuse('page-table-flow-style');
  if (dash === undefined || value?.type !== 'block-map' || !isData(data)) {
    return refuse('page-row-unreadable');
  }
  const cells: Cell[] = [];
  for (const pair of value.items) {
    // A comment at the end of a mapping makes an item of its own.
    if (!pair.key && !pair.sep && !pair.value) continue;
    const cell = readCell(pair, data, source);
    if (cell === undefined) return refuse('page-row-unreadable');
    cells.push(cell);
  }
  const [first] = cells;
  const end = cells.at(-1)?.end;
  // Between the dash and the first key only blanks and comments can be left out in another row.
  const isPlain =
    first !== undefined && /^(?:\s|#.*)*$/.test(text.slice(position + 1, first.start));
  if (!isPlain || end === undefined || cells.length !== Object.keys(data).length) {
    return refuse('page-row-unreadable');
  }
  const indentation = first.start - lineStart(text, first.start);
  return success({ start: lineStart(text, position), end, indentation, cells });
}

function readCell(item: CST.CollectionItem, data: RowData, source: Source): Cell | undefined {
  const { text, base } = source;
  const column = keyOf(item.key);
  const indicator = item.sep?.find(({ type }) => type === 'map-value-ind');
  const isKnown = column !== undefined && Object.hasOwn(data, column) && !isExplicit(item);
  if (!item.key || !('offset' in item.key) || indicator === undefined || !isKnown) return undefined;
  const start = base + item.key.offset;
  const colon = base + indicator.offset + 1;
  const cell = { column, start, colon, data: data[column] };
  if (!item.value) {
    const blanks = /^[ \t]*/.exec(text.slice(colon, colon + 80))?.[0].length ?? 0;
    return { ...cell, end: colon + blanks, value: undefined, markup: '' };
  }
  const value = readValue(item.value, source);
  if (value === 'unreadable') return undefined;
  return { ...cell, end: endOfValue(item.value, value, base), value, markup: markupOf(cell.data) };
}
