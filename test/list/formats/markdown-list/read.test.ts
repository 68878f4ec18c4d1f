import { describe, expect, it } from 'vitest';
import { markdownList } from '../../../../src/list/formats/markdown-list/markdown-list.ts';
import { problemsOf } from '../edited-lists.ts';
import { read, threeCompanies } from './lists.ts';

function find(text: string, path = 'ADOPTERS.md') {
  return markdownList.find({ path, text });
}

/** What the first item of a list says. */
function first(items: string) {
  const [entry] = read(`# Users\n\n${items}\n`).entries;
  const { company, homepage, text, fields } = entry ?? {};
  return { company, homepage, text, fields };
}

describe('a Markdown list of companies', () => {
  it('is found, with its heading, its fields and what they say', () => {
    const { lists, problems } = find(threeCompanies);
    expect(problems).toEqual([]);
    expect(lists).toMatchObject([
      {
        path: 'ADOPTERS.md',
        at: { within: 'Adopters' },
        fields: [
          { name: 'name', role: 'name', required: true },
          { name: 'homepage', role: 'homepage', required: true },
          { name: 'text', role: 'text', required: true },
        ],
        entries: [{ company: 'Cedar' }, { company: 'Anvil' }, { company: 'Birch' }],
      },
    ]);
  });

  it('is not a list of requirements, by the sentence above it', () => {
    const items = '* It uses this project\n* It is registered\n';
    expect(find(`# Adopters\n\nRequirements for a company:\n\n${items}`).lists).toEqual([]);
  });

  it('is read as what a reader sees, with the line of each entry', () => {
    expect(read(threeCompanies).entries).toMatchObject([
      {
        company: 'Cedar',
        homepage: 'https://cedar.example',
        text: 'Sells chests.',
        place: { group: 0, index: 0, line: 5 },
      },
      { company: 'Anvil', place: { index: 1, line: 6 } },
      { company: 'Birch', place: { index: 2, line: 7 } },
    ]);
  });

  const anvil = { company: 'Anvil', homepage: 'https://anvil.example' };
  it.each([
    [
      'an article before a link',
      '- The [Anvil](https://anvil.example)',
      { ...anvil, company: 'The Anvil', text: '' },
    ],
    [
      'what it is used for, in brackets',
      '- Anvil (Uses it to forge)',
      { company: 'Anvil', text: 'Uses it to forge' },
    ],
    [
      'a link in brackets directly after the name',
      '- Anvil([Uses it](https://anvil.example/use))',
      { company: 'Anvil', text: 'Uses it' },
    ],
    [
      'a name with another in brackets',
      '- Anvil (Forge of Ours)',
      { company: 'Anvil (Forge of Ours)', text: '' },
    ],
    ['a link', '- [Anvil](https://anvil.example)', { ...anvil, text: '' }],
    ['a plain name', '- Anvil', { company: 'Anvil', text: '' }],
    ['a bold name', '* **Anvil**: Forges', { company: 'Anvil', text: 'Forges' }],
    ['a bold name with its colon', '* **Anvil:** Forges', { company: 'Anvil', text: 'Forges' }],
    ['a bold link', '- **[Anvil](https://anvil.example)** – Forges', { ...anvil, text: 'Forges' }],
    ['a plain name and a dash', '+ Anvil - Forges', { company: 'Anvil', text: 'Forges' }],
    ['a link in HTML', '1. <a href="https://anvil.example" rel="nofollow">Anvil</a>', anvil],
    [
      'a link by reference',
      '- [Anvil][1]: Forges\n\n[1]: https://anvil.example',
      { ...anvil, text: 'Forges' },
    ],
    [
      'what is in brackets',
      '- Anvil ([Forge](https://f.example))',
      { company: 'Anvil', text: 'Forge' },
    ],
    [
      'names on GitHub',
      '- [Anvil](https://anvil.example) [[@a](https://github.com/a), [@b](https://github.com/b)]',
      { ...anvil, text: '', fields: { contact: '@a, @b' } },
    ],
    [
      'a text on lines of its own',
      '- [Anvil](https://anvil.example)\n  forges\n  reports',
      { ...anvil, text: 'forges reports' },
    ],
    [
      'an item below',
      '* [Anvil](https://anvil.example)\n    * Forges reports',
      { ...anvil, text: 'Forges reports' },
    ],
    [
      'paragraphs below',
      '* [Anvil](https://anvil.example)\n\n  Forges\n\n  reports',
      { ...anvil, text: 'Forges reports' },
    ],
    [
      'labels',
      '- Anvil\n  - Website: <https://anvil.example>\n  - **Use case**: Forges',
      { ...anvil, text: 'Forges' },
    ],
    [
      'labels behind line breaks',
      '- Anvil<br>\n  Team: A<br>\n  Forges\n- B<br>\n  Team: B',
      { company: 'Anvil', text: 'Forges', fields: { Team: 'A' } },
    ],
    [
      'a list below a label',
      '- Anvil\n  - **Links**:\n    - [a](https://a.example)\n    - b',
      { company: 'Anvil', fields: { Links: 'a\nb' } },
    ],
    ['a footnote', '- IBM* - Servers', { company: 'IBM*', text: 'Servers' }],
    ['Chinese', '- [彭博](https://b.example)：数据', { company: '彭博', text: '数据' }],
  ])('is read with %s', (_, items, expected) => {
    expect(first(items)).toMatchObject(expected);
  });

  it.each([
    ['![](a.png)', 'logo'],
    ['img/a.png', 'logo'],
    ['yes', 'none'],
  ])('has logos below a label only if these are pictures: %s', (value, role) => {
    const items = ['Anvil', 'Birch', 'Cedar'].map((name) => `- ${name}\n  - Logo: ${value}\n`);
    const { fields } = read(`# Users\n\n${items.join('')}`);
    expect(fields.find(({ name }) => name === 'Logo')?.role).toBe(role);
  });

  it('is read with CRLF, a byte-order mark, front matter and without a last newline', () => {
    const text = '\uFEFF---\r\ntitle: x\r\n---\r\n# Users\r\n* Anvil\r\n* Birch';
    expect(read(text).entries).toMatchObject([
      { company: 'Anvil', place: { line: 5 } },
      { company: 'Birch', place: { line: 6 } },
    ]);
  });

  it('is looked for only in Markdown files that hold an item', () => {
    const mayHold = (path: string, text: string) => markdownList.mayHold({ path, text });
    expect(mayHold('README.md', 'Words\n\n  12) Anvil\n')).toBe(true);
    expect(mayHold('docs/users.mdx', '- Anvil\n')).toBe(true);
    expect(mayHold('README.md', 'Words - and words\n')).toBe(false);
    expect(mayHold('users.yml', '- Anvil\n')).toBe(false);
  });

  it('is not looked for in a file that could not be edited for its size', () => {
    const { lists, problems } = find(`${threeCompanies}${'words\n'.repeat(100_000)}`);
    expect([lists, problems]).toMatchObject([[], [{ code: 'page-too-large' }]]);
    const read = markdownList.read({ path: 'a.md', text: '> '.repeat(99) }, {});
    expect(problemsOf(read)).toEqual(['list-too-complex 1']);
  });

  it('may have code, tables, pictures and HTML below its items', () => {
    const blocks =
      '  ```\n  x\n  ```\n\n  | a |\n  |---|\n  | b |\n\n  <div>\n  x\n  </div>\n\n  ***\n';
    const text = `# Users\n\n- A - x\n\n${blocks}\n- ![B](b.png)\n- <br>\n- \`C\`\n`;
    const list = read(text);
    expect(list.entries).toMatchObject([
      { company: 'A', text: 'x' },
      { company: 'B' },
      { company: 'C' },
    ]);
    const [first] = list.entries;
    const [part] = first ? markdownList.parts(list, first) : [];
    expect(part?.markup).toBe(`A - x\n\n${blocks.trimEnd()}`);
    expect(text.slice(part?.start, part?.end)).toBe(part?.markup);
  });

  it('has as its fields what its entries have, and not what one of very many has', () => {
    const many = Array.from({ length: 30 }, (_, i) => `- [C${i}](https://c.example)\n`).join('');
    const names = (text: string) => find(text).lists[0]?.fields.map(({ name }) => name);
    expect(names(`${many}- [X](https://x.example) - Words\n`)).toEqual(['name', 'homepage']);
    expect(names('- A\n- B\n- C\n')).toEqual(['name']);
    expect(names('- A\n')).toEqual(['name', 'homepage', 'text']);
  });

  it('takes the roles that the configuration gives', () => {
    const fields = { Stage: { role: 'status' }, About: { role: 'none' } } as const;
    const text = '- A\n  - Stage: x\n- B\n';
    expect(read(text, { fields }).fields).toMatchObject([
      { name: 'name' },
      { name: 'homepage' },
      { name: 'Stage', role: 'status' },
      { name: 'text' },
      { name: 'About', role: 'none' },
    ]);
  });

  it.each([
    ['an item', '- None yet\n'],
    ['an item in italics', '- _Your company here_\n- **None Ltd**\n'],
    ['an invitation', '- **None Ltd**\n- Your company here!\n'],
    ['an empty item', '-\n'],
    ['a line of words', 'No adopters yet.\n'],
  ])('is one of nobody where %s says so', (_, text) => {
    const names = read(`## Adopters\n\n${text}`).entries.map(({ company }) => company);
    expect(names).toEqual(text.includes('Ltd') ? ['None Ltd'] : []);
  });

  it('is one of several groups of a file, or named by the heading above it', () => {
    const text = '## Users\n\n- A\n\nMore:\n\n- B\n\n## Vendors\n\n- C\n';
    const [list, ...others] = find(text).lists;
    expect(list).toMatchObject({ at: {}, groups: ['Users', 'Users [2]', 'Vendors'] });
    expect(others).toEqual([]);
    const name = (within: string) => read(text, { within }).entries[0]?.company;
    expect(['Users', 'users [2]', 'Vendors'].map(name)).toEqual(['A', 'B', 'C']);
    expect(read(text, {}).entries).toMatchObject([
      { group: 'Users' },
      { group: 'Users [2]' },
      { group: 'Vendors' },
    ]);
  });

  it('is no group where a file has more lists than anybody chooses among', () => {
    const lists = (count: number) =>
      Array.from({ length: count }, (_, index) => `## Users ${index}\n\n- A${index}\n`).join('\n');
    expect(find(lists(20)).lists).toHaveLength(1);
    expect(find(lists(21)).lists).toHaveLength(21);
    const read = markdownList.read({ path: 'a.md', text: lists(21) }, {});
    expect(problemsOf(read)).toEqual(['list-not-named 1']);
  });

  it('is no other list of a README', () => {
    const text = `# Project\n\n- fast\n- small\n\n## Contents\n\n- [Users](#users)\n\n## Installation\n\n1. Run it.\n\n## How to add your organization\n\n- Fork it\n\n## Who uses it?\n\n- [A](https://a.example)\n\n## License\n\n- MIT\n`;
    expect(find(text, 'README.md').lists.map(({ at }) => at.within)).toEqual(['Who uses it?']);
  });

  it('is not one of rules, nor one in code, in a comment or in a quotation', () => {
    const text = `# Adopters\n\n- You must use the project in production.\n- You must be a company.\n- Fill out the [form](https://f.example)\n\n\`\`\`\n- A\n\`\`\`\n\n<!--\n- B\n-->\n\n> - C\n`;
    expect(find(text)).toEqual({ lists: [], problems: [] });
  });
});

describe('a list that cannot be edited safely', () => {
  it.each([
    ['none', 'Words.\n', ['list-missing 1']],
    [
      'written by a program',
      '<!-- DO NOT EDIT: made by list.py -->\n\n- A\n',
      ['list-generated 1'],
    ],
    ['read otherwise by another reader', '- A\n- B\u0000\n', ['list-readers-differ 2']],
  ])('is refused with its line: %s', (_, text, problems) => {
    expect(problemsOf(markdownList.read({ path: 'ADOPTERS.md', text }, {}))).toEqual(problems);
  });
});
