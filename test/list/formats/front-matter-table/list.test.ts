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
