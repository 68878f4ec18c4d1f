import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import { useBrowser } from '../../../support/browser.ts';
import { buildSite, type SiteOptions } from '../../../support/hugo.ts';
import { describeWith } from '../../../support/programs.ts';
import { composedTexts } from '../../text/composed-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { canonical } from '../../text/shown-text.ts';
import { type PageShape, pageShapes, shapeWithoutHtml } from './page-shapes.ts';
import { read, valueFrom } from './pages.ts';

/** A script with its defaults that reads a finished page in the browser, and makes something else of it. */
interface Reader {
  readonly name: string;
  /** The files of its scripts. */
  readonly scripts: readonly string[];
  /** Sets it to work on the page. */
  readonly start: string;
  /** What it takes for its own. */
  readonly control: string;
}

const require = createRequire(import.meta.url);

const readers: readonly Reader[] = [
  {
    name: 'MathJax',
    scripts: [require.resolve('mathjax/es5/tex-mml-chtml.js')],
    start: 'MathJax.startup.promise',
    control: '$$x^2$$',
  },
  {
    name: 'KaTeX’s auto-render',
    scripts: [
      require.resolve('katex/dist/katex.js'),
      require.resolve('katex/dist/contrib/auto-render.js'),
    ],
    start: 'renderMathInElement(document.body, { trust: true })',
    control: '\\(x^2\\)',
  },
  {
    name: 'Vue',
    scripts: [require.resolve('vue/dist/vue.global.prod.js')],
    start: 'void Vue.createApp({}).mount("#page")',
    control: '{{ 7 * 7 }}',
  },
  {
    name: 'petite-vue',
    scripts: [require.resolve('petite-vue')],
    start: 'void PetiteVue.createApp({}).mount("#page")',
    control: '{{ 7 * 7 }}',
  },
];

const sites: readonly { name: string; shape: PageShape | undefined; options: SiteOptions }[] = [
  { name: 'with raw HTML, minified', shape: pageShapes[0], options: { minify: true } },
  {
    name: 'that leaves raw HTML out, minified',
    shape: shapeWithoutHtml,
    options: { configuration: 'strict', minify: true },
  },
];

const texts = [...hostileTexts.map(([, text]) => text), ...composedTexts].filter((text) =>
  /[$\\{]/.test(text),
);

describeWith('hugo', 'A page that Hugo built', () => {
  describeWith('chromium', 'and that is read again in the browser', () => {
    const browser = useBrowser();

    describe.each(sites)('of a site $name', ({ shape, options }) => {
      let html = '';
      let entries = 0;

      beforeAll(async () => {
        let page = read(shape?.page ?? '');
        for (const [index, text] of texts.entries()) {
          const link = { text, url: 'https://acme.example/' };
          const values = { company: `${index} ${text}`, logo: '/new.png', text, link };
          page = read(valueFrom(addEntry(page, values, 'append')).text);
        }
        entries = texts.length + 1;
        const built = await buildSite({ 'page.md': page.text }, options);
        html = built['page.md'] ?? '';
      });

      it.each(readers)('shows every text as typed under $name', async (reader) => {
        const tab = await browser().newPage();
        const control = `<p id="control">${reader.control}</p>`;
        await tab.setContent(`<!doctype html><div id="page">${html}${control}</div>`);
        for (const script of reader.scripts) await tab.addScriptTag({ path: script });
        await tab.evaluate(reader.start);
        expect(await textOf(tab, '#control')).not.toEqual([reader.control]);
        expect(await tab.locator('a[href^="https://acme.example/"]').count()).toBe(texts.length);
        expect(await tab.locator('a').count()).toBe(entries);
        expect(await tab.evaluate('globalThis.ran')).toBeUndefined();
        const names = await tab.evaluate<readonly string[]>(
          'Array.from(document.querySelectorAll("td img"), ({ alt }) => alt)',
        );
        expect(names.slice(1)).toEqual(texts.map((text, index) => `${index} ${text}`));
        const links = await textOf(tab, 'td a');
        expect(links.slice(1)).toEqual(texts.map(shown));
        await tab.evaluate('for (const link of document.querySelectorAll("td a")) link.remove()');
        const cells = await textOf(tab, 'td:not(:has(img))');
        expect(cells.filter((text) => text !== '').slice(1)).toEqual(texts.map(shown));
        await tab.close();
      });
    });
  });
});

/** The texts of elements, without what shows nothing. */
async function textOf(tab: Tab, selector: string): Promise<readonly string[]> {
  return (await tab.locator(selector).allTextContents()).map(shown);
}

function shown(text: string): string {
  return canonical(text.replaceAll('\u2060', ''));
}
