import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../src/list/formats/front-matter-table/read/read-page.ts';
import { pageWith, threeCompanies } from '../pages.ts';

function problemOf(text: string) {
  const result = readPage(text, { table: 'powered-by', path: 'page.md' });
  if (result.ok) return 'none';
  const [first] = result.problems;
  return `${first?.code} ${first?.values['line']}`;
}

describe('a page that cannot be edited safely is refused, with the line', () => {
  const refused: [string, string, string][] = [
    ['an empty file', '', 'page-without-front-matter 1'],
    ['a page without front matter', '# Powered By\n', 'page-without-front-matter 1'],
    ['front matter that is never closed', '---\ntables:\n', 'page-front-matter-unclosed 1'],
    ['TOML', '+++\ntitle = "x"\n+++\n', 'page-front-matter-format 1'],
    ['JSON', '{"title": "x"}\n', 'page-front-matter-format 1'],
    ['a named engine', '---js\n{}\n---\n', 'page-front-matter-format 1'],
    ['text behind the closing fence', '---\na: 1\n--- b\n---\n', 'page-front-matter-end 3'],
    ['TOML below blank lines', '\n\n+++\ntitle = "x"\n+++\n', 'page-front-matter-format 3'],
    ['nesting without end', `---\na: ${'['.repeat(30_000)}\n---\n`, 'page-not-yaml 2'],
    [
      'a key whose quote never ends for one of the readers',
      '---\na: "\n"\n---\n',
      'page-table-missing 1',
    ],
    ['no table', '---\ntitle: x\n---\n', 'page-table-missing 1'],
    [
      'broken YAML',
      threeCompanies.replace('title: Powered By', 'title: "Powered'),
      'page-not-yaml',
    ],
    [
      'a key twice',
      threeCompanies.replace('html: true\n', '$&             html: true\n'),
      'page-not-yaml 15',
    ],
    [
      'a tab for indentation',
      threeCompanies.replace('             html', '\thtml'),
      'page-not-yaml 14',
    ],
    [
      'more lines than anybody reads',
      `${threeCompanies}${'\n'.repeat(200_000)}`,
      'page-too-many-lines',
    ],
    [
      'more columns than anybody sees',
      threeCompanies.replace('cols: \n', `cols: \n${'          - id: x\n'.repeat(99)}`),
      'page-too-many-columns 5',
    ],
    [
      'columns without ids',
      threeCompanies.replace('- id: "column2"', '- name: x'),
      'page-columns-without-ids 5',
    ],
    [
      'no columns',
      threeCompanies.replace('        cols: \n', '        columns: \n'),
      'page-columns-missing 5',
    ],
    [
      'an empty list of columns',
      '---\ntables:\n  powered-by:\n    cols: []\n    rows:\n---\n',
      'page-columns-missing 4',
    ],
    [
      'columns that are no list',
      '---\ntables:\n  powered-by:\n    cols: 3\n    rows:\n---\n',
      'page-columns-missing 4',
    ],
    [
      'a column twice',
      threeCompanies.replace('- id: "column2"', '- id: "column1"'),
      'page-column-twice 5',
    ],
    [
      'no rows',
      threeCompanies.replace('        rows: \n', '        lines: \n'),
      'page-rows-missing 5',
    ],
    [
      'an alias',
      threeCompanies
        .replace('"Anvil forges reports from 3 streams."', '*x')
        .replace('title: ', 'title: &x '),
      'page-table-alias 18',
    ],
    ['an anchor', threeCompanies.replace('"Anvil', '&x "Anvil'), 'page-table-alias 18'],
    ['a tag', threeCompanies.replace('"Anvil', '!!str "Anvil'), 'page-table-alias 18'],
    [
      'rows between brackets',
      pageWith('').replace('rows: \n', 'rows: [{column1: x}]\n'),
      'page-table-flow-style 11',
    ],
    ['a row between braces', pageWith('          - {column1: x}\n'), 'page-table-flow-style 12'],
    [
      'a table between braces',
      '---\ntables:\n  powered-by: {cols: [{id: a}], rows: []}\n---\n',
      'page-table-flow-style 3',
    ],
    ['a row that is a text', pageWith('          - x\n'), 'page-row-unreadable 12'],
    [
      'a row with nothing',
      pageWith('          -\n          - column1: x\n'),
      'page-row-unreadable 12',
    ],
    ['a cell that is a list', pageWith('          - column1: [x]\n'), 'page-row-unreadable 12'],
    [
      'a complex key',
      pageWith('          - ? column1\n            : x\n'),
      'page-row-unreadable 12',
    ],
    [
      'a logo where a text should be',
      threeCompanies.replace(/ {10}- column1: "Anvil[^"]*"\n {12}column2: "Birch[^"]*"\n/, ''),
      'page-rows-misaligned 18',
    ],
  ];

  it.each(refused)('%s', (_, text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it('but every ordinary page is taken', () => {
    for (const text of [
      threeCompanies,
      `\uFEFF${threeCompanies}`,
      threeCompanies.replaceAll('\n', '\r\n'),
    ]) {
      expect(problemOf(text)).toBe('none');
    }
  });
});

describe('a page without the table', () => {
  const tablesNamedFor = (tables: string) => {
    const read = readPage(`---\ntitle: x\n${tables}---\n`, {
      table: 'powered-by',
      path: 'page.md',
    });
    return read.ok ? undefined : read.problems[0]?.values['tables'];
  };

  it.each([
    ['one', 'tables:\n  powerd-by:\n    rows:\n', '“powerd-by”'],
    ['several', 'tables:\n  a:\n  "b c":\n', '“a”, “b c”'],
    ['none', '', ''],
    ['an empty mapping', 'tables: {}\n', ''],
    ['a text', 'tables: powered-by\n', ''],
    ['a list', 'tables:\n  - powered-by\n', ''],
    [
      'others between braces',
      'tables: {powerd-by: {rows: []}, other: {}}\n',
      '“powerd-by”, “other”',
    ],
  ])('names the tables that are there: %s', (_what, tables, named) => {
    expect(tablesNamedFor(tables)).toBe(named);
  });

  it('names no more than a few of them', () => {
    const many = Array.from({ length: 500 }, (_, index) => `  table-${index}:\n`).join('');
    expect(String(tablesNamedFor(`tables:\n${many}`)).split(', ')).toHaveLength(10);
  });
});
