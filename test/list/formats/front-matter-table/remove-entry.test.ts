import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import { removeEntry } from '../../../../src/list/formats/front-matter-table/remove-entry.ts';
import { layoutOf, read, threeCompanies, valueFrom } from './pages.ts';

function removed(text: string, company: string, leaveGap = false) {
  const page = read(text);
  const entry = entriesOf(page).find((each) => each.company === company);
  if (entry === undefined) throw new Error(`${company} is not there`);
  return removeEntry(page, entry, { leaveGap });
}

describe('removing an entry', () => {
  it('moves the following entries up and drops the pair that holds nothing any more', () => {
    const { text } = valueFrom(removed(threeCompanies, 'Anvil'));
    expect(layoutOf(text)).toEqual(['Birch Cedar']);
    expect(text).not.toContain('Anvil');
  });

  it('leaves a gap on demand, and everything else where it is', () => {
    const { text } = valueFrom(removed(threeCompanies, 'Birch', true));
    expect(layoutOf(text)).toEqual(['Anvil -', 'Cedar -']);
    const birch = / {12}column2:\n.*birch-logo.*\n.*\n| {12}column2: "Birch[^"]*"\n/g;
    expect(text).toBe(threeCompanies.replaceAll(birch, ''));
  });

  it('gives the dash to the next cell where the first one goes', () => {
    const { text } = valueFrom(removed(threeCompanies, 'Anvil', true));
    expect(layoutOf(text)).toEqual(['- Birch', 'Cedar -']);
    expect(text).toContain(
      '          - column2:\n             val: "<img src=\'/img/poweredby/birch',
    );
  });

  it('keeps a comment that stands between two cells', () => {
    const commented = threeCompanies.replace(
      '            column2: "Birch',
      '            # trees\n$&',
    );
    expect(valueFrom(removed(commented, 'Anvil', true)).text).toContain('# trees\n');
  });

  it('takes the last company off a page', () => {
    let text = threeCompanies;
    for (const company of ['Birch', 'Anvil', 'Cedar']) {
      text = valueFrom(removed(text, company)).text;
    }
    expect(layoutOf(text)).toEqual([]);
    expect(text).toContain('        rows: \n\n---\n');
  });

  it('refuses to leave a row without a cell beside one that has some', () => {
    const half = threeCompanies.replace(
      'b=2)"\n',
      '$&            column2: "A text without its logo."\n',
    );
    const result = removed(half, 'Cedar', true);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'page-row-would-be-empty' }] });
  });
});
