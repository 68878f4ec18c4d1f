import { describe, expect, it } from 'vitest';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import { readPage } from '../../../../src/list/formats/front-matter-table/read/read-page.ts';
import { removeEntry } from '../../../../src/list/formats/front-matter-table/remove-entry.ts';
import { replaceEntry } from '../../../../src/list/formats/front-matter-table/replace-entry.ts';
import {
  dovetail,
  layoutOf,
  pageWith,
  read,
  threeCompanies,
  valueFrom,
  valuesOf,
} from './pages.ts';

function entryOf(text: string, company: string) {
  const page = read(text);
  const entry = entriesOf(page).find((each) => each.company === company);
  if (entry === undefined) throw new Error(`${company} is not there`);
  return { page, entry };
}

function refusal(text: string): unknown {
  const page = readPage(text, { table: 'powered-by', path: 'page.md' });
  const result = page.ok ? addEntry(page.value, dovetail, 'append') : page;
  return result.ok ? 'none' : result.problems[0]?.code;
}

describe('an odd page is refused rather than corrupted', () => {
  it('when its last row of logos has no row of texts and a new pair would follow', () => {
    const row = (column: string) => `${column}: "<img src='/a.png' alt='${column}'>"`;
    const rows = `          - ${row('column1')}\n            ${row('column2')}\n`;
    expect(refusal(pageWith(rows))).toBe('page-text-row-missing');
  });

  it('when its rows are a mapping or a text', () => {
    for (const rows of ['{first: kept}', 'text']) {
      expect(refusal(pageWith('').replace('rows: \n\n', `rows: ${rows}\n`))).toBe(
        'page-rows-no-list',
      );
    }
  });

  it('when a key differs from its column by letter case only', () => {
    expect(refusal(threeCompanies.replace('id: "column2"', 'id: "Column2"'))).toBe(
      'page-column-case',
    );
  });
});

describe('an odd page is edited rightly', () => {
  it('where the rows are a written null', () => {
    for (const nothing of ['null', '~']) {
      const page = pageWith('').replace('rows: \n\n', `rows: ${nothing}\n`);
      const { text } = valueFrom(addEntry(read(page), dovetail, 'append'));
      expect(valuesOf(text)).toEqual([dovetail]);
    }
  });

  it('where a comment ends a row, at the keys’ indentation', () => {
    const page = threeCompanies.replace('          - column1: "Anvil', '            # logos\n$&');
    const { text } = valueFrom(addEntry(read(page), dovetail, 'append'));
    expect(text).toContain('            # logos\n          - column1: "Anvil');
  });

  it('where a comment stands behind a key, and an inline value moves there', () => {
    const page = threeCompanies
      .replace(
        '- column1: \n             val: "<img src=\'/img/poweredby/anvil',
        '- column1: # first\n             val: "<img src=\'/img/poweredby/anvil',
      )
      .replace(
        /column2:\n\s+val: ("<img src='[^']*birch[^\n]*)\n\s+html: true/,
        'column2: {val: $1, html: true}',
      );
    const { page: before, entry } = entryOf(page, 'Anvil');
    const { text } = valueFrom(removeEntry(before, entry, { leaveGap: false }));
    expect(text).toContain('- column1: # first\n');
    expect(layoutOf(text)).toEqual(['Birch Cedar']);
  });

  it('where the first cell of a row goes, and a comment stays behind the dash', () => {
    const page = threeCompanies.replace('            column2: "Birch', '            # trees\n$&');
    const { page: before, entry } = entryOf(page, 'Anvil');
    const { text } = valueFrom(removeEntry(before, entry, { leaveGap: true }));
    expect(text).toContain('# trees');
    expect(valueFrom(addEntry(read(text), dovetail, 'append')).slot.column).toBe('column1');
  });

  it('where a logo is a block of lines', () => {
    const page = threeCompanies.replaceAll(/val: "(<img[^"]*)"/g, 'val: |\n               $1');
    const { text } = valueFrom(addEntry(read(page), dovetail, 'append'));
    expect(text).toContain("val: |\n               <img src='/img/poweredby/dovetail-logo.png'");
    expect(valuesOf(text).at(-1)).toEqual(dovetail);
  });

  it('where an escape hides the blank before a link', () => {
    const page = threeCompanies.replace(
      '"Anvil forges reports from 3 streams."',
      '"Anvil forges.\\x20[Read](https://anvil.example/)"',
    );
    const { page: before, entry } = entryOf(page, 'Anvil');
    const { text } = valueFrom(replaceEntry(before, entry, { text: 'Other words.' }));
    expect(valuesOf(text)[0]).toMatchObject({
      text: 'Other words.',
      link: { text: 'Read', url: 'https://anvil.example/' },
    });
  });

  it('where a text ends in a backslash and an n, as somebody typed them', () => {
    const typed = { ...dovetail, text: 'Dovetail is at C:\\n' };
    const { text } = valueFrom(addEntry(read(threeCompanies), typed, 'append'));
    expect(valuesOf(text).at(-1)).toEqual(typed);
  });
});
