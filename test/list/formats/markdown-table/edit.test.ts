import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { entryIn, problemsOf, valueFrom, values } from '../edited-lists.ts';
import { read, threeCompanies, withAdded } from './tables.ts';

const dovetail = values('Dovetail', {
  homepage: 'https://dovetail.example/',
  text: 'Joins ends.',
  fields: { Contact: '@dora' },
});

describe('adding a company to a Markdown table', () => {
  it('writes one row like its neighbours, and no other byte', () => {
    const row =
      '| [Dovetail](https://dovetail.example/) | [@dora](https://github.com/dora) | Joins ends. |\n';
    expect(withAdded(threeCompanies, dovetail)).toBe(
      threeCompanies.replace('\nThank you!', `${row}\nThank you!`),
    );
  });

  it('says where the entry is, and gives the new list', () => {
    const edit = valueFrom(markdownTable.add(read(threeCompanies), dovetail, 'as-is'));
    expect(edit.place).toMatchObject({ group: 0, index: 3, line: 10 });
    expect(edit.list.text).toBe(edit.text);
    expect(edit.list.entries.map(({ company }) => company)).toEqual([
      ...['Cedar', 'Anvil', 'Birch', 'Dovetail'],
    ]);
  });

  it.each([
    ['no outer pipes', 'Name|Text\n-|-\nAnvil|Forges\n', 'Birch|Trees\n'],
    ['no blanks', '|Name|Text|\n|-|-|\n|Anvil|Forges|\n', '|Birch|Trees|\n'],
    [
      'padding',
      '| Name    | Text   |\n|---------|--------|\n| Anvil   | Forges |\n',
      '| Birch   | Trees  |\n',
    ],
    ['bold', '| Name | Text |\n|---|---|\n| **Anvil** | Forges |\n', '| **Birch** | Trees |\n'],
    [
      'an indentation',
      '  | Name | Text |\n  |---|---|\n  | Anvil | Forges |\n',
      '  | Birch | Trees |\n',
    ],
    [
      'columns that were left out',
      '| Name | Text | X |\n|---|---|---|\n| Anvil | Forges |\n',
      '| Birch | Trees | |\n',
    ],
  ])('copies %s', (_, text, row) => {
    expect(withAdded(text, values('Birch', { text: 'Trees' }))).toBe(text + row);
  });

  it('spaces a cell of an empty column like the other cells of the rows', () => {
    const text = '| Name | Text | Site |\n|---|---|---|\n|Anvil|Forges||\n';
    expect(withAdded(text, values('Birch', { text: 'Trees' }))).toBe(`${text}|Birch|Trees||\n`);
    const site = { text: 'Trees', homepage: 'https://birch.example' };
    expect(withAdded(text, values('Birch', site))).toBe(
      `${text}|Birch|Trees|https://birch.example|\n`,
    );
  });

  it('replaces a row of examples with the first entry', () => {
    const head = '| Organization | Since | Text |\n|:-|:-|:-|\n';
    const text = `${head}| Organization | Year of adoption | What it is used for |\n`;
    expect(withAdded(text, values('Birch', { text: 'Trees' }))).toBe(
      `${head}| Birch | | Trees |\n`,
    );
  });

  it('pads like the rows where the header is not padded', () => {
    const text =
      '| Name | Text |\n|----------|--------|\n| Anvil    | Forges |\n| Sycamore | Falls  |\n';
    expect(withAdded(text, values('Elm', { text: 'Grows' }))).toBe(
      `${text}| Elm      | Grows  |\n`,
    );
  });

  it('pads like most of the nearest rows if only the last one is wider', () => {
    const text =
      '| Name     | Text |\n|----------|------|\n| Anvil    | x    |\n| Birch    | y    |\n| Sycamore trees | z    |\n';
    expect(withAdded(text, values('Zelkova', { text: 'v' }))).toBe(`${text}| Zelkova  | v    |\n`);
  });

  it('does not pad a column in which shorter cells are not, though one happens to fill it', () => {
    const head = '| Name        | Text       |\n|-------------|------------|\n';
    const rowAfter = (...rows: readonly string[]) => {
      const text = head + rows.map((row) => `${row}\n`).join('');
      return withAdded(text, values('Aspen', { text: 'Bark' }), { fields: {} }).replace(text, '');
    };
    const [full, birch] = ['| Long Anvils | Forges all |', '| Birch | Trees |'];
    expect(rowAfter(full, birch)).toBe('| Aspen | Bark |\n');
    expect(rowAfter(birch, full)).toBe('| Aspen | Bark |\n');
    expect(rowAfter(birch, '| Birchwoods & Co | Trees and woods |')).toBe('| Aspen | Bark |\n');
    const padded = '| Aspen       | Bark       |\n';
    expect(rowAfter(full)).toBe(padded);
    expect(rowAfter(full, '| Birch       | Trees      |')).toBe(padded);
    expect(rowAfter('| Cedar       | Chests     |', '| Elm         | Boats      |', birch)).toBe(
      padded,
    );
  });

  it('begins with a border where its first cell is empty', () => {
    const text = 'Text | Name\n--|--\nForges | Anvil\nGrows | Birch\n';
    expect(withAdded(text, values('Elm'))).toBe(`${text}| | Elm\n`);
    const list = read(text);
    const edit = markdownTable.replace(list, entryIn(list, 'Birch'), { text: '' });
    expect(valueFrom(edit).text).toBe(text.replace('Grows |', '| |'));
  });

  it('is not indented where only a single row is', () => {
    const text = '| Name | Text |\n|--|--|\n  Anvil | Forges\n';
    expect(withAdded(text, values('Elm', { text: 'Grows' }))).toBe(`${text}Elm | Grows\n`);
  });

  it('parts the lines of a text like the nearest cell that has several', () => {
    const text = '| Name | Text |\n|--|--|\n| Anvil | Forges.<br/>Welds. |\n| Box | Packs. |\n';
    const typed = values('Elm', { text: 'Grows | up.\n\nFalls.\n' });
    expect(withAdded(text, typed)).toBe(`${text}| Elm | Grows \\| up.<br/>Falls. |\n`);
    const oneLine = '| Name | Text |\n|--|--|\n| Anvil | Forges. |\n';
    expect(withAdded(oneLine, typed)).toBe(`${oneLine}| Elm | Grows \\| up.<br>Falls. |\n`);
  });

  it('separates lines with closed tags if the file may be compiled as MDX', () => {
    const text = '| Name | Text |\n|--|--|\n| Anvil | Forges. |\n';
    const typed = values('Elm', { text: 'Grows.\nFalls.' });
    for (const path of ['docs/users.md', 'ADOPTERS.mdx']) {
      const list = valueFrom(markdownTable.read({ path, text }, {}));
      const edit = valueFrom(markdownTable.add(list, typed, 'append'));
      expect(edit.text).toBe(`${text}| Elm | Grows.<br />Falls. |\n`);
    }
  });

  it.each([
    ['a formula', 'none', 'Costs $5\nor $6', 'Costs &#36;5<br>or &#36;6'],
    ['an escape', 'none', 'Ends in \\\nand goes on', 'Ends in &bsol;<br>and goes on'],
    ['emphasis', 'none', 'Is **very\nloud**', 'Is &ast;&ast;very<br>loud&ast;&ast;'],
    ['code', 'inline', 'Runs `one\ntwo` and\nthree', 'Runs `one two` and three'],
    [
      'a link',
      'inline',
      'See [one\ntwo](https://elm.example)',
      'See [one two](https://elm.example)',
    ],
    ['words', 'inline', '**Grows**\n`falls`', '**Grows**<br>`falls`'],
  ] as const)('makes no %s of what is in several lines', (_what, markup, typed, written) => {
    const text = '| Name | Text |\n|--|--|\n| Anvil | Forges. |\n';
    expect(withAdded(text, values('Elm', { text: typed }), { markup })).toBe(
      `${text}| Elm | ${written} |\n`,
    );
  });

  it('separates lines in a column of the list’s own, and joins those of contacts', () => {
    const text = '| Name | Contact | Remarks |\n|--|--|--|\n| Anvil | @anna | Forges. |\n';
    const fields = { Contact: '@bert\n@elma', Remarks: 'Grows.\nFalls.' };
    expect(withAdded(text, values('Elm', { fields }))).toBe(
      `${text}| Elm | @bert @elma | Grows.<br>Falls. |\n`,
    );
  });

  it('does not change a text that already has the same lines', () => {
    const text = '| Name | Text |\n|--|--|\n| Elm | Gro&#119;s.<br/>Falls. |\n';
    const list = read(text);
    const [entry] = list.entries;
    const changed = (typed: string) =>
      entry && valueFrom(markdownTable.replace(list, entry, { text: typed })).text;
    expect(changed('Grows.\nFalls.')).toBe(text);
    expect(changed('Grows. Falls.')).toBe(text);
    expect(changed('Grows. Falls.\nStands.')).toBe(
      text.replace('Gro&#119;s.<br/>Falls.', 'Grows. Falls.<br/>Stands.'),
    );
  });

  it('pads a longer cell by one blank and leaves the other rows as they are', () => {
    const text = '| Name  | Text   |\n|-------|--------|\n| Anvil | Forges |\n| Elm   | Grows  |\n';
    expect(withAdded(text, values('Sycamore', { text: 'Falls' }))).toBe(
      `${text}| Sycamore | Falls  |\n`,
    );
  });

  it('does as most rows do where the nearest has a slip', () => {
    const text = '| Name | Text |\n|--|--|\n| Cedar | x |\n| Birch | x |\n| Anvil | x|\n';
    expect(withAdded(text, values('Box', { text: 'y' }))).toBe(`${text}| Box | y |\n`);
  });

  it.each([
    ['an address', 'https://anvil.example', 'https://birch.example/a'],
    ['an address in angle brackets', '<https://anvil.example>', '<https://birch.example/a>'],
    [
      'the same word everywhere',
      '[link](https://anvil.example)',
      '[link](https://birch.example/a)',
    ],
    ['the name', '[Anvil](https://anvil.example)', '[Birch](https://birch.example/a)'],
    [
      'the host',
      '[anvil.example](https://www.anvil.example/)',
      '[birch.example](https://birch.example/a)',
    ],
  ])('writes a homepage as %s like its neighbour', (_, theirs, ours) => {
    const text = `| Name | Website |\n|--|--|\n| Anvil | ${theirs} |\n`;
    expect(withAdded(text, values('Birch', { homepage: 'https://birch.example/a' }))).toBe(
      `${text}| Birch | ${ours} |\n`,
    );
  });

  it.each([
    ['words of one company alone', '[Forge link](https://anvil.example)', '[birch.example]'],
    [
      'an address with what acts in a text',
      '[https://anvil.example/](https://anvil.example/)',
      '[https&colon;//birch.example/&ast;a&ast;]',
    ],
  ])('does not copy %s', (_, theirs, label) => {
    const text = `| Name | Website |\n|--|--|\n| Anvil | ${theirs} |\n`;
    const added = withAdded(text, values('Birch', { homepage: 'https://birch.example/*a*' }));
    expect(added).toBe(`${text}| Birch | ${label}(https://birch.example/*a*) |\n`);
  });

  it.each([
    ['bold', '**Production**', 'production', '**Production**'],
    [
      'a badge',
      '![Production](https://badges.example/p.svg)',
      'Production',
      '![Production](https://badges.example/p.svg)',
    ],
    [
      'in bold that all have',
      '**Production** |\n| Cedar | **Production**',
      'Testing',
      '**Testing**',
    ],
  ])('copies the spelling of a word that others have: %s', (_, theirs, typed, ours) => {
    const text = `| Name | Status |\n|--|--|\n| Anvil | ${theirs} |\n`;
    const added = withAdded(text, values('Birch', { fields: { Status: typed } }));
    expect(added).toContain(`| Birch | ${ours} |`);
  });

  it.each([
    ['plain', '@anna', '@bert'],
    ['code', '`@anna`', '`@bert`'],
    ['a link', '[@anna](https://github.com/anna)', '[@bert](https://github.com/bert)'],
  ])('writes names on GitHub as its neighbours do: %s', (_, theirs, ours) => {
    const text = `| Name | Contact |\n|--|--|\n| Anvil | ${theirs} |\n`;
    const added = withAdded(text, values('Birch', { fields: { Contact: '@bert, @bert' } }));
    expect(added).toBe(`${text}| Birch | ${ours}, ${ours} |\n`);
  });

  it('writes names on GitHub as most of the nearest do', () => {
    const rows = ['@a', '@b', '@c', '[@d](https://github.com/d)', '@e'];
    const text = `| Name | Contact |\n|--|--|\n${rows.map((row) => `| Anvil | ${row} |\n`).join('')}`;
    const slip = `${text}| Cedar | [@c](https://github.com/c) |\n`;
    expect(withAdded(slip, values('Elm', { fields: { Contact: '@eva' } }))).toBe(
      `${slip}| Elm | @eva |\n`,
    );
  });

  it('writes a logo’s tag like its neighbour’s', () => {
    const text = `| Name | Logo |\n|--|--|\n| Anvil | <img src="/a.png" width="50" alt="Anvil"> |\n`;
    expect(withAdded(text, values('Birch', { logo: '/b.png' }))).toBe(
      `${text}| Birch | <img src="/b.png" width="50" alt="Birch"> |\n`,
    );
  });

  it.each([
    ['![](/?.png)', '![](/b.png)'],
    ['[![](/?.png)](https://a.example)', '![](/b.png)'],
    ['<img src="/?.png" width="50">', '<img src="/b.png" width="50">'],
    ['<img src="/?.png" alt="">', '<img src="/b.png" alt="">'],
  ])('writes no description of a logo where most have none: %s', (theirs, ours) => {
    const cells = ['a', 'c', 'd'].map((name) => `| ${name} | ${theirs.replace('?', name)} |\n`);
    const other = '| e | <img src="/e.png" alt="e"> |\n';
    const text = `| Name | Logo |\n|--|--|\n${cells.join('')}${other}`;
    expect(withAdded(text, values('b', { logo: '/b.png' }))).toBe(
      text.replace('| c |', `| b | ${ours} |\n| c |`),
    );
    const half = `| Name | Logo |\n|--|--|\n${cells[0]}${other}`;
    expect(withAdded(half, values('f', { logo: '/f.png' }))).toContain('"/f.png" alt="f"');
  });

  it.each([
    ['![Anvil](/a.png)', '![Bi&lsqb;rch&rsqb;](/b.png)'],
    ['[![Anvil](/a.png)](https://anvil.example)', '![Bi&lsqb;rch&rsqb;](/b.png)'],
  ])('writes a logo in Markdown where its neighbour has %s', (theirs, ours) => {
    const text = `| Name | Logo |\n|--|--|\n| Anvil | ${theirs} |\n`;
    expect(withAdded(text, values('Bi[rch]', { logo: '/b.png' }))).toContain(` | ${ours} |\n`);
  });

  it.each([
    ['[Read](https://anvil.example)', '[Hear](https://birch.example)'],
    ['**[Read](https://anvil.example)**', '**[Hear](https://birch.example)**'],
    ['<a href="https://anvil.example">Read</a>', '<a href="https://birch.example">Hear</a>'],
    ['coming soon', '[Hear](https://birch.example)'],
    ['', '[Hear](https://birch.example)'],
  ])('writes a link where its neighbour has %s', (theirs, ours) => {
    const text = `| Name | More |\n|--|--|\n| Anvil | ${theirs} |\n`;
    const at = { fields: { More: { role: 'link' } } } as const;
    const link = { text: 'Hear', url: 'https://birch.example' };
    expect(withAdded(text, values('Birch', { link }), at)).toBe(`${text}| Birch | ${ours} |\n`);
  });

  it.each([
    ['Live / Trial', 'Trial / Live'],
    ['Live/Trial', 'Trial/Live'],
    ['Live and Trial', 'Trial and Live'],
    ['Live, Trial', 'Trial, Live'],
    ['Live; other words', 'Trial, Live'],
  ])('joins several words like its neighbor: %s', (theirs, ours) => {
    const rows = `| Anvil | Live |\n| Cedar | Trial |\n| Elm | ${theirs} |\n`;
    const text = `| Name | Status |\n|--|--|\n${rows}`;
    const fields = { Status: 'Trial, Live' };
    expect(withAdded(text, values('Fir', { fields }))).toBe(`${text}| Fir | ${ours} |\n`);
  });

  it.each([
    ['most have', ['Live, other words', 'Live + Trial', 'Trial, more'], 'Trial, Live'],
    ['most have, typed or not', ['Live + Trial', 'Trial + Live', 'Live, Trial'], 'Trial + Live'],
    ['was typed where as many have it', ['Live, Trial', 'Trial + Live'], 'Trial, Live'],
    ['the nearest has where as many have it', ['Live / Trial', 'Trial + Live'], 'Trial + Live'],
  ])('joins several words with what %s', (_, cells, ours) => {
    const rows = ['Live', 'Trial', ...cells].map(
      (cell, at) => `| ${'Anvil'.repeat(at + 1)} | ${cell} |\n`,
    );
    const text = `| Name | Status |\n|--|--|\n${rows.join('')}`;
    const fields = { Status: 'Trial, Live' };
    expect(withAdded(text, values('Fir', { fields }))).toContain(`| Fir | ${ours} |\n`);
  });

  it('spells words as the nearest entry with the same capitals, else as any', () => {
    const text = '| Name | Status |\n|--|--|\n| Anvil | **Live** |\n| Birch | *live* |\n';
    for (const [typed, written] of [
      ['Live', '**Live**'],
      ['live', '*live*'],
      ['LIVE', '*live*'],
    ] as const) {
      expect(withAdded(text, values('Cedar', { fields: { Status: typed } }))).toBe(
        `${text}| Cedar | ${written} |\n`,
      );
    }
  });

  it.each([
    [
      'keeps the capitals of a person where one entry has others',
      ['E-commerce', 'Games'],
      'none',
      'E-Commerce',
    ],
    ['follows those that two entries have', ['E-commerce', 'E-commerce'], 'none', 'E-commerce'],
    ['follows those of an entry with marks', ['**E-commerce**', 'Games'], 'none', '**E-commerce**'],
    ['follows those of one entry in a category', ['E-commerce', 'Games'], 'category', 'E-commerce'],
    [
      'follows nothing where an entry has the same',
      ['E-commerce', 'E-commerce', 'E-Commerce'],
      'category',
      'E-Commerce',
    ],
  ] as const)('%s', (_, cells, role, ours) => {
    const rows = cells.map((cell, at) => `| ${'Anvil'.repeat(at + 1)} | ${cell} |\n`);
    const text = `| Name | Field |\n|--|--|\n${rows.join('')}`;
    const added = values('Fir', { fields: { Field: 'E-Commerce' } });
    const edited = withAdded(text, added, { fields: { Field: { role } } });
    expect(edited).toBe(`${text}| Fir | ${ours} |\n`);
  });

  it('writes an asterisk that is alone in its cell as it is', () => {
    const text = '| Name | Where |\n|--|--|\n| Anvil | Iceland |\n';
    const fields = { Where: '*' };
    expect(withAdded(text, values('Birch', { fields }))).toBe(`${text}| Birch | * |\n`);
    expect(withAdded(text, values('Birch*', { fields: { Where: 'Oslo' } }))).toBe(
      `${text}| Birch* | Oslo |\n`,
    );
    expect(withAdded(text, values('*Birch*', { fields: { Where: '*x' } }))).toBe(
      `${text}| &ast;Birch&ast; | &ast;x |\n`,
    );
    const bold = text.replace('Anvil', '**Anvil**');
    expect(withAdded(bold, values('Birch*', { fields }))).toBe(`${bold}| **Birch&ast;** | * |\n`);
    const bare = 'Where | Name\n--|--\nIceland | Anvil\n';
    expect(withAdded(bare, values('Birch', { fields }))).toBe(`${bare}&ast; | Birch\n`);
  });

  it.each([
    ['an asterisk', '`&ast;`'],
    ['a mail address', '` b&commat;b.example `'],
  ])('leaves a reference to %s in code as it was typed', (_, where) => {
    const text = '| Name | Where |\n|--|--|\n| Anvil | a@a.example |\n';
    const list = read(text, { markup: 'inline' });
    const edit = markdownTable.add(list, values('Birch', { fields: { Where: where } }), 'as-is');
    expect(valueFrom(edit).text).toBe(`${text}| Birch | ${where} |\n`);
  });

  it('leaves the cells of what a company has not empty', () => {
    const text = `| Name | Logo | Website | More |
|--|--|--|--|
| Anvil | ![Anvil](/a.png) | https://anvil.example | [Read](https://anvil.example/how) |
`;
    expect(withAdded(text, values('Birch'))).toBe(`${text}| Birch | | | |\n`);
  });

  it.each([
    '<img src="/a.png" width="40%" />',
    '<img src="/a.png" alt="N/A">',
    '![](/a.png)',
    '[![](/a.png)](https://a.example)',
    '<a href="https://a.example"><img src="/a.png"></a>',
  ])('gives a company that has no logo nobody else’s: %s', (cell) => {
    for (const column of ['Logo', 'Seen']) {
      const text = `| Name | ${column} |\n|--|--|\n| A | ${cell} |\n| B | ${cell} |\n| C | |\n`;
      expect(withAdded(text, values('Elm'))).toBe(`${text}| Elm | |\n`);
      const marked = text.replace('| C | |\n', '| C | - |\n| D | - |\n');
      expect(withAdded(marked, values('Elm'))).toBe(`${marked}| Elm | - |\n`);
    }
  });

  it.each([
    ['-', '| A | - |\n| B | x |\n| C | - |\n', '-'],
    ['`N/A`', '| A | `N/A` |\n| B | `N/A` |\n| C | |\n', '`N/A`'],
    ['*', '| A | x |\n| B | * |\n| C | *|\n', '*'],
    ['a link', '| A | [](https://a.example) |\n| B | [-](https://b.example) |\n', ''],
    ['a comment', '| A | <!-- later --> |\n| B | <!-- soon --> |\n', ''],
    ['a single mark', '| A | x |\n| B | x |\n| C | - |\n', ''],
    ['fewer marks than empty cells', '| A | - |\n| B | - |\n| C | |\n| D | |\n', ''],
  ])('marks what a company has not as its neighbors do: %s', (_, rows, ours) => {
    const text = `| Name | Contact |\n|--|--|\n${rows}`;
    const cell = ours === '' ? '' : ` ${ours}`;
    expect(withAdded(text, values('Elm'))).toBe(`${text}| Elm |${cell} |\n`);
  });

  it.each([
    [
      'CRLF',
      '| Name | Text |\r\n|--|--|\r\n| Anvil | x |\r\n',
      '| Name | Text |\r\n|--|--|\r\n| Anvil | x |\r\n| Birch | y |\r\n',
    ],
    [
      'all but the missing last newline behind it',
      '| Name | Text |\n|--|--|\n| Anvil | x |',
      '| Name | Text |\n|--|--|\n| Anvil | x |\n| Birch | y |\n',
    ],
    [
      'blanks behind the last row',
      '| Name | Text |\n|--|--|\n| Anvil | x |  \n',
      '| Name | Text |\n|--|--|\n| Anvil | x |  \n| Birch | y |\n',
    ],
    [
      'a byte-order mark',
      '\uFEFF| Name | Text |\n|--|--|\n| Anvil | x |\n',
      '\uFEFF| Name | Text |\n|--|--|\n| Anvil | x |\n| Birch | y |\n',
    ],
    [
      'words below',
      '| Name | Text |\n|--|--|\n| Anvil | x |\nThanks\n',
      '| Name | Text |\n|--|--|\n| Anvil | x |\n| Birch | y |\nThanks\n',
    ],
    ['no row', '| Name | Text |\n|--|--|\n', '| Name | Text |\n|--|--|\n| Birch | y |\n'],
    [
      'no row and no last newline',
      '| Name | Text |\n|--|--|',
      '| Name | Text |\n|--|--|\n| Birch | y |\n',
    ],
    [
      'a missing last newline elsewhere',
      '| Name | Text |\n|--|--|\n| Anvil | x |\n\nThanks',
      '| Name | Text |\n|--|--|\n| Anvil | x |\n| Birch | y |\n\nThanks',
    ],
    [
      'CRLF and no last newline',
      '| Name | Text |\r\n|--|--|\r\n| Anvil | x |',
      '| Name | Text |\r\n|--|--|\r\n| Anvil | x |\r\n| Birch | y |\r\n',
    ],
    [
      'an empty row',
      '| Name | Text |\n|--|--|\n| | |\n',
      '| Name | Text |\n|--|--|\n| Birch | y |\n',
    ],
    [
      'a placeholder',
      '| Name | Text |\n|--|--|\n| _Your company_ | _words_ |\n\nEnd\n',
      '| Name | Text |\n|--|--|\n| Birch | y |\n\nEnd\n',
    ],
  ])('keeps %s', (_, text, expected) => {
    expect(withAdded(text, values('Birch', { text: 'y' }))).toBe(expected);
  });

  it.each([
    ['in order', ['Anvil', 'Birch', 'Dovetail'], ['Anvil', 'Birch', 'Cedar', 'Dovetail']],
    ['in no order', ['Birch', 'Dovetail', 'Anvil'], ['Birch', 'Dovetail', 'Anvil', 'Cedar']],
    ['of two, of which nobody can tell', ['Anvil', 'Dovetail'], ['Anvil', 'Dovetail', 'Cedar']],
  ])('finds the place in a list %s', (_, names, expected) => {
    const text = `| Name |x|\n|--|--|\n${names.map((name) => `| ${name} | |\n`).join('')}`;
    const after = withAdded(text, values('Cedar'));
    expect(read(after).entries.map(({ company }) => company)).toEqual(expected);
  });

  it('links the name in a new table that has no column for the homepage', () => {
    const text = '| Name | Text |\n|--|--|\n';
    expect(withAdded(text, dovetail.fields ? { ...dovetail, fields: {} } : dovetail)).toBe(
      `${text}| [Dovetail](https://dovetail.example/) | Joins ends. |\n`,
    );
  });

  it('refuses a value for which there is no column', () => {
    const fields = { Colour: 'green' };
    const list = read(threeCompanies);
    const [entry] = list.entries;
    if (entry === undefined) throw new Error('The list holds nobody');
    for (const edit of [
      markdownTable.add(list, values('Birch', { fields }), 'append'),
      markdownTable.replace(list, entry, { fields }),
    ]) {
      expect(problemsOf(edit)).toEqual(['list-field-unknown 1']);
    }
  });
});

describe('changing a company in a Markdown table', () => {
  it('writes what is new, and leaves the other cells and rows byte for byte', () => {
    const list = read(threeCompanies);
    const edit = valueFrom(
      markdownTable.replace(list, entryIn(list, 'Anvil'), { text: 'Forges | bends.' }),
    );
    expect(edit.text).toBe(threeCompanies.replace('Forges reports.', 'Forges \\| bends.'));
    expect(edit.place).toMatchObject({ index: 1, line: 8 });
  });

  it.each([
    ['odd blanks', '|Anvil |  x|', '|Anvil |  longer|'],
    ['padding', '| Anvil   | x      |', '| Anvil   | longer |'],
    ['padding that is too narrow', '| Anvil | x   |', '| Anvil | longer |'],
    ['an empty cell', '| Anvil |   |', '| Anvil | longer |'],
    ['an empty, padded cell', '| Anvil |          |', '| Anvil | longer   |'],
    ['no blank at all', '|Anvil||', '|Anvil|longer|'],
    ['a cell too many', '| Anvil | x | y |  ', '| Anvil | longer | y |  '],
    ['a cell too few', '| Anvil |', '| Anvil | longer |'],
    ['no outer pipes', 'Anvil|x', 'Anvil|longer'],
  ])('keeps %s', (_, before, after) => {
    const head = '| Name | Text |\n|--|--|\n';
    const list = read(`${head}${before}\n| Birch | y |\n`);
    const edit = valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), { text: 'longer' }));
    expect(edit.text).toBe(`${head}${after}\n| Birch | y |\n`);
  });

  it('keeps the link of a company that is spelt otherwise now', () => {
    const list = read(threeCompanies);
    const edit = valueFrom(
      markdownTable.replace(list, entryIn(list, 'Anvil'), { company: 'ANVIL' }),
    );
    expect(edit.text).toBe(threeCompanies.replace('[Anvil]', '[ANVIL]'));
  });

  it.each([
    [
      'a picture',
      '<img src="/a.png"/> [Anvil](https://a.example)',
      '<img src="/a.png"/> [Elm](https://a.example)',
    ],
    ['a link to another page', '[Anvil](stories/anvil.md)', '[Elm](stories/anvil.md)'],
    ['a link by reference', '[Anvil][a]', '[Elm][a]'],
    ['a link that is called by its text', '[Anvil]', '[Elm][Anvil]'],
    [
      'a link with a title',
      '[**Anvil**](https://a.example "x")',
      '[**Elm**](https://a.example "x")',
    ],
    ['an empty link', '<a href="" rel="nofollow">Anvil</a>', '<a href="" rel="nofollow">Elm</a>'],
    ['blanks', '[ Anvil ](https://a.example)', '[ Elm ](https://a.example)'],
    [
      'a picture that is described by the name',
      '[![Anvil](/a.png)](https://a.example)',
      '[![Elm](/a.png)](https://a.example)',
    ],
    [
      'the tag of such a picture',
      '[<img width="9" src="/a.png" alt="Anvil"> ](https://a.example)',
      '[<img width="9" src="/a.png" alt="Elm"> ](https://a.example)',
    ],
    ['a picture that is called by its description', '![Anvil]', '![Elm][Anvil]'],
    ['an empty reference to a picture', '![Anvil][]', '![Elm][Anvil]'],
    ['words beside it', 'Anvil <sup>1</sup>', 'Elm'],
    ['a reference to a letter', '&nbsp;**Anvil**', '&nbsp;**Elm**'],
  ])('keeps %s when the company has another name', (_, before, after) => {
    const text = (name: string) =>
      `| Name | Text |\n|--|--|\n| Birch | x |\n| ${name} | y |\n\n[Anvil]: https://a.example\n[a]: https://a.example\n`;
    const list = read(text(before));
    const entry = list.entries[1];
    if (entry === undefined) throw new Error('not read');
    expect(valueFrom(markdownTable.replace(list, entry, { company: 'Elm' })).text).toBe(
      text(after),
    );
  });

  it('keeps a picture beside a name when the homepage is another one', () => {
    const text = (url: string) => `| Name | Text |\n|--|--|\n| ![](/a.png) [Anvil](${url}) | y |\n`;
    const list = read(text('https://a.example'));
    const changed = { homepage: 'https://b.example/c' };
    expect(valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), changed)).text).toBe(
      text('https://b.example/c'),
    );
  });

  it.each([
    [{ homepage: 'https://a.example' }, 'https://anvil.example/', 'https://a.example'],
    [{ logo: '/b.png' }, '/a.png', '/b.png'],
    [
      { link: { text: 'Hear', url: 'https://h.example' } },
      '[Read](https://r.example)',
      '[Hear](https://h.example)',
    ],
    [{ fields: { Type: 'Vendor' } }, 'User', 'Vendor'],
  ])('writes %o where the old value was', (changed, before, after) => {
    const text = `| Name | Logo | Website | More | Type |
|--|--|--|--|--|
| Anvil | ![Anvil](/a.png) | <https://anvil.example/> | [Read](https://r.example) | User |
`;
    const list = read(text);
    const edit = valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), changed));
    expect(edit.text).toBe(text.replace(before, after));
  });

  it('changes nothing if markup differs only in blanks and line breaks', () => {
    const text =
      '| Name | Text |\n|--|--|\n| Anvil | See  [it](https://a.example).<br/>And *more*. |\n';
    const list = read(text, { markup: 'inline' });
    const given = { text: 'See [it](https://a.example). And *more*.' };
    expect(valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), given)).text).toBe(text);
  });

  it('keeps further links behind one that is another now, and all where it is the same', () => {
    const text = (url: string) =>
      `| Name | More |\n|--|--|\n| Anvil | [Read &amp; see](${url}); [hear](https://h.example) |\n`;
    const fields = { Name: { role: 'name' }, More: { role: 'link' } } as const;
    const list = read(text('https://r.example'), { fields });
    const changedTo = (words: string, url: string) =>
      valueFrom(markdownTable.replace(list, entryIn(list, 'Anvil'), { link: { url, text: words } }))
        .text;
    expect(changedTo('Read & see', 'https://r.example')).toBe(text('https://r.example'));
    expect(changedTo('Read', 'https://b.example')).toBe(
      text('https://b.example').replace(' &amp; see', ''),
    );
  });

  it.each([
    ['words', 'See [Read](https://r.example) and more', 'See [Read](https://b.example) and more'],
    [
      'a link to a document',
      '[Read](a.md), [hear](https://h.example)',
      '[Read](https://b.example), [hear](https://h.example)',
    ],
    [
      'a document',
      '**[Read](https://r.example)** ([a](a.md))',
      '[Read](https://b.example) ([a](a.md))',
    ],
    [
      'a picture',
      '<a href="https://r.example">Read</a><br>![](a.png)',
      '[Read](https://b.example)<br>![](a.png)',
    ],
    [
      'a bare address',
      'https://r.example ![](a.png)',
      '[https&colon;//r.example](https://b.example) ![](a.png)',
    ],
    ['bold words', '**See [Read](https://r.example)**', '**See [Read](https://b.example)**'],
    [
      'what would make a picture',
      'Hey!<https://r.example>',
      '[https&colon;//r.example](https://b.example)',
    ],
  ])('keeps %s beside a link that is another now', (_, before, after) => {
    const text = (cell: string) => `| Name | More |\n|--|--|\n| Anvil | ${cell} |\n`;
    const fields = { Name: { role: 'name' }, More: { role: 'link' } } as const;
    const list = read(text(before), { fields });
    const anvil = entryIn(list, 'Anvil');
    const link = { text: anvil.link?.text ?? '', url: 'https://b.example' };
    expect(valueFrom(markdownTable.replace(list, anvil, { link })).text).toBe(text(after));
  });

  it('writes no reference into code', () => {
    const text =
      '| Name | More |\n|--|--|\n| Anvil | [`anvil`](https://a.example) |\n| Birch | [`birch`](https://b.example) |\n';
    const fields = { Name: { role: 'name' }, More: { role: 'link' } } as const;
    const link = { text: 'a < b', url: 'https://d.example' };
    const edit = markdownTable.add(read(text, { fields }), values('Dovetail', { link }), 'as-is');
    expect(valueFrom(edit).text).toContain('| Dovetail | [a &lt; b](https://d.example) |');
  });

  it('changes nothing where nothing is new', () => {
    const list = read(threeCompanies);
    const anvil = entryIn(list, 'Anvil');
    const edit = valueFrom(markdownTable.replace(list, anvil, { text: anvil.text }));
    expect(edit.text).toBe(threeCompanies);
  });
});

describe('removing a company from a Markdown table', () => {
  it.each(['Cedar', 'Anvil', 'Birch'])('takes its row out, and nothing else: %s', (company) => {
    const list = read(threeCompanies);
    const edit = valueFrom(markdownTable.remove(list, entryIn(list, company), { leaveGap: false }));
    const row = new RegExp(`\\| \\[${company}\\].*\\n`);
    expect(edit.text).toBe(threeCompanies.replace(row, ''));
  });

  it('leaves an empty table of the only row, and a missing last newline missing', () => {
    const text = '| Name | Text |\n|--|--|\n| Anvil | x |\n';
    const remove = (from: string, company: string) => {
      const list = read(from);
      const entry = entryIn(list, company);
      return valueFrom(markdownTable.remove(list, entry, { leaveGap: false })).text;
    };
    expect(remove(text, 'Anvil')).toBe('| Name | Text |\n|--|--|\n');
    expect(remove(`${text}| Birch | y |`, 'Birch')).toBe(text.trimEnd());
  });
});
