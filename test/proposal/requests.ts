import type { Configuration } from '../../src/config/configuration.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { usualFormat } from '../../src/list/list.ts';
import type { OpenPage } from '../../src/proposal/open-pages.ts';
import { readPages } from '../../src/proposal/open-pages.ts';
import type { EntryRequest } from '../../src/proposal/propose-entry.ts';
import type { Submission } from '../../src/submission/submission.ts';
import { threeCompanies, valueFrom } from '../list/formats/front-matter-table/pages.ts';

/** A configuration of two locales, with more lines. */
export function configurationWith(lines = ''): Configuration {
  return valueFrom(
    readConfiguration(`pages:\n  en: en.md\n  zh: zh.md\nproject: Millrace\n${lines}`),
  );
}

/** The same page in Chinese. */
export const inChinese = threeCompanies
  .replace('Anvil forges reports from 3 streams.', 'Anvil 用三条数据流锻造报表。')
  .replace('Birch, a nursery, counts its trees.', '苗圃 Birch 清点树木。');

/** The logos that the three companies have. */
export const threeLogos = ['anvil', 'birch', 'cedar'].map(
  (slug) => `static/img/poweredby/${slug}-logo.png`,
);

/** Pages opened for editing. */
export function openedPages(
  texts: Readonly<Record<string, string>> = { en: threeCompanies, zh: inChinese },
  configuration = configurationWith(),
): readonly OpenPage[] {
  const pages = Object.entries(texts).map(([locale, text]) => [locale, { text }]);
  return valueFrom(
    readPages({ pages: Object.fromEntries(pages), logos: [] }, configuration, usualFormat),
  );
}

/** A request to add a company, with some of it replaced. */
export function entryRequest(
  submission: Partial<Submission>,
  request: Partial<EntryRequest> = {},
): EntryRequest {
  const configuration = request.configuration ?? configurationWith();
  return {
    submission: { company: 'Dovetail', texts: { en: 'Dovetail joins.' }, ...submission },
    logo: Uint8Array.of(1, 2, 3),
    pages: openedPages(undefined, configuration),
    logos: threeLogos,
    configuration,
    defaultLinkTexts: {
      en: 'Learn how {company} uses {project}',
      zh: '了解 {company} 如何使用 {project}',
    },
    date: '2026-03-04',
    ...request,
  };
}
