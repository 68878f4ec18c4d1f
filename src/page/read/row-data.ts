/** One row of a table as data: columns to values. */
export type RowData = Readonly<Record<string, unknown>>;

/** Whether a value read from YAML is a mapping or a list. */
export function isData(value: unknown): value is RowData {
  return typeof value === 'object' && value !== null;
}

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

/** Whether a cell goes to the page as it is, and not through Markdown. */
export function isHtml(data: unknown): boolean {
  return isData(data) && data['html'] === true;
}

/** The text of a cell's value, or of its `val`; empty where it has none. */
export function markupOf(data: unknown): string {
  const text = isData(data) ? data['val'] : data;
  return typeof text === 'string' ? text : '';
}
