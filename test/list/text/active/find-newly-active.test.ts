import { describe, expect, it } from 'vitest';
import type { EntryValues, List, ListFormat } from '../../../../src/list/format.ts';
import { frontMatterTable } from '../../../../src/list/formats/front-matter-table/front-matter-table.ts';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import type { ActiveMarkup } from '../../../../src/list/text/active/active-markup.ts';
import { findNewlyActive } from '../../../../src/list/text/active/find-newly-active.ts';
import { dovetail, threeCompanies, valueFrom } from '../../formats/front-matter-table/pages.ts';

const link = { text: 'More', url: 'https://anvil.example/' };

/** Where separators have no blanks. */
const dense = threeCompanies.replaceAll(/\s*<br \/>\s*<br \/>\s*/g, '<br><br>');

function listIn(text: string, format: ListFormat = frontMatterTable): List {
  return valueFrom(format.read({ path: 'page.md', text }, {}));
}

function afterUpdate(text: string, values: Partial<EntryValues>): ActiveMarkup | undefined {
  const list = listIn(text);
  const [anvil] = list.entries;
  if (anvil === undefined) throw new Error('There is no entry');
  return findNewlyActive(list, anvil, valueFrom(list.format.replace(list, anvil, values)));
}

function afterAdding(list: List, values: EntryValues): ActiveMarkup | undefined {
  return findNewlyActive(list, undefined, valueFrom(list.format.add(list, values, 'alphabetical')));
}

function withText(text: string): string {
  return dense.replace('Anvil forges reports from 3 streams.', () => text);
}

describe('an entry that would act on the page', () => {
  it('is found where a text that is harmless alone acts with the link behind it', () => {
    expect(afterUpdate(withText('We love {{'), { link })).toMatchObject({
      kind: 'shortcode',
      excerpt: expect.stringMatching(/^\{\{<br><br>\[More\]/),
    });
  });

  it('is found where a name holds a word that Hugo looks for after a minifier', () => {
    const values = { ...dovetail, company: 'A __hdeferred/b__d= C' };
    expect(afterAdding(listIn(threeCompanies), values)?.excerpt).toBe('__hdeferred/');
  });

  it('may go on acting as a maintainer wrote it', () => {
    const own = withText('Anvil {{< counts >}} <div>streams</div>.');
    expect(afterUpdate(own, { link })).toBeUndefined();
    expect(afterUpdate(own, { company: 'Anvil & Sons' })).toBeUndefined();
  });

  it('may move another, whatever that holds', () => {
    const list = listIn(withText('Anvil {{< counts >}} streams.'));
    expect(afterAdding(list, { ...dovetail, company: 'Aardvark' })).toBeUndefined();
  });
});

describe('a row that would act in a Markdown file', () => {
  const rows = (...lines: string[]) =>
    listIn(['| Logo | Company | Use |', '|---|---|---|', ...lines, ''].join('\n'), markdownTable);
  const plain = rows(
    '| <img src="/a.png" width="90"> | [Anvil](https://anvil.example/) | Forges |',
  );

  it('is found where a text holds a word that Hugo looks for', () => {
    expect(afterAdding(plain, { ...dovetail, company: 'HUGOMORE42' })?.excerpt).toBe('HUGOMORE42');
  });

  it('may have what others have, whatever that is', () => {
    expect(afterAdding(plain, dovetail)).toBeUndefined();
    const badged = rows('| ![x](/a.png) | Anvil | {{< live >}} |');
    const values = { ...dovetail, fields: { Use: '{{< live >}}' } };
    const { text } = valueFrom(badged.format.add(badged, values, 'append'));
    expect(text.match(/\{\{< live >\}\}/g)).toHaveLength(2);
    expect(afterAdding(badged, values)).toBeUndefined();
  });
});
