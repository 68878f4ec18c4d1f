import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/list/markdown/read-markdown.ts';
import { linksIn } from '../../../src/list/markdown/shown-text.ts';

function read(text: string) {
  return readMarkdown({ path: 'ADOPTERS.md', text });
}

function kindsIn(text: string): string[] {
  const result = read(text);
  return result.ok ? result.value.children.map(({ type }) => type) : [];
}

describe('a Markdown file', () => {
  it.each([
    ['YAML', '---\ntitle: Users\n# more\n---\n\n# Users\n'],
    ['TOML', '+++\ntitle = "Users"\n+++\n# Users\n'],
    ['CRLF', '---\r\ntitle: Users\r\n---\r\n# Users\r\n'],
    ['a byte-order mark', '\uFEFF---\ntitle: Users\n---\n# Users\n'],
  ])('is read without its front matter: %s', (_, text) => {
    expect(kindsIn(text)).toEqual(['heading']);
  });

  it('may begin with a line across the page', () => {
    expect(kindsIn('---\n\nWords\n\n---\n\nWords\n')).toEqual([
      ...['thematicBreak', 'paragraph', 'thematicBreak', 'paragraph'],
    ]);
  });

  it('has links by reference as links, and shows those that are not defined as text', () => {
    const result = read('[Anvil][1], [Birch], [x][y]\n\n[1]: https://anvil.example\n[birch]: /b\n');
    const [first] = result.ok ? result.value.children : [];
    const links = first?.type === 'paragraph' ? linksIn(first.children) : [];
    expect(links).toEqual([
      { text: 'Anvil', url: 'https://anvil.example' },
      { text: 'Birch', url: '/b' },
    ]);
  });
});

describe('a Markdown file that would take too long to read', () => {
  it.each([
    ['comments without an end', `x ${'<!--'.repeat(9000)}`],
    ['emphasis without an end', '**a*'.repeat(9000)],
    ['links without an end', '[a]('.repeat(9000)],
    ['comments without an end in a cell', `| A | B |\n|--|--|\n| ${'x <!--'.repeat(9000)} | x |`],
    ['quotations in quotations', '> '.repeat(1000)],
    ['lists in lists', '- '.repeat(1000)],
    [
      'lists in lists, each on its line',
      Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    ],
    ['a row without end', `| A | B |\n|--|--|\n${'|'.repeat(200_000)}`],
    ['lists between headings', '- a\n# h\n'.repeat(4900)],
    ['quotations between headings', `> ${'a '.repeat(40)}\n# h\n`.repeat(4900)],
    ['lists of other marks', '- a\n* a\n'.repeat(4900)],
    ['lists in lists, on each line', '- - - - - - - - - a\n'.repeat(5000)],
    ['lists between lines of them', '- a\n 1. b\n'.repeat(4900)],
    ['quotations between blank lines', '> a\n\n'.repeat(4900)],
    ['lists that begin in an item', '- - a\n'.repeat(3000)],
    ['quotations in items', '- > a\n'.repeat(3000)],
    ['underlined headings', 'a\n---\n'.repeat(4900)],
    ['underlined headings in quotations', '> a\n> ===\n'.repeat(4900)],
    ['lines without end', '- a\n'.repeat(20_000)],
  ])('is refused with the line: %s', (_, text) => {
    const result = read(`# Users\n\n${text}\n`);
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'list-too-complex' }]);
  });

  it('is not one with many links, long words or blanks', () => {
    const links = '1. [Anvil](https://anvil.example) **bold** `code` <!-- a -->\n'.repeat(400);
    const padded = `| A | B |\n|--|--|\n${`| x ${' '.repeat(3000)} | y |\n`.repeat(50)}`;
    const described = '- Anvil\n  makes reports\n\n'.repeat(3000);
    const groups = `# Group\n\n${'- Anvil\n'.repeat(6)}\n`.repeat(900);
    const underlined = `Anvil\n-----\n\n${'Makes reports.\n\n'.repeat(2)}---\n\n`.repeat(800);
    const cells = '<tr><td><a href="https://anvil.example"><b>Anvil</b></a></td></tr>\n'.repeat(
      2000,
    );
    const html = `<table>\n${cells}</table>\n`;
    for (const text of [
      links,
      padded,
      described,
      groups,
      underlined,
      html,
      `${'a'.repeat(200_000)}\n`,
    ])
      expect(read(text).ok).toBe(true);
  });
});
