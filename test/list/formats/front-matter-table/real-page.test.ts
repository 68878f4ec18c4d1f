import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import { removeEntry } from '../../../../src/list/formats/front-matter-table/remove-entry.ts';
import { dovetail, read, takenOutAndAddedAgain, valueFrom } from './pages.ts';

const example = join(import.meta.dirname, '../../../example/site/docs');
const model = join(import.meta.dirname, '../../../../../shared/data/flink');

const pages = [
  { name: 'the example in en', file: join(example, 'content/powered-by.md'), companies: 6 },
  { name: 'the example in zh', file: join(example, 'content.zh/powered-by.md'), companies: 6 },
  { name: 'the model page in en', file: join(model, 'powered-by.en.md'), companies: 33 },
  { name: 'the model page in zh', file: join(model, 'powered-by.zh.md'), companies: 33 },
];

describe.each(pages)('$name', ({ file, companies }) => {
  const isThere = file.startsWith(example) || existsSync(file);

  it.runIf(isThere)(
    'comes back byte for byte: all but the first pair taken out as values, and added again',
    () => {
      const text = readFileSync(file, 'utf8');
      expect(entriesOf(read(text))).toHaveLength(companies);
      expect(takenOutAndAddedAgain(text)).toBe(text);
    },
  );

  it.runIf(isThere)(
    'comes back byte for byte after an entry in alphabetical order has come and gone',
    () => {
      const text = readFileSync(file, 'utf8');
      const added = read(valueFrom(addEntry(read(text), dovetail, 'alphabetical')).text);
      const entry = entriesOf(added).find(({ company }) => company === 'Dovetail');
      if (entry === undefined) throw new Error('not added');
      expect(entry.slot).not.toEqual(entriesOf(added).at(-1)?.slot);
      expect(valueFrom(removeEntry(added, entry, { leaveGap: false })).text).toBe(text);
    },
  );
});
