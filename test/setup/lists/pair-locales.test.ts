import { describe, expect, it } from 'vitest';
import { pairLocales } from '../../../src/setup/lists/pair-locales.ts';

function pair(paths: readonly string[], language?: string): readonly Record<string, string>[] {
  const entries = [{ company: 'Alder Rail', logo: '/a.png', text: '' }];
  const list = {
    within: 't',
    isOneOfSeveral: false,
    fields: [],
    groups: [],
    above: [],
    entries,
    isPadded: false,
  };
  const pages = paths.map((path) => ({ ...list, path, format: 'front-matter-table' as const }));
  return pairLocales(pages, () => language).map((group) =>
    Object.fromEntries(group.pages.map(({ locale, path }) => [locale, path])),
  );
}

/** The groups as text, for the order of the locales counts. */
function inOrder(paths: readonly string[], language?: string): string {
  return JSON.stringify(pair(paths, language));
}

describe('pairLocales', () => {
  it.each([
    [{ en: 'docs/content/a/p.md', zh: 'docs/content.zh/a/p.md' }],
    [{ en: 'content/a/p.md', zh: 'content_zh/a/p.md' }],
    [{ en: 'content/en/p.md', zh: 'content/zh/p.md' }],
    [{ en: 'content/en/powered/index.md', 'pt-BR': 'content/pt-BR/powered/index.md' }],
    [{ en: 'content/p.md', 'pt-br': 'content/p.pt-br.md', 'zh-Hans': 'content/p.zh-Hans.md' }],
    [{ en: 'content/p.en.md', zh: 'content/p.zh.md' }],
    [{ en: 'docs/p.md', zh: 'i18n/zh/docs/p.md' }],
    [{ en: 'docs/p.md', fr: 'i18n/fr/docusaurus-plugin-content-docs/current/p.md' }],
    [{ en: 'src/pages/p.md', fr: 'i18n/fr/docusaurus-plugin-content-pages/p.md' }],
    [{ en: 'docs/p.md', ja: 'docs/ja/p.md', zh: 'zh/docs/p.md' }],
    [{ en: 'ADOPTERS.md', zh: 'ADOPTERS_CN.md' }],
    [{ en: 'README.md', zh: 'README-zh.md' }],
    [{ en: 'README.md', 'zh-CN': 'README-zh-CN.md' }],
    [{ en: 'users.md', ja: 'users.jp.md' }],
    [{ en: 'users-cn.md' }],
    [{ en: 'p.md' }],
    [{ de: 'content/de/p.md' }],
    [{ zh: 'site/content.zh/p.md' }],
    [{ zh: 'content/p.zh.md' }],
    [{ en: 'content/what-is-it/new-page.md' }],
    [{ en: 'docs/new/p.md' }],
    [{ en: 'projects/go/it/p.md' }],
  ])('pairs %o', (pages: Readonly<Record<string, string>>) => {
    expect(inOrder(Object.values(pages))).toBe(JSON.stringify([pages]));
    expect(inOrder(Object.values(pages).reverse())).toBe(JSON.stringify([pages]));
  });

  it('names a page whose path tells no locale by the site’s default language', () => {
    expect(inOrder(['content/p.md', 'content/p.en.md'], 'de')).toBe(
      '[{"de":"content/p.md","en":"content/p.en.md"}]',
    );
  });

  it('never gives two pages one locale', () => {
    expect(inOrder(['content/p.md', 'content/p.en.md'])).toBe(
      '[{"default":"content/p.md","en":"content/p.en.md"}]',
    );
    expect(pair(['content/zh/p.md', 'content/p.zh.md', 'content/p.md'])).toEqual([
      { en: 'content/p.md', zh: 'content/zh/p.md' },
      { zh: 'content/p.zh.md' },
    ]);
  });

  it.each([
    ['de', 'de', '["de","en","zh"]'],
    ['en', undefined, '["en","de","zh"]'],
  ])(
    'takes %s as the source among pages that all name their locale',
    (_source, language, order) => {
      const paths = ['zh', 'en', 'de'].map((locale) => `content/${locale}/p.md`);
      const [group = {}] = pair(paths, language);
      expect(JSON.stringify(Object.keys(group))).toBe(order);
    },
  );

  it('takes English of some country before the first by path, and else the first', () => {
    const keys = (locales: readonly string[]) =>
      Object.keys(pair(locales.map((locale) => `content/${locale}/p.md`))[0] ?? {});
    expect(keys(['de', 'en-gb'])).toEqual(['en-gb', 'de']);
    expect(keys(['ja', 'fr'])).toEqual(['fr', 'ja']);
  });

  it('does not pair pages with different tables, or of different names', () => {
    expect(pair(['content/p.md', 'content.zh/q.md'])).toHaveLength(2);
  });
});
