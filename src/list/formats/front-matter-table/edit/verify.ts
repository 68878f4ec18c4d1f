import { isData } from '../../../../text/is-data.ts';
import { foldBlanks } from '../../../../text/single-line.ts';
import { sameData } from '../../../same-data.ts';
import type { Page } from '../page.ts';
import { type PageData, readData } from '../read/front-matter.ts';
import { type RowData, rowsIn } from '../read/row-data.ts';
import type { Body } from './body.ts';
import type { CellChange, SlotChange } from './slot-change.ts';

/**
 * Reads a changed page again and compares its data with the old page's.
 *
 * @returns the new data where it is the old data plus exactly the changes, else what is not
 */
export function verifyChange(
  page: Page,
  changed: string,
  changes: readonly SlotChange[],
): PageData | string {
  try {
    const before = page.data;
    const after = readData(changed);
    if (before.content !== after.content) return 'content';
    const { name } = page.table;
    const rows = rowsIn(after.data, name);
    const expected = expectedRows(rowsIn(before.data, name), rows, changes);
    if (!sameData(expected, rows)) return 'rows';
    const path = ['tables', name];
    const isSame = sameData(withoutRows(before.data, path), withoutRows(after.data, path));
    return isSame ? after : 'front matter';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/\n[\s\S]*/, '');
  }
}

/** The rows as they should be. In a text, blanks and line ends count alike: YAML folds them, and so does a page. */
function expectedRows(
  before: readonly RowData[],
  after: readonly RowData[],
  changes: readonly SlotChange[],
): RowData[] {
  const rows = before.map((row): Record<string, unknown> => ({ ...row }));
  const emptied = new Set<number>();
  for (const { slot, logo, text } of changes) {
    const kinds: [number, CellChange][] = [
      [slot.pair * 2, logo],
      [slot.pair * 2 + 1, text],
    ];
    for (const [index, change] of kinds) {
      if (change === 'leave') continue;
      if (change === 'remove') {
        delete rows[index]?.[slot.column];
        emptied.add(slot.pair * 2).add(slot.pair * 2 + 1);
        continue;
      }
      while (rows.length <= index) rows.push({});
      const row = rows[index] ?? {};
      row[slot.column] = likeActual(change, after[index]?.[slot.column]);
    }
  }
  return rows.filter((row, index) => !emptied.has(index) || Object.keys(row).length > 0);
}

/** A new cell's data, where it says the same: a moved one must be the same to the character. */
function likeActual({ expected, isMoved }: Body, actual: unknown): unknown {
  if (isMoved) return expected;
  if (isData(expected) && isData(actual)) {
    return saysTheSame(expected['val'], actual['val'])
      ? { ...expected, val: actual['val'] }
      : expected;
  }
  return saysTheSame(expected, actual) ? actual : expected;
}

function saysTheSame(expected: unknown, actual: unknown): boolean {
  const areTexts = typeof expected === 'string' && typeof actual === 'string';
  return areTexts && foldBlanks(expected) === foldBlanks(actual);
}

function withoutRows(data: unknown, [key, ...path]: readonly string[]): unknown {
  if (!isData(data)) return data;
  if (key === undefined) return { ...data, rows: undefined };
  return { ...data, [key]: withoutRows(data[key], path) };
}
