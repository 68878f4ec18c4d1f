import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { entryIn, valueFrom, values } from '../edited-lists.ts';
import { read, withAdded } from './tables.ts';

const head = '| Name | Status | Text |\n|--|--|--|\n';
const anvil = '| [Anvil](https://anvil.example) | Live | Forges |\n';
const birch = '| [Birch](https://birch.example) | | Trees |\n';
const dovetail = values('Dovetail', { homepage: 'https://dovetail.example', text: 'Ends' });

describe('a row that is kept for whoever comes', () => {
  it.each([
    '| - | - | ![Trial](https://badges.example/trial) |',
    '|TBD| | |',
    '| N/A | - | none |',
    '| Your org... | could be listed... | here! |',
    '| [Your Company](https://example.com) | Live | What you do |',
    '| **Your project here** | | |',
    '| *Add your company!* | | |',
    '| 您的公司 | | |',
  ])('is no entry, and stays where it is below new ones: %s', (row) => {
    const text = `${head}${anvil}${birch}${row}\n${row}\n`;
    const { entries, fields } = read(text);
    expect(entries.map(({ company }) => company)).toEqual(['Anvil', 'Birch']);
    expect(fields.map(({ required }) => required)).toEqual([true, false, true]);
    const added = '| [Dovetail](https://dovetail.example) | | Ends |\n';
    expect(withAdded(text, dovetail)).toBe(`${head}${anvil}${birch}${added}${row}\n${row}\n`);
    const last = entryIn(read(text), 'Birch');
    expect(valueFrom(markdownTable.remove(read(text), last, { leaveGap: false })).text).toBe(
      `${head}${anvil}${row}\n${row}\n`,
    );
  });

  it.each([
    '| None Ltd | | Sells |',
    '| Your Company Ltd | Live | Sells |',
    '| N/A Records | | |',
    '| Nothing | | |',
    '| | | further words |',
  ])('is not one that may be a company’s: %s', (row) => {
    expect(read(`${head}${anvil}${row}\n`).entries).toHaveLength(2);
  });

  it('is replaced by the first entry, one of several', () => {
    const row = '| TBD | | |\n';
    expect(withAdded(`${head}${row}${row}`, dovetail)).toBe(
      `${head}| [Dovetail](https://dovetail.example) | | Ends |\n${row}`,
    );
  });

  it('shows what can be chosen, and how that is written', () => {
    const badges = ['Trial', 'Live'].map(
      (word) => `| - | ![${word}](https://b.example/${word}) | - |\n`,
    );
    const text = `${head}${anvil.replace('Live', '![Past](https://b.example/Past)')}${badges.join('')}`;
    expect(read(text).fields[1]).toMatchObject({ examples: ['Trial', 'Live'] });
    expect(withAdded(text, { ...dovetail, fields: { Status: 'live' } })).toContain(
      '| [Dovetail](https://dovetail.example) | ![Live](https://b.example/Live) | Ends |\n| - |',
    );
  });
});
