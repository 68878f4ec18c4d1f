import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import {
  findTables,
  mayHoldTable,
} from '../../../../src/list/formats/front-matter-table/find-tables.ts';
import { readPage } from '../../../../src/list/formats/front-matter-table/read/read-page.ts';
import { dovetail, read, threeCompanies, valueFrom, valuesOf } from './pages.ts';

const shared = join(import.meta.dirname, '../../../../../shared/data/faults/pages');

/** The page with other text between its first fence and its first key, or in the place of the fence. */
const begun = (beginning: string) => threeCompanies.replace(/^---\n/, beginning);

/** Adding an entry changes nothing before the table, and the page reads back with one entry more. */
function expectEdited(page: string): void {
  const { text } = valueFrom(addEntry(read(page), dovetail, 'append'));
  const head = page.slice(0, page.indexOf('rows:'));
  expect(text.startsWith(head)).toBe(true);
  expect(valuesOf(text)).toEqual([...valuesOf(page), dovetail]);
}

function problemOf(page: string) {
  const result = readPage(page, { table: 'powered-by', path: 'page.md' });
  return result.ok ? undefined : result.problems[0];
}

describe('front matter as people leave it is read, edited and found', () => {
  it.each([
    ['a licence line', '---\n# SPDX-License-Identifier: Apache-2.0\n'],
    ['a licence of many lines', `---\n${'# Licensed to you: as is --- yes\n'.repeat(18)}#\n`],
    ['an indented comment', '---\n    # a note\n'],
    ['a blank line', '---\n\n'],
    ['blank lines with blanks and comments between', '---\n  \n\n# one\n\n   # two\n\n'],
    ['blanks after the fence', '---   \n'],
    ['a tab behind the fence', '---\t\n'],
    ['a comment after the fence', '--- # do not edit the order\n'],
    ['blank lines before the fence', '\n \n---\n'],
    ['a byte-order mark and a comment', '\uFEFF---\n# note\n'],
    ['a byte-order mark and a blank line', '\uFEFF\n---\n'],
  ])('with %s', (_, beginning) => {
    const page = begun(beginning);
    expectEdited(page);
    expectEdited(page.replaceAll('\n', '\r\n'));
    expect(mayHoldTable(page)).toBe(true);
    expect(findTables({ path: 'page.md', text: page })).toMatchObject({
      lists: [{ at: { within: 'powered-by' } }],
      problems: [],
    });
  });

  it('with any run of comments and blank lines', () => {
    const line = fc.constantFrom('', '  ', '# a', '   # b: c', '#', '#---', '# "', "# '", '# {');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('', ' ', ' # x'),
        (lines, behind) => {
          expectEdited(begun(`---${behind}\n${lines.map((each) => `${each}\n`).join('')}`));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the real cause is named', () => {
  it.each([
    ['1', '1'],
    ['2.5', '2.5'],
    ['true', 'true'],
    ['2024-01-01', '2024-01-01'],
  ])('where a column id is %s and not text', (id, named) => {
    const page = threeCompanies.replace('"column2"', id);
    expect(problemOf(page)).toMatchObject({
      code: 'page-column-id-not-text',
      values: { id: named },
    });
  });

  it.each([
    [
      'between braces',
      (page: string) =>
        page.replace(
          /tables:[\s\S]*?\n---/,
          'tables: {powered-by: {cols: [{id: a}], rows: []}}\n---',
        ),
      'page-table-flow-style',
    ],
    [
      'all of it between braces',
      () => '---\n{tables: {powered-by: {cols: [{id: a}], rows: []}}}\n---\n',
      'page-table-flow-style',
    ],
    [
      'merged from elsewhere',
      () =>
        '---\nx: &x\n  powered-by:\n    cols:\n      - id: a\n    rows:\ntables:\n  <<: *x\n---\n',
      'page-table-alias',
    ],
    [
      'an alias',
      () => '---\nx: &x\n  powered-by:\n    cols:\n      - id: a\n    rows:\ntables: *x\n---\n',
      'page-table-alias',
    ],
  ])('where the tables are %s', (_, change, code) => {
    expect(problemOf(change(threeCompanies))?.code).toBe(code);
  });
});

describe.skipIf(!existsSync(shared))('the pages that were reported', () => {
  it.each(['comment-first', 'blank-line-first', 'trailing-blanks-after-fence'])('%s', (name) => {
    expectEdited(readFileSync(join(shared, `${name}.md`), 'utf8'));
  });

  it('numeric-column-ids', () => {
    const page = readFileSync(join(shared, 'numeric-column-ids.md'), 'utf8');
    expect(problemOf(page)?.code).toBe('page-column-id-not-text');
  });
});
