import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addEntry } from '../../src/page/add-entry.ts';
import { entriesOf } from '../../src/page/entries.ts';
import { removeEntry } from '../../src/page/remove-entry.ts';
import { dovetail, read, valueFrom, valuesOf } from './pages.ts';

const folder = join(import.meta.dirname, '../../../shared/data/flink');

describe.skipIf(!existsSync(folder)).each(['en', 'zh'])('the real page in %s', (locale) => {
  const text = existsSync(folder)
    ? readFileSync(join(folder, `powered-by.${locale}.md`), 'utf8')
    : '';

  it('comes back byte for byte: all but the first pair taken out as values, and added again', () => {
    const values = valuesOf(text).slice(4);
    expect(values).toHaveLength(29);
    let page = read(text);
    for (const entry of entriesOf(page).slice(4).reverse()) {
      page = read(valueFrom(removeEntry(page, entry, { leaveGap: true })).text);
    }
    expect(page.table.pairs).toHaveLength(1);
    for (const each of values) page = read(valueFrom(addEntry(page, each, 'append')).text);
    expect(page.text).toBe(text);
  });

  it('comes back byte for byte after an entry in alphabetical order has come and gone', () => {
    const added = read(valueFrom(addEntry(read(text), dovetail, 'alphabetical')).text);
    const entry = entriesOf(added).find(({ company }) => company === 'Dovetail');
    expect(entry?.slot).toEqual({ pair: 2, column: 'column1' });
    if (entry === undefined) return;
    expect(valueFrom(removeEntry(added, entry, { leaveGap: false })).text).toBe(text);
  });
});
