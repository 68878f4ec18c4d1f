import { describe, expect, it } from 'vitest';
import { addEntry } from '../../../src/page/add-entry.ts';
import { entriesOf } from '../../../src/page/entries.ts';
import { type EntryUpdate, replaceEntry } from '../../../src/page/replace-entry.ts';
import { dovetail, read, threeCompanies } from '../pages.ts';

const link = { text: 'More', url: 'https://anvil.example/' };

/** Where separators have no blanks. */
const dense = threeCompanies.replaceAll(/\s*<br \/>\s*<br \/>\s*/g, '<br><br>');

function update(text: string, values: EntryUpdate) {
  const page = read(text);
  const [anvil] = entriesOf(page);
  if (anvil === undefined) throw new Error('There is no entry');
  return replaceEntry(page, anvil, values);
}

function withText(text: string): string {
  return dense.replace('Anvil forges reports from 3 streams.', () => text);
}

describe('a cell that would act on the page', () => {
  it('is refused where a text that is harmless alone acts with the link behind it', () => {
    expect(update(withText('We love {{'), { link })).toEqual({
      ok: false,
      problems: [
        {
          code: 'page-cell-active',
          field: 'page.md',
          values: { excerpt: expect.stringMatching(/^\{\{<br><br>\[More\]/) },
        },
      ],
    });
  });

  it('is refused where a name holds a word that Hugo looks for after a minifier', () => {
    const values = { ...dovetail, company: 'A __hdeferred/b__d= C' };
    expect(addEntry(read(threeCompanies), values, 'append')).toMatchObject({
      ok: false,
      problems: [{ code: 'page-cell-active', values: { excerpt: '__hdeferred/' } }],
    });
  });

  it('may go on acting as a maintainer wrote it', () => {
    const own = withText('Anvil {{< counts >}} <div>streams</div>.');
    expect(update(own, { link })).toMatchObject({ ok: true });
    expect(update(own, { company: 'Anvil & Sons' })).toMatchObject({ ok: true });
  });

  it('may be moved, whatever it holds', () => {
    const own = withText('Anvil {{< counts >}} streams.');
    const values = { ...dovetail, company: 'Aardvark' };
    expect(addEntry(read(own), values, 'alphabetical')).toMatchObject({ ok: true });
  });
});
