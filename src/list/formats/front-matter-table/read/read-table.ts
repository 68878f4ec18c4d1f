import type { CST } from 'yaml';
import type { ProblemCode } from '../../../../problem/codes.ts';
import { type ProblemValues, problemsWith } from '../../../../problem/problem.ts';
import { failure, type Result, success } from '../../../../problem/result.ts';
import type { ValuesArgument } from '../../../../problem/values.ts';
import { isData } from '../../../../text/is-data.ts';
import { lineNumber } from '../../../lines.ts';
import type { Row, RowsPlace, Table } from '../page.ts';
import type { PageData } from './front-matter.ts';
import { pairRows } from './pair-rows.ts';
import { readRow } from './read-row.ts';
import { rowsIn, tableIn } from './row-data.ts';
import { firstUnsafeToken, keyOf, type Source } from './syntax.ts';

/** Nobody would see more beside each other, and every pair of rows has a place for each. */
const mostColumns = 100;

/** Reads the table's columns and rows, or says why it cannot be edited safely. */
export function readTable(
  token: CST.Token,
  name: string,
  data: PageData,
  source: Source,
): Result<Table> {
  const refuse = <Code extends ProblemCode>(
    code: Code,
    at: number,
    ...values: ValuesArgument<Omit<ProblemValues<Code>, 'line' | 'table'>>
  ) => {
    const line = lineNumber(source.text, source.base + at);
    return failure(problemsWith(source.path, { line, table: name })(code, ...values));
  };
  if (token.type !== 'block-map') return refuse('page-table-flow-style', offsetOf(token));
  const unsafe = firstUnsafeToken(token);
  if (unsafe !== undefined) return refuse('page-table-alias', unsafe);

  const listed = columnsIn(tableIn(data.data, name));
  if (listed.length === 0) return refuse('page-columns-missing', token.offset);
  if (listed.length > mostColumns) {
    const counts = { size: listed.length, limit: mostColumns };
    return refuse('page-too-many-columns', token.offset, counts);
  }
  const ids = listed.map((column) => (isData(column) ? column['id'] : undefined));
  const odd = ids.find((id) => ['number', 'boolean'].includes(typeof id) || id instanceof Date);
  if (odd !== undefined) {
    const id = odd instanceof Date ? odd.toISOString().slice(0, 10) : String(odd);
    return refuse('page-column-id-not-text', token.offset, { id });
  }
  const columns = ids.filter((id): id is string => typeof id === 'string' && id !== '');
  if (columns.length < ids.length) return refuse('page-columns-without-ids', token.offset);
  const twice = columns.find((id, index) => columns.indexOf(id) !== index);
  if (twice !== undefined) return refuse('page-column-twice', token.offset, { column: twice });

  const item = token.items.find(({ key }) => keyOf(key) === 'rows');
  const colon = item?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
  if (!item?.key || colon === undefined) return refuse('page-rows-missing', token.offset);
  const table = tableIn(data.data, name);
  const content = isData(table) ? table['rows'] : undefined;
  if (content !== null && content !== undefined && !Array.isArray(content)) {
    return refuse('page-rows-no-list', offsetOf(item.key));
  }
  const rows = placeOfRows(item.key, colon, item.value, source);
  const list = rowsIn(data.data, name);
  if (list.length === 0) return success({ name, columns, pairs: [], rows });
  const { value } = item;
  if (value?.type !== 'block-seq') return refuse('page-table-flow-style', offsetOf(value ?? token));

  const read: Row[] = [];
  const items = value.items.filter((each) => each.value || each.start.some(isDash));
  for (const [index, each] of items.entries()) {
    const row = readRow(each, list[index], source);
    if (!row.ok) return row;
    const odd = row.value.cells.find(({ column }) => !columns.includes(column));
    const alike = columns.find((id) => id.toLowerCase() === odd?.column.toLowerCase());
    if (odd !== undefined && alike !== undefined) {
      const key = { key: odd.column, column: alike };
      return refuse('page-column-case', odd.start - source.base, key);
    }
    read.push(row.value);
  }
  if (read.length !== list.length) return refuse('page-row-unreadable', value.offset);
  const pairs = pairRows(read, source);
  return pairs.ok ? success({ name, columns, pairs: pairs.value, rows }) : pairs;
}

function isDash({ type }: CST.SourceToken): boolean {
  return type === 'seq-item-ind';
}

function offsetOf(token: CST.Token): number {
  return 'offset' in token ? token.offset : 0;
}

function placeOfRows(
  key: CST.Token,
  colon: number,
  value: CST.Token | null | undefined,
  { text, base }: Source,
): RowsPlace {
  const keyStart = base + offsetOf(key);
  const start = base + colon + 1;
  // `[]`, or a written `null`, gives way to the first rows.
  const end = value ? endOfEmpty(value) : undefined;
  return {
    indentation: keyStart - (text.lastIndexOf('\n', keyStart) + 1),
    start,
    end: end === undefined ? start : base + end,
  };
}

/** What is listed under `cols:`; nothing where there is no list. */
function columnsIn(table: unknown): readonly unknown[] {
  const columns = isData(table) ? table['cols'] : undefined;
  return Array.isArray(columns) ? columns : [];
}

/** Behind a value that holds no row: `[]`, or a written `null`. */
function endOfEmpty(value: CST.Token): number | undefined {
  if (value.type === 'flow-collection') return (value.end.at(0)?.offset ?? value.offset) + 1;
  return value.type === 'scalar' ? value.offset + value.source.length : undefined;
}
