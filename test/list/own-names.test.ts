import { describe, expect, it } from 'vitest';
import type { FormatId } from '../../src/config/configuration.ts';
import { loadFormat } from '../../src/list/formats.ts';

/** What every object of JavaScript has, and a list may call a column or key. */
const names = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];

const inMarkdown = (name: string) => name.replaceAll('_', '\\_');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
const json = (company: string) =>
  `{"name": "${company}", ${names.map((name) => `"${name}": "x"`).join(', ')}}`;
const yaml = (company: string) =>
  `- name: ${company}\n${names.map((name) => `  ${name}: x\n`).join('')}`;
const item = (company: string) =>
  `- **${company}**\n${names.map((name) => `  - **${inMarkdown(name)}**: x\n`).join('')}`;
const companies = ['Anvil', 'Birch'];

const lists: readonly (readonly [FormatId, string])[] = [
  [
    'markdown-table',
    row(['Name', ...names.map(inMarkdown)]) +
      row(['---', ...names.map(() => '---')]) +
      companies.map((each) => row([each, ...names.map(() => 'x')])).join(''),
  ],
  ['markdown-list', companies.map(item).join('')],
  ['yaml-list', companies.map(yaml).join('')],
  ['json-array', `[\n  ${companies.map(json).join(',\n  ')}\n]\n`],
  ['js-array', `export const users = [\n  ${companies.map(json).join(',\n  ')}\n];\n`],
];

describe.each(lists)('fields named like what every object has: %s', (id, text) => {
  it('are read, filled and left empty like any others', async () => {
    const format = await loadFormat(id);
    const read = format.read({ path: 'ADOPTERS.md', text }, {});
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const own = (value: string) => Object.fromEntries(names.map((name) => [name, value]));
    const [first] = read.value.entries;
    expect(Object.entries(first?.fields ?? {})).toEqual(Object.entries(own('x')));
    const company = { company: 'Dovetail', logo: '', text: '' };
    for (const fields of [own('y'), {}]) {
      const added = format.add(read.value, { ...company, fields }, 'append');
      if (!added.ok) throw new Error(JSON.stringify(added.problems));
      const found = added.value.list.entries.at(-1);
      expect(found?.company).toBe('Dovetail');
      expect(Object.entries(found?.fields ?? {})).toEqual(Object.entries(fields));
    }
  });
});
