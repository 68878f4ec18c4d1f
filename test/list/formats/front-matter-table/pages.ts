import type { EntryValues } from '../../../../src/list/format.ts';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import type { Page } from '../../../../src/list/formats/front-matter-table/page.ts';
import { readPage } from '../../../../src/list/formats/front-matter-table/read/read-page.ts';
import { removeEntry } from '../../../../src/list/formats/front-matter-table/remove-entry.ts';
import type { Result } from '../../../../src/problem/result.ts';

/** The value of a result that should be one. */
export function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A page read for editing. */
export function read(text: string): Page {
  return valueFrom(readPage(text, { table: 'powered-by', path: 'page.md' }));
}

/** The entries of a page as values, with no text of the page. */
export function valuesOf(text: string): EntryValues[] {
  return entriesOf(read(text)).map(toValues);
}

function toValues({ company, logo, text, link }: EntryValues): EntryValues {
  return { company, logo, text, ...(link && { link }) };
}

/** The page after all entries but those of its first pairs are taken out, as values, and added again one by one. */
export function takenOutAndAddedAgain(text: string, pairsThatStay = 1): string {
  let page = read(text);
  const entries = entriesOf(page).filter(({ slot }) => slot.pair >= pairsThatStay);
  for (const entry of entries.toReversed()) {
    page = read(valueFrom(removeEntry(page, entry, { leaveGap: true })).text);
  }
  if (page.table.pairs.length > pairsThatStay) throw new Error('More pairs stay');
  for (const each of entries.map(toValues))
    page = read(valueFrom(addEntry(page, each, 'append')).text);
  return page.text;
}

/** The companies of a page by slot: one row a pair, `-` for an empty slot. */
export function layoutOf(text: string): string[] {
  const page = read(text);
  const entries = entriesOf(page);
  return page.table.pairs.map((_, pair) =>
    page.table.columns
      .map((column) => {
        const entry = entries.find(({ slot }) => slot.pair === pair && slot.column === column);
        return entry?.company ?? '-';
      })
      .join(' '),
  );
}

/** A page of two columns, in the style of the model page: `[logo row, text row]` after `rows:`. */
export function pageWith(rows: string): string {
  return `---
title: Powered By
tables:
    powered-by:
        name: "Powered By"

        cols: 
          - id: "column1"
          - id: "column2"

        rows: 
${rows}
---
# Powered By

{{< table_noheader "powered-by" >}}
`;
}

/** Two companies, and one below: `column2` of the second pair is free. */
export const threeCompanies = pageWith(`          - column1: 
             val: "<img src='/img/poweredby/anvil-logo.png' alt='Anvil'>"
             html: true
            column2:
             val: "<img src='/img/poweredby/birch-logo.png' alt='Birch'>"
             html: true
          - column1: "Anvil forges reports from 3 streams."
            column2: "Birch, a nursery, counts its trees.
                    <br />
                    <br />
                    [Read how](https://birch.example/trees)"
          - column1: 
             val: "<img src='/img/poweredby/cedar-logo.png' alt='Cedar'>"
             html: true
          - column1: "Cedar sells chests.
                    <br />
                    <br />
                    [See the chests](https://cedar.example/?a=1&b=2)"
`);

/** A new company. */
export const dovetail: EntryValues = {
  company: 'Dovetail',
  logo: '/img/poweredby/dovetail-logo.png',
  text: 'Dovetail joins “loose” ends.',
  link: { text: 'Learn more', url: 'https://dovetail.example/joints' },
};
