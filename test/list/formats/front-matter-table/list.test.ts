import { describe, expect, it } from 'vitest';
import { frontMatterTable } from '../../../../src/list/formats/front-matter-table/front-matter-table.ts';
import { dovetail, threeCompanies, valueFrom } from './pages.ts';

const file = { path: 'page.md', text: threeCompanies };
const list = valueFrom(frontMatterTable.read(file, {}));

describe('a table in front matter, as the other rooms see it', () => {
  it('is found, with the key to it', () => {
    expect(frontMatterTable.find(file)).toMatchObject({
      lists: [
        {
          path: 'page.md',
          at: { within: 'powered-by' },
          entries: [{ company: 'Anvil' }, { company: 'Birch' }, { company: 'Cedar' }],
        },
      ],
      problems: [],
    });
  });

  it('is found empty too, which may be another locale’s; a table of words is none', () => {
    const empty = '---\ntables:\n  users:\n    cols:\n      - id: "a"\n    rows:\n---\n';
    expect(frontMatterTable.find({ path: 'page.md', text: empty })).toMatchObject({
      lists: [{ at: { within: 'users' }, entries: [] }],
      problems: [],
    });
    const words = empty.replace('rows:', 'rows:\n      - a: "Words"');
    const nothing = { lists: [], problems: [] };
    expect(frontMatterTable.find({ path: 'page.md', text: words })).toEqual(nothing);
    expect(frontMatterTable.find({ path: 'page.md', text: '# tables\n' })).toEqual(nothing);
  });

  it.each([
    ['is broken YAML', threeCompanies.replace('tables:', 'tables: ['), 'page-not-yaml'],
    ['is TOML', threeCompanies.replaceAll(/^---$/gm, '+++'), 'page-front-matter-format'],
    [
      'lacks its columns',
      threeCompanies.replace(/cols:[\s\S]*?rows:/, 'rows:'),
      'page-columns-missing',
    ],
  ])('is named with the reason where it %s', (_, text, code) => {
    const { lists, problems } = frontMatterTable.find({ path: 'page.md', text });
    expect(lists).toEqual([]);
    expect(problems.map((each) => each.code)).toEqual([code]);
  });

  it('gives the markup of its cells, and the entries of a row with its empty places', () => {
    const [first] = list.entries;
    if (first === undefined) throw new Error('The list is empty');
    const parts = frontMatterTable.parts(list, first);
    expect(parts.map(({ role, language }) => [role, language])).toEqual([
      ['logo', 'html'],
      ['text', 'markdown'],
    ]);
    for (const { markup, start, end } of parts) {
      expect(list.text.slice(start, end)).toContain(markup.slice(0, 9));
    }
    const last = list.entries.at(-1) ?? first;
    const { entries, position } = frontMatterTable.around(list, last.place);
    expect(entries.map((each) => each?.company)).toEqual(['Cedar', undefined]);
    expect(position).toBe(0);
  });

  it('says where each entry is, in its own words too', () => {
    expect(list.entries.map(({ company, place }) => [company, place])).toEqual([
      ['Anvil', { group: 0, index: 0, line: 12, details: { pair: 0, column: 'column1' } }],
      ['Birch', { group: 0, index: 1, line: 15, details: { pair: 0, column: 'column2' } }],
      ['Cedar', { group: 0, index: 2, line: 23, details: { pair: 1, column: 'column1' } }],
    ]);
  });

  it('says what half an entry lacks', () => {
    const text = threeCompanies.replace(/ {10}- column1: "Cedar[^"]*"\n/, '');
    const halves = valueFrom(frontMatterTable.read({ ...file, text }, {}));
    expect(halves.entries.map(({ lacks }) => lacks)).toEqual([[], [], ['text']]);
  });

  it('gives the changed list with a change', () => {
    const edit = valueFrom(frontMatterTable.add(list, dovetail, 'append'));
    expect(edit.list.text).toBe(edit.text);
    expect(edit.list.entries.map(({ company }) => company)).toEqual([
      ...['Anvil', 'Birch', 'Cedar', 'Dovetail'],
    ]);
    expect(edit.place).toEqual({
      ...{ group: 0, index: 3, line: 26 },
      details: { pair: 1, column: 'column2' },
    });
  });

  it('is the same list where nothing changed', () => {
    const [anvil] = list.entries;
    if (anvil === undefined) throw new Error('not there');
    const edit = valueFrom(frontMatterTable.replace(list, anvil, { text: anvil.text }));
    expect(edit.list).toBe(list);
    expect(edit.place).toBe(anvil.place);
  });

  it('gives the list without an entry, and where that was', () => {
    const [anvil] = list.entries;
    if (anvil === undefined) throw new Error('not there');
    const edit = valueFrom(frontMatterTable.remove(list, anvil, { leaveGap: false }));
    expect(edit.list.entries.map(({ company }) => company)).toEqual(['Birch', 'Cedar']);
    expect(edit.place).toBe(anvil.place);
  });

  it('shows an entry among those of its row', () => {
    const around = list.entries.map(({ place }) => {
      const { entries, position } = frontMatterTable.around(list, place);
      return [entries.map((entry) => entry?.company), position];
    });
    expect(around).toEqual([
      [['Anvil', 'Birch'], 0],
      [['Anvil', 'Birch'], 1],
      [['Cedar', undefined], 0],
    ]);
  });
});
