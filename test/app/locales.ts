import { exampleFiles, pages, type WorldOptions } from './world.ts';

const more = 'de fr es it pt nl sv da nb fi pl cs sk hu ro el tr ja'.split(' ');

/**
 * The example's site with its pages in so many locales: English and Chinese, then copies of the English page.
 *
 * @param count from 1 to 20
 */
export function inLocales(count: number): Required<Pick<WorldOptions, 'files' | 'configuration'>> {
  const copies = more.map((locale) => [locale, `docs/content.${locale}/powered-by.md`] as const);
  const page = exampleFiles()[pages.en] ?? null;
  const listed = [...Object.entries(pages), ...copies].slice(0, count);
  const lines = listed.map(([locale, path]) => `  ${locale}: ${path}\n`);
  return {
    files: Object.fromEntries(copies.map(([, path]) => [path, page])),
    configuration: (text) => text.replace(/^pages:\n(?: .*\n)+/m, `pages:\n${lines.join('')}`),
  };
}
