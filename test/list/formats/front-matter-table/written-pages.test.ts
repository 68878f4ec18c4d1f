import { expect, it } from 'vitest';
import { useBrowser } from '../../../support/browser.ts';
import type { SiteOptions } from '../../../support/hugo.ts';
import { describeWith } from '../../../support/programs.ts';
import { composedTexts } from '../../text/composed-texts.ts';
import { arbitraryText, sampleTexts } from '../../text/generated-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { ordinaryTexts } from '../../text/ordinary-texts.ts';
import { pageShapes } from './page-shapes.ts';
import { misshown } from './shown-entries.ts';
import { buildPages, writePages } from './written-pages.ts';

/** How many generated texts are tried in every shape and every way besides: `POWEREDBY_TEXTS=500 npx vitest run …`. */
const many = Number(process.env['POWEREDBY_TEXTS'] ?? 0);

const someWays: readonly SiteOptions[] = [
  { configuration: 'usual', rendering: 'inline' },
  { configuration: 'usual', rendering: 'block', minify: true },
  { configuration: 'rich', rendering: 'markdownify' },
  { configuration: 'rich', rendering: 'stream', minify: true },
  { configuration: 'strict', rendering: 'inline', minify: true },
];

/** Where raw HTML is left out, no page puts its cells into its own Markdown: the table would be left out as well. */
const allWays = (['usual', 'rich', 'strict'] as const).flatMap((configuration) =>
  (['inline', 'block', 'markdownify', 'stream'] as const).flatMap((rendering) =>
    configuration === 'strict' && rendering === 'stream'
      ? []
      : [false, true].map((minify) => ({ configuration, rendering, minify })),
  ),
);

/** More pages than this take too much memory at once. */
const mostInSite = 4000;

const typed = [
  ...hostileTexts.map(([, text]) => text),
  ...ordinaryTexts,
  ...sampleTexts(arbitraryText, many),
]
  .map((text) => text.trim())
  .filter((text) => text !== '');
const texts = [...composedTexts, ...typed];

describeWith('hugo', 'Pages of every shape that the real Hugo built', () => {
  describeWith('chromium', 'as a browser reads them', () => {
    const browser = useBrowser();
    const { pages, refused } = writePages(texts, many === 0 ? 3 : pageShapes.length);
    const ways: readonly SiteOptions[] = many === 0 ? someWays : allWays;

    it('take every entry, but for names with a word that Hugo looks for in published files', () => {
      const words = /__h_pp_l1|__hdeferred\//;
      expect(refused.filter(({ company }) => !words.test(company))).toEqual([]);
      expect(refused.filter(({ active }) => !words.test(active))).toEqual([]);
      expect(refused.length).toBeGreaterThan(0);
      expect(pages.length).toBeGreaterThan(500);
    });

    it.each(ways)(
      'show every entry as it was given: %j',
      async (way) => {
        const wrong: string[] = [];
        for (let start = 0; start < pages.length; start += mostInSite) {
          const some = pages.slice(start, start + mostInSite);
          const html = await buildPages(some, way);
          const entries = some.map(({ values }) => values);
          wrong.push(...(await misshown(entries, html, browser(), way.configuration !== 'strict')));
        }
        if (many > 0)
          console.log(`${pages.length} pages, ${wrong.length} wrong: ${JSON.stringify(way)}`);
        expect(wrong).toEqual([]);
      },
      600_000,
    );
  });
});
