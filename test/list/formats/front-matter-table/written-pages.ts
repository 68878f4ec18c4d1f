import type { EntryValues } from '../../../../src/list/format.ts';
import { frontMatterTable } from '../../../../src/list/formats/front-matter-table/front-matter-table.ts';
import { findNewlyActive } from '../../../../src/list/text/active/find-newly-active.ts';
import { buildSite, type SiteOptions } from '../../../support/hugo.ts';
import { pageShapes } from './page-shapes.ts';
import { valueFrom } from './pages.ts';

/** A page to which an entry was added. */
export interface WrittenPage {
  readonly shape: string;
  readonly values: EntryValues;
  readonly text: string;
}

/** Pages with an entry more, and the entries that were refused, with what would act. */
export interface WrittenPages {
  readonly pages: readonly WrittenPage[];
  readonly refused: readonly { readonly company: string; readonly active: string }[];
}

const urls = [
  'https://acme.example/a?b=/c&url=/d&src=//e',
  'https://acme.example/:smile:/:100:/HUGOMORE42?q={{x}}&href=/%7B',
  'https://acme.example/__hdeferred/a__d=/__h_pp_l1_1_Content__e=#$$x$$',
];

/**
 * Adds entries to pages: each text as a description, as a link's text and as a name, in some of the shapes.
 *
 * @param count in how many shapes each text is tried
 */
export function writePages(texts: readonly string[], count: number): WrittenPages {
  const pages: WrittenPage[] = [];
  const refused: { company: string; active: string }[] = [];
  const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const apart = pageShapes.length / count;
  for (const [step, { name, page }] of pageShapes.entries()) {
    const empty = valueFrom(frontMatterTable.read({ path: 'page.md', text: page }, {}));
    for (const [index, text] of texts.entries()) {
      if ((index + step) % apart !== 0) continue;
      const company = at(texts, index + 2 * step + 2);
      const link = { text: at(texts, index + step + 1), url: at(urls, index + step) };
      const values = { company, logo: '/new.png', text, link };
      const edit = valueFrom(frontMatterTable.add(empty, values, 'append'));
      const active = findNewlyActive(empty, undefined, edit);
      if (active === undefined) pages.push({ shape: name, values, text: edit.text });
      else refused.push({ company, active: active.excerpt });
    }
  }
  return { pages, refused };
}

/** Builds a site of written pages with the real Hugo, and gives the finished pages in the same order. */
export async function buildPages(
  pages: readonly WrittenPage[],
  options: SiteOptions,
): Promise<readonly string[]> {
  const isStream = options.rendering === 'stream';
  const files = pages.map(({ text }, index): [string, string] => [
    `${index}.md`,
    isStream ? text.replace(/\{\{< (.*) >\}\}(?=\n\n<!--more-->)/, '{{% $1 %}}') : text,
  ]);
  const built = await buildSite(Object.fromEntries(files), options);
  return files.map(([path]) => built[path] ?? '');
}
