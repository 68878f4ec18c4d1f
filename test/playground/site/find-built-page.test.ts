import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBuiltPage } from '../../../src/playground/site/find-built-page.ts';
import { listPages } from '../../../src/playground/site/list-pages.ts';
import { runHugo } from '../../../src/playground/site/run-hugo.ts';
import { type Files, folderWith } from '../../support/folders.ts';
import { describeWith } from '../../support/programs.ts';

/** A site in English and German, built by Hugo; a page is its title. */
async function build(settings: string, pages: Files) {
  const layout = '<title>{{ .Title }}</title>';
  const source = folderWith({
    'hugo.toml': `title = "x"\n${settings}`,
    // The name that older versions know.
    'config.toml': `title = "x"\n${settings}`,
    'layouts/_default/single.html': layout,
    'layouts/_default/list.html': layout,
    ...pages,
  });
  const folder = join(source, 'public');
  const baseUrl = 'http://127.0.0.1:4000/site/1/built/';
  const site = { source, destination: folder, cache: join(source, 'cache'), baseUrl };
  expect(await runHugo(site)).toBe(undefined);
  return { folder, pages: await listPages(site) };
}

function page(title: string): string {
  return `---\ntitle: '${title}'\n---\n`;
}

const foldersEach = `
[languages.en]
contentDir = "content/en"
[languages.de]
contentDir = "content/de"`;

const foldersOfOtherNames = `
[languages.en]
contentDir = "texts/english"
[languages.de]
contentDir = "texts/german"`;

const oneFolder = '[languages.en]\n[languages.de]';

const layouts: [string, string, { en: string; de: string }][] = [
  ['a folder for each', foldersEach, { en: 'content/en/users.md', de: 'content/de/users.md' }],
  [
    'a folder for each, and every language below its own',
    `defaultContentLanguageInSubdir = true\n${foldersEach}`,
    { en: 'content/en/users.md', de: 'content/de/users.md' },
  ],
  [
    'folders of other names',
    foldersOfOtherNames,
    { en: 'texts/english/about/users.md', de: 'texts/german/about/users.md' },
  ],
  ['names that end in it', oneFolder, { en: 'content/users.md', de: 'content/users.de.md' }],
  [
    'pages that are folders',
    foldersEach,
    { en: 'content/en/users/_index.md', de: 'content/de/users/_index.md' },
  ],
  [
    'a file for each page',
    `uglyURLs = true\n${foldersEach}`,
    { en: 'content/en/users.md', de: 'content/de/users.md' },
  ],
  [
    'addresses of its own choice',
    `${foldersEach}\n[permalinks]\nposts = "/:year/:slug/"`,
    { en: 'content/en/posts/users.md', de: 'content/de/posts/users.md' },
  ],
];

describeWith('hugo', 'a page that Hugo built', () => {
  it.each(layouts)('is found where the site has %s', async (_layout, settings, { en, de }) => {
    const site = await build(settings, {
      [en]: page('Users, "all"'),
      [de]: page('Nutzer, "alle"'),
    });
    const titleOf = async (locale: string, path: string) => {
      const place = (await findBuiltPage(site, locale, path)) ?? 'not found';
      const file = place === '' || place.endsWith('/') ? `${place}index.html` : place;
      return readFileSync(join(site.folder, file), 'utf8');
    };
    expect(await titleOf('en', en)).toContain('Users');
    expect(await titleOf('de', de)).toContain('Nutzer');
  });

  it('is not found where it was not built', async () => {
    const site = await build(foldersEach, {
      'content/en/users.md': page('Users'),
      'content/de/users.md': page('Nutzer').replace('---\n', '---\ndraft: true\n'),
    });
    expect(await findBuiltPage(site, 'de', 'content/de/users.md')).toBe(undefined);
  });
});
