import { isData } from '../../../../text/is-data.ts';

/** One row of a table as data: columns to values. */
export type RowData = Readonly<Record<string, unknown>>;

/** A table in a front matter's data. */
export function tableIn(data: unknown, table: string): unknown {
  return ['tables', table].reduce((value, key) => (isData(value) ? value[key] : undefined), data);
}

/** The rows of a table in a front matter's data; none where there is no list. */
export function rowsIn(data: unknown, table: string): readonly RowData[] {
  const found = tableIn(data, table);
  const rows = isData(found) ? found['rows'] : undefined;
  return Array.isArray(rows) ? rows : [];
}
