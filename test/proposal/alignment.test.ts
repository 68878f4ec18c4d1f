import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../src/list/formats/markdown-table/markdown-table.ts';
import { alignmentRemark } from '../../src/proposal/alignment.ts';
import { valueFrom } from '../list/formats/front-matter-table/pages.ts';
import { configurationWith } from './requests.ts';

const names = [
  'Alder',
  'Birch',
  'Cedar',
  'Dove',
  'Elm',
  'Fir',
  'Gorse',
  'Hazel',
  'Iris',
  'Juniper',
];
const rows = names.map((name) => `| ${name.padEnd(12)} | Live  |`);
const text = `| Organization | Stage |\n| ------------ | ----- |\n${rows.join('\n')}\n`;

function remarksFor(company: string, configuration = configurationWith()) {
  const list = valueFrom(markdownTable.read({ path: 'A.md', text }, {}));
  const values = { company, logo: '', text: '', fields: { Stage: 'Live' } };
  const edit = valueFrom(markdownTable.add(list, values, 'append'));
  return alignmentRemark({ locale: 'en', list }, edit, company, configuration);
}

describe('a row that is added to a padded table', () => {
  it('is remarked on where it is wider than the table', () => {
    expect(remarksFor('Kestrel Analytics')).toMatchObject([
      { code: 'row-not-aligned', values: { company: 'Kestrel Analytics' } },
    ]);
  });

  it('is not where it fits, or where the table is padded again', () => {
    expect(remarksFor('Kestrel')).toEqual([]);
    const again = { ...configurationWith(), reformat: 'table' } as const;
    expect(remarksFor('Kestrel Analytics', again)).toEqual([]);
  });
});
