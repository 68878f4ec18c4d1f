import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { problemsOf } from '../edited-lists.ts';
import { read, threeCompanies } from './tables.ts';

function find(text: string) {
  return markdownTable.find({ path: 'ADOPTERS.md', text });
}

describe('a Markdown table of companies', () => {
  it('are not looked for in a file that could not be edited for its size', () => {
    const { lists, problems } = find(`${threeCompanies}${'| A | B |\n'.repeat(60_000)}`);
    expect(lists).toEqual([]);
    expect(problems).toMatchObject([{ code: 'page-too-large', field: 'ADOPTERS.md' }]);
  });

  it('is found, with its heading, its columns and what they say', () => {
    const { lists, problems } = find(threeCompanies);
    expect(problems).toEqual([]);
    expect(lists).toMatchObject([
      {
        path: 'ADOPTERS.md',
        at: { within: 'Adopters' },
        fields: [
          { name: 'Organization', role: 'name', required: true },
          { name: 'Contact', role: 'contact', required: true },
          { name: 'Description of Use', role: 'text', required: true },
        ],
        entries: [{ company: 'Cedar' }, { company: 'Anvil' }, { company: 'Birch' }],
      },
    ]);
  });

  it('is found without a known word over its columns where somebody says so', () => {
    const text = '# Gear\n\n| Where | What for |\n|---|---|\n| Anvil | Reports |\n';
    const file = { path: 'notes.md', text };
    expect(markdownTable.find(file).lists).toEqual([]);
    for (const wanted of [{}, { within: 'gear' }]) {
      expect(markdownTable.find(file, wanted).lists).toMatchObject([
        { at: { within: 'Gear' }, fields: [{ name: 'Where', role: 'name' }, { name: 'What for' }] },
      ]);
    }
    expect(markdownTable.find(file, { within: 'Tools' }).lists).toEqual([]);
    const fields = { Where: { role: 'name' }, 'What for': { role: 'text' } } as const;
    for (const at of [{ within: 'Gear' }, { fields }]) {
      expect(read(text, at).entries).toMatchObject([{ company: 'Anvil' }]);
    }
  });

  it('is read as what a reader sees, with the line of each entry', () => {
    expect(read(threeCompanies).entries).toMatchObject([
      {
        company: 'Cedar',
        homepage: 'https://cedar.example',
        text: 'Sells chests.',
        fields: { Contact: '@cedric' },
        place: { group: 0, index: 0, line: 7 },
      },
      { company: 'Anvil', place: { index: 1, line: 8 } },
      { company: 'Birch', place: { index: 2, line: 9 } },
    ]);
  });

  it('is read with CRLF, a byte-order mark, `\\|` in cells and a row without a last newline', () => {
    const text =
      '\uFEFF| Company | Notes |\r\n|---|---|\r\n| **Anvil** | a \\| `b \\| c` |\r\n| Birch | |';
    expect(read(text).entries).toMatchObject([
      { company: 'Anvil', text: 'a | b | c', place: { line: 3 } },
      { company: 'Birch', text: '', place: { line: 4 } },
    ]);
  });

  it.each([
    ['without outer pipes', 'Name | Description\n--- | ---\nAnvil | Forges\n', ['Anvil']],
    [
      'with fewer cells',
      '| Name | A | B |\n|---|---|---|\n| Anvil |\n| Birch | x |\n',
      ['Anvil', 'Birch'],
    ],
    ['with more cells', '| Name | A |\n|---|---|\n| Anvil | x | y |\n', ['Anvil']],
    [
      'with a line of words below',
      '| Name | A |\n|---|---|\n| Anvil | x |\nThank you!\n',
      ['Anvil'],
    ],
    ['whose name is not first', '| Type | Name |\n|---|---|\n| Vendor | Anvil |\n', ['Anvil']],
    ['in Chinese', '| 公司名称 | 使用场景 |\n|:---:|:---|\n| 彭博 | 数据 |\n', ['彭博']],
    ['of nobody yet', '| Name | A |\n|---|---|\n', []],
    ['with an empty row', '| Name | A |\n|---|---|\n| | |\n', []],
    ['of a placeholder', '| Name | A |\n|---|---|\n| _Your project_ | _13_ |\n', []],
    [
      'of one company that lacks something',
      '| Name | A | B |\n|---|---|---|\n| [Anvil](https://anvil.example) | Live | None yet |\n',
      ['Anvil'],
    ],
    [
      'of a company called None',
      '| Name | A |\n|---|---|\n| None Ltd | x |\n| B | y |\n',
      ['None Ltd', 'B'],
    ],
  ])('is read %s', (_, text, companies) => {
    expect(read(text).entries.map(({ company }) => company)).toEqual(companies);
  });

  it('is one of several groups of a file, or named by the heading above it', () => {
    const text = `## Users\n\n| Name | A |\n|--|--|\n| Anvil | x |\n\n| Name | A |\n|--|--|\n| Birch | x |\n\n## Vendors\n\n| Name | A |\n|--|--|\n| Cedar | x |\n`;
    const [list, ...others] = find(text).lists;
    expect(list).toMatchObject({ at: {}, groups: ['Users', 'Users [2]', 'Vendors'] });
    expect(others).toEqual([]);
    const first = (within: string) => read(text, { within }).entries[0]?.company;
    expect(['Users', 'users [2]', 'Vendors'].map(first)).toEqual(['Anvil', 'Birch', 'Cedar']);
  });

  it('is one of its own where another of the file has other columns', () => {
    const text =
      '## Users\n\n| Name | A |\n|--|--|\n| Anvil | x |\n\n## Vendors\n\n| Name | B |\n|--|--|\n| Cedar | x |\n';
    expect(find(text).lists).toMatchObject([
      { at: { within: 'Users' }, groups: [] },
      { at: { within: 'Vendors' }, groups: [] },
    ]);
    expect(problemsOf(markdownTable.read({ path: 'a.md', text }, {}))).toEqual([
      'list-not-named 1',
    ]);
  });

  it.each([
    [
      'logos are below',
      '| Name | Mark |\n|--|--|\n| Anvil | ![Anvil](/a.png) |\n',
      { company: 'Anvil', logo: '/a.png' },
      ['name', 'logo'],
    ],
    [
      'names on GitHub are below',
      '| Name | Ask |\n|--|--|\n| Anvil | @anna |\n',
      { fields: { Ask: '@anna' } },
      ['name', 'contact'],
    ],
    [
      'addresses are below',
      '| Name | Where |\n|--|--|\n| Anvil | https://anvil.example |\n',
      { homepage: 'https://anvil.example' },
      ['name', 'homepage'],
    ],
    [
      'links are below',
      '| Name | More |\n|--|--|\n| Anvil | [Read how](https://anvil.example/how) |\n',
      { link: { text: 'Read how', url: 'https://anvil.example/how' } },
      ['name', 'link'],
    ],
    [
      'links are below one word and text below the other',
      '| Name | Usage | Story |\n|--|--|--|\n| Anvil | Forges | [Read](https://anvil.example) |\n',
      { text: 'Forges', link: { text: 'Read', url: 'https://anvil.example' } },
      ['name', 'text', 'link'],
    ],
    [
      'a second one says the same',
      '| Name | Usage | Notes |\n|--|--|--|\n| Anvil | Forges | Loud |\n',
      { text: 'Forges', fields: { Notes: 'Loud' } },
      ['name', 'text', 'none'],
    ],
    [
      'links are below both words for text, of which the first is for it',
      '| Name | Use case | Details |\n|--|--|--|\n| Anvil | [Forging](https://anvil.example) | [Story](a.md) |\n',
      { text: 'Forging', link: { text: 'Story', url: 'a.md' } },
      ['name', 'text', 'link'],
    ],
  ])('has columns that say what they do by what is in them: %s', (_what, text, entry, roles) => {
    const list = read(text);
    expect(list.entries).toMatchObject([entry]);
    expect(list.fields.map(({ role }) => role)).toEqual(roles);
  });

  it.each([
    ['Logo', ['![](/a.png)', ''], 'logo'],
    ['Company logo (optional)', ['-', 'tbd'], 'logo'],
    ['Image', ['`ghcr.io/a`', '`ghcr.io/b`'], 'none'],
    ['Logo', ['yes', 'no'], 'none'],
    ['Logo file', ['img/a.svg', '[b](img/b.svg)'], 'logo'],
    ['Logo in use', ['![](/a.png)', 'N/A'], 'logo'],
    ['Permission to use Name / Logo', ['YES', 'NO'], 'none'],
    ['May use logo in presentations', ['', ''], 'none'],
    ['May use logo in presentations', ['Yes', '[Yes](/a.png)'], 'none'],
  ])('has logos below “%s” if they are %j: %s', (header, [one = '', other = ''], role) => {
    const list = read(`| Name | ${header} |\n|--|--|\n| Anvil | ${one} |\n| Birch | ${other} |\n`);
    expect(list.fields[1]?.role).toBe(role);
    const own = { fields: { [header]: { role: 'logo' } } } as const;
    const given = read(`| Name | ${header} |\n|--|--|\n| Anvil | yes |\n`, own);
    expect(given.fields[1]?.role).toBe('logo');
  });

  it('names the company in its first unknown column where the configuration has another use for “Name”', () => {
    const text = '| Status | Label | Name |\n|--|--|--|\n| Live | Anvil | Forges |\n';
    const { entries } = read(text, { fields: { Name: { role: 'text' } } });
    expect(entries).toMatchObject([
      { company: 'Anvil', text: 'Forges', fields: { Status: 'Live' } },
    ]);
  });

  it('has words where other rows have links', () => {
    const text = `| Name | More |
|--|--|
| Anvil | [Read](https://anvil.example) |
| Birch | [See](https://birch.example) |
| Cedar | coming soon |
| Elm | |
`;
    const [, birch, cedar, elm] = read(text).entries;
    expect(birch).toMatchObject({
      link: { text: 'See', url: 'https://birch.example' },
      fields: {},
    });
    expect(cedar).toMatchObject({ fields: { More: 'coming soon' } });
    expect(elm).not.toHaveProperty('link');
  });

  it('takes the roles that the configuration gives', () => {
    const text = '| Label | Name |\n|--|--|\n| Anvil | x |\n';
    const fields = { Label: { role: 'name' }, Name: { role: 'text' } } as const;
    expect(read(text, { fields }).entries).toMatchObject([{ company: 'Anvil', text: 'x' }]);
  });

  it('is not one that explains words, nor one in code, in a quotation or in a list', () => {
    const table = '| Phase | Meaning |\n|--|--|\n| Production | in use |\n';
    const fenced = '```\n| Name | A |\n|--|--|\n| x | y |\n```\n';
    const quoted =
      '> | Name | A |\n> |--|--|\n> | x | y |\n\n- a\n\n  | Name | A |\n  |--|--|\n  | x | y |\n';
    expect(find(`${table}\n${fenced}\n${quoted}`)).toEqual({ lists: [], problems: [] });
  });
});

describe('a table that cannot be edited safely', () => {
  const table = '| Name | Text |\n|---|---|\n| Anvil | Forges |\n';

  it.each([
    ['none', 'Nobody yet.\n', ['list-missing 1']],
    [
      'written by a program',
      `<!-- DO NOT EDIT: made by list.py -->\n\n${table}`,
      ['list-generated 1'],
    ],
    [
      'read otherwise by another reader',
      table.replace('Forges', 'a \\\\| b'),
      ['list-readers-differ 3'],
    ],
  ])('is refused with its line: %s', (_, text, problems) => {
    expect(problemsOf(markdownTable.read({ path: 'ADOPTERS.md', text }, {}))).toEqual(problems);
  });
});
