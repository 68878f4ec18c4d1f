import { describe, expect, it } from 'vitest';
import { markdownList } from '../../../../src/list/formats/markdown-list/markdown-list.ts';
import { problemsOf, valueFrom, values } from '../edited-lists.ts';
import { read, threeCompanies, withAdded, withChanged, withRemoved } from './lists.ts';

const dovetail = values('Dovetail', { homepage: 'https://dovetail.example/', text: 'Joins ends.' });
const birch = values('Birch', { homepage: 'https://birch.example', text: 'Trees.' });

/** A list below a heading, and what a company adds to it. */
function added(items: string, company = birch): string {
  const text = `# Users\n\n${items}`;
  return withAdded(text, company).slice('# Users\n\n'.length);
}

describe('adding a company to a Markdown list', () => {
  it('writes one item like its neighbours, and no other byte', () => {
    const item = '- [Dovetail](https://dovetail.example/) - Joins ends.\n';
    expect(withAdded(threeCompanies, dovetail)).toBe(
      threeCompanies.replace('\nThank you!', `${item}\nThank you!`),
    );
  });

  it('puts a colon before a sentence if the neighbors’ texts continue after the name, with one blank or two', () => {
    const items =
      '- [A](https://a.example) uses it daily.\n- [C](https://c.example)  uses it rarely.\n';
    expect(added(items)).toBe(`${items}- [Birch](https://birch.example): Trees.\n`);
    expect(added(items, values('Birch', { text: 'Trees.' }))).toBe(`${items}- Birch: Trees.\n`);
  });

  it('says where the entry is, and gives the new list', () => {
    const edit = valueFrom(markdownList.add(read(threeCompanies), dovetail, 'as-is'));
    expect(edit.place).toMatchObject({ group: 0, index: 3, line: 8 });
    expect(edit.list.text).toBe(edit.text);
    expect(edit.list.entries.at(-1)).toMatchObject({
      company: 'Dovetail',
      homepage: 'https://dovetail.example/',
      text: 'Joins ends.',
    });
  });

  it.each([
    [
      'a star',
      '* [Anvil](https://a.example): Forges\n',
      '* [Birch](https://birch.example): Trees.\n',
    ],
    [
      'blanks around the marker',
      ' -   [Anvil](https://a.example) – Forges\n',
      ' -   [Birch](https://birch.example) – Trees.\n',
    ],
    ['a plain name', '- C\n- B\n- A\n', '- Birch\n'],
    ['a bold name', '- **C**: x\n- **B**: y\n- **A**: z\n', '- **Birch**: Trees.\n'],
    [
      'a bold link',
      '- **[A](https://a.example)** - x\n',
      '- **[Birch](https://birch.example)** - Trees.\n',
    ],
    ['a colon in bold', '- **C:** x\n- **B:** y\n- **A:** y\n', '- **Birch:** Trees.\n'],
    [
      'HTML',
      '1. <a href="https://a.example" rel="nofollow">A</a>\n1. <a href="https://b.example" rel="nofollow">B</a>\n1. A\n',
      '1. <a href="https://birch.example" rel="nofollow">Birch</a>\n',
    ],
    [
      'an item below',
      '* [A](https://a.example)\n    * Forges\n',
      '* [Birch](https://birch.example)\n    * Trees.\n',
    ],
    [
      'a line of its own',
      '* [A](https://a.example)<br>\n  Forges\n',
      '* [Birch](https://birch.example)<br>\n  Trees.\n',
    ],
    [
      'blank lines',
      '- [A](https://a.example) - x\n\n- [B](https://b.example) - y\n',
      '\n- [Birch](https://birch.example) - Trees.\n',
    ],
    [
      'paragraphs',
      '- [A](https://a.example)\n\n  Forges\n',
      '\n- [Birch](https://birch.example)\n\n  Trees.\n',
    ],
    [
      'brackets',
      '- [A](https://a.example) (forges)\n',
      '- [Birch](https://birch.example) (Trees.)\n',
    ],
    ['the same number', '1. A - x\n1. B - x\n', '1. [Birch](https://birch.example) - Trees.\n'],
    ['numbers that count', '8. A - x\n9. B - x\n', '10. [Birch](https://birch.example) - Trees.\n'],
    [
      'a text below a longer number',
      '8. A\n   - x\n9. B\n   - y\n',
      '10. [Birch](https://birch.example)\n    - Trees.\n',
    ],
    [
      'a number with a bracket',
      '1) A - x\n2) B - x\n',
      '3) [Birch](https://birch.example) - Trees.\n',
    ],
  ])('copies %s', (_, items, item) => {
    expect(added(items)).toBe(items + item);
  });

  it('gives an item in the middle the number behind that of the item before, and no other item another', () => {
    expect(withAdded('# Users\n\n1. A\n2. B\n3. D\n', values('C'))).toBe(
      '# Users\n\n1. A\n2. B\n3. C\n3. D\n',
    );
  });

  it('does as most items do where the nearest has a slip', () => {
    const items =
      '* [A](https://a.example)\n    * x\n* [B](https://b.example)\n    * x\n* [C](https://c.example)\n  * x\n';
    expect(added(items, dovetail)).toBe(
      `${items}* [Dovetail](https://dovetail.example/)\n    * Joins ends.\n`,
    );
  });

  it('leaves out what no other has', () => {
    expect(added('- A\n- B\n- C\n')).toBe('- A\n- B\n- Birch\n- C\n');
    const linked = '- [A](https://a.example)\n- [C](https://c.example)\n- [D](https://d.example)\n';
    expect(added(linked)).toContain('\n- [Birch](https://birch.example)\n');
  });

  it('writes names on GitHub as its neighbours do', () => {
    const items =
      '- A [[@a](https://github.com/a)]\n- C ([@c](https://github.com/c))\n- D ([@d](https://github.com/d))\n';
    const company = values('Box', { fields: { contact: '@x, @y' } });
    expect(added(items, company)).toContain(
      '- Box ([@x](https://github.com/x), [@y](https://github.com/y))\n',
    );
  });

  it('writes whom to ask in the brackets in which others name people on GitHub', () => {
    const items = '1. A ([@a](https://github.com/a))\n1. B ([@b](https://github.com/b))\n';
    const company = values('C', {
      homepage: 'https://c.example',
      text: 'Counts (trees).',
      fields: { contact: 'Ann Other' },
    });
    expect(added(items, company)).toBe(
      `${items}1. [C](https://c.example) (Ann Other): Counts (trees).\n`,
    );
  });

  it('puts a text in brackets behind a plain name as others do, if it can be read as one again', () => {
    const items = '- A (uses it daily)\n- B (used for tests)\n';
    const withText = (text: string) => added(items, values('C', { text }));
    expect(withText('via its own package')).toBe(`${items}- C (via its own package)\n`);
    expect(withText('Trees')).toBe(`${items}- C: Trees\n`);
    expect(withText('uses (some)')).toBe(`${items}- C: uses (some)\n`);
    const marked = values('C', { text: 'as *its* `core`' });
    expect(withAdded(`# Users\n\n${items}`, marked, { markup: 'inline' })).toContain(
      '- C: as *its* `core`\n',
    );
  });

  it('writes mail addresses as the nearest entry has them, also below a label', () => {
    const items = '- A\n  - Operator: Ann, a@a.example\n- B\n  - Operator: b@b.example\n';
    const company = values('C', { fields: { Operator: 'Cy; c@c.example' } });
    expect(added(items, company)).toBe(`${items}- C\n  - Operator: Cy; c@c.example\n`);
  });

  it('takes names on GitHub also as the others stand in the file', () => {
    const typed = '[@x](https://github.com/x) [@y](https://github.com/y-corp)';
    const company = values('C', { fields: { contact: typed } });
    const linked = '- A ([@a](https://github.com/a))\n- B ([@b](https://github.com/b))\n';
    expect(added(linked, company)).toBe(`${linked}- C (${typed})\n`);
    const plain = '- A (@a)\n- B (@b)\n';
    expect(added(plain, company)).toBe(`${plain}- C (@x @y)\n`);
    const contact = '[@x](https://evil.example/x)';
    const other = values('C', { homepage: 'https://c.example', fields: { contact } });
    expect(added(linked, other)).toContain(' (&lsqb;@x&rsqb;&#40;https&colon;');
  });

  it('writes brackets in whom to ask so that they end no others', () => {
    const items = '- A ([@a](https://github.com/a))\n- B ([@b](https://github.com/b))\n';
    const company = values('C', { fields: { contact: '@c, Ann (press)' } });
    const text = added(items, company);
    expect(text).toBe(`${items}- C ([@c](https://github.com/c), Ann &#40;press&rpar;)\n`);
  });

  it('writes labels in their order, and leaves out those without a value', () => {
    const item = (name: string) =>
      `- ${name}\n  - Website: <https://${name}.example>\n  - *Stage*: live\n  - Use case: x\n`;
    const text = `# Users\n\n${item('a')}${item('d')}`;
    const company = values('c', {
      homepage: 'https://c.example',
      fields: { Stage: 'Live' },
      text: 'y',
    });
    expect(withAdded(text, company)).toBe(`${text}${item('c').replace('x\n', 'y\n')}`);
    expect(withAdded(text, values('c', { text: 'y' }))).toBe(`${text}- c\n  - Use case: y\n`);
  });

  it('writes several lines below a label as items', () => {
    const item = (name: string) =>
      `- ${name}\n  - **Links**:\n    - [a](https://a.example)\n    - b\n`;
    const links = { Links: '[a](https://a.example)\nb' };
    const text = `# Users\n\n${item('A')}`;
    expect(withAdded(text, values('B', { fields: links }), { markup: 'inline' })).toBe(
      `${text}${item('B')}`,
    );
  });

  it('writes labels that only the configuration knows below the name', () => {
    const fields = { Stage: { role: 'status' }, Links: { role: 'none' } } as const;
    const company = values('B', { fields: { Stage: 'live', Links: 'a\nb' } });
    expect(withAdded('# Users\n\n- A\n', company, { fields })).toBe(
      '# Users\n\n- A\n- B\n  - Stage: live\n  - Links: \n  - a\n  - b\n'.replace(
        'Links: \n  - a\n  - b',
        'Links: \n    - a\n    - b',
      ),
    );
  });

  it.each([
    ['a link with a title', '[A](https://a.example "A")', '[Birch](https://birch.example)'],
    [
      'HTML with a title',
      '<a title="A" href="https://a.example">A</a>',
      '[Birch](https://birch.example)',
    ],
    ['code', '`A`', '`Birch`'],
    ['a linked picture', '[![A](a.png)](https://a.example)', '[Birch](https://birch.example)'],
  ])('writes a name behind %s', (_, theirs, ours) => {
    const items = `- ${theirs}\n- ${theirs}\n- ${theirs}\n`;
    expect(added(items)).toBe(`${items}- ${ours}\n`);
  });

  it('breaks a text into lines as long as its neighbours’, and never before what would begin a list', () => {
    const words =
      'Many words about trees that are counted - and 1. sorted # every day by people who care and machines which do not.';
    const text = `# Users\n\n* Anvil<br>\n  ${'Forges reports of all kinds, all day, and some of them at night, for others\n  '.repeat(3)}too.\n`;
    const after = withAdded(text, values('Birch', { text: words }));
    const lines = after.slice(text.length).trimEnd().split('\n');
    expect(lines[0]).toBe('* Birch<br>');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}\w.{0,85}$/);
    expect(read(after).entries[1]?.text).toBe(words);
  });

  it.each([
    ['CRLF', '# Users\r\n\r\n* A - x\r\n', '* Birch - y\r\n'],
    ['no last newline', '# Users\n\n* A - x', '\n* Birch - y\n'],
    ['blanks behind the last item', '# Users\n\n* A - x\n* B - x  \n', '* Birch - y\n'],
    ['a byte-order mark', '\uFEFF* A - x\n', '* Birch - y\n'],
  ])('keeps %s', (_, text, item) => {
    expect(
      withAdded(text, values('Birch', { text: 'y' }), {
        within: text.startsWith('#') ? 'Users' : '',
      }),
    ).toBe(text + item);
  });

  it.each([
    ['a comment', '<!-- cspell:enable-->\n'],
    ['a heading', '## More\n'],
    ['definitions of links', '\n[1]: https://a.example\n'],
    ['another list', '\n\n* B\n'],
  ])('leaves %s below it where it is', (_, below) => {
    const text = '# Users\n\n- A - x\n';
    expect(withAdded(text + below, values('Birch', { text: 'y' }), { within: 'Users' })).toBe(
      `${text}- Birch - y\n${below}`,
    );
  });

  it.each([
    ['an item', '- None yet\n\nEnd\n', '- Birch: y\n\nEnd\n'],
    ['an item among others', '- _Your name here_\n\nEnd\n', '- Birch: y\n\nEnd\n'],
    ['an empty item', '*\n', '* Birch: y\n'],
    ['a line of words', '_No adopters yet._\n\n## End\n', '- Birch: y\n\n## End\n'],
    ['nothing', '## End\n', '\n- Birch: y\n## End\n'],
  ])('replaces %s that says that nobody is there', (_, before, after) => {
    const head = '# Adopters\n\n';
    expect(withAdded(head + before, values('Birch', { text: 'y' }), { within: 'Adopters' })).toBe(
      (head + after).replace('\n\n\n- ', '\n\n- ').replace('y\n## End', 'y\n\n## End'),
    );
  });

  it('refuses a value for which there is no field', () => {
    const odd = values('Birch', { fields: { Colour: 'green' } });
    expect(problemsOf(markdownList.add(read(threeCompanies), odd, 'append'))).toEqual([
      'list-field-unknown 1',
    ]);
  });
});

describe('changing a company in a Markdown list', () => {
  it('writes what is new, and leaves all else byte for byte', () => {
    const after = withChanged(threeCompanies, 'Anvil', { text: 'Bends {things}.' });
    expect(after).toBe(threeCompanies.replace('Forges reports.', 'Bends &lcub;things&#125;.'));
    const moved = withChanged(threeCompanies, 'Anvil', { homepage: 'https://a.example/b' });
    expect(moved).toBe(threeCompanies.replace('https://anvil.example', 'https://a.example/b'));
    const renamed = withChanged(threeCompanies, 'Anvil', { company: 'ANVIL' });
    expect(renamed).toBe(threeCompanies.replace('[Anvil]', '[ANVIL]'));
  });

  it.each([
    ['a part that was missing', '- A - x\n- B\n', { text: 'y' }, '- A - x\n- B - y\n'],
    ['a part that goes', '- A - x\n- B - y\n', { text: '' }, '- A - x\n- B\n'],
    ['an item below', '- A\n  - x\n- B\n  - y\n\n', { text: 'z' }, '- A\n  - x\n- B\n  - z\n\n'],
    [
      'a label',
      '- A\n  - Stage: x\n- B\n  - Stage: y',
      { fields: { Stage: 'z' } },
      '- A\n  - Stage: x\n- B\n  - Stage: z',
    ],
    [
      'nothing',
      '-  A -  x\n-   B  –  y  \n',
      { text: 'y', company: 'B' },
      '-  A -  x\n-   B  –  y  \n',
    ],
  ])('writes %s', (_, items, changed, expected) => {
    expect(withChanged(`# Users\n\n${items}`, 'B', changed)).toBe(`# Users\n\n${expected}`);
  });

  it.each([
    ['[B](stories/b.md)', '[C](stories/b.md)'],
    ['<a href="" rel="nofollow"> B</a>', '<a href="" rel="nofollow"> C</a>'],
    ['**[B](https://b.example "x")** - y', '**[C](https://b.example "x")** - y'],
    ['[B] - y', '[C][B] - y'],
  ])('renames %s and keeps all else', (before, after) => {
    const text = (item: string) => `# Users\n\n- A\n- ${item}\n\n[b]: https://b.example\n`;
    expect(withChanged(text(before), 'B', { company: 'C' })).toBe(text(after));
  });

  it('adds a text behind whom to ask on the same line', () => {
    const text =
      '# Users\n\n- Cedar - Chests\n- **Birch** [[@b](https://github.com/b)]\n- Elm - Boats\n';
    expect(withChanged(text, 'Birch', { text: 'Trees' })).toBe(
      text.replace('/b)]', '/b)] - Trees'),
    );
  });

  it('keeps a text of several lines that is given again unchanged', () => {
    const text = '# Users\n\n- A<br>\n  See  [it](https://a.example)\n  and more.\n- B<br>\n  x\n';
    const given = { text: 'See [it](https://a.example) and more.' };
    expect(withChanged(text, 'A', given, { markup: 'inline' })).toBe(text);
  });

  it('keeps several items below a label that are given on one line', () => {
    const text =
      '# Users\n\n- A\n  - Links:\n    - [x](https://x.example)\n    - y\n- B\n  - Links:\n    - z\n';
    expect(withChanged(text, 'A', { fields: { Links: 'x y' } })).toBe(text);
  });

  it('writes the line ends of the file', () => {
    const text = '# Users\r\n\r\n- A\r\n  - x\r\n- B\r\n';
    expect(withChanged(text, 'B', { text: 'y' })).toBe(`${text}  - y\r\n`);
  });
});

describe('removing a company from a Markdown list', () => {
  it.each(['Cedar', 'Anvil', 'Birch'])('takes its item out, and nothing else: %s', (company) => {
    expect(withRemoved(threeCompanies, company)).toBe(
      threeCompanies.replace(new RegExp(`- \\[${company}\\].*\\n`), ''),
    );
  });

  it.each([
    ['1. A\n2. B\n3. C\n', '1. B\n3. C\n'],
    ['1. A\n   - x\n\n2. B\n   - y\n\n3. C\n', '1. B\n   - y\n\n3. C\n'],
    ['9. A\n10. B\n    - y\n', '9. B\n    - y\n'],
    ['1. A\n1. B\n', '1. B\n'],
    ['1. A\n', ''],
  ])('lets the others count from the same number: %s', (items, rest) => {
    expect(withRemoved(`# Users\n\n${items}`, 'A')).toBe(`# Users\n\n${rest}`);
  });

  it('takes out all of its lines, and leaves a missing last newline missing', () => {
    const text = '# Users\n\n* A\n  * x\n\n  y\n\n* B\n  * z';
    expect(withRemoved(text, 'A')).toBe('# Users\n\n* B\n  * z');
    expect(withRemoved(text, 'B')).toBe('# Users\n\n* A\n  * x\n\n  y');
  });

  it('leaves a heading of the only item, to which another can be added', () => {
    const text = '# Users\n\n- A\n\n## More\n';
    const removed = withRemoved(text, 'A', { within: 'Users' });
    expect(removed).toBe('# Users\n\n\n## More\n');
    expect(withAdded(removed, values('B'), { within: 'Users' })).toBe(
      '# Users\n\n- B\n\n\n## More\n',
    );
  });
});
