import { describe, expect, it } from 'vitest';
import { guessProject } from '../../src/setup/guess-project.ts';
import { isSiteConfiguration, readSiteSettings, siteOf } from '../../src/setup/site-settings.ts';

describe('readSiteSettings', () => {
  it.each([
    [
      'hugo.toml',
      'title = "Kestrel" # x\ndefaultContentLanguage = \'de\'\n[languages.fr]\ntitle = "Non"',
    ],
    ['config.yaml', 'title: Kestrel\nDefaultContentLanguage: de\nlanguageCode: en-us'],
    ['config.json', '{"title": "Kestrel", "defaultContentLanguage": "de"}'],
    ['config/_default/hugo.yml', 'title: Kestrel\nlanguageCode: de-AT'],
  ])('reads title and language of %s', (path, text) => {
    expect(readSiteSettings({ path, text })).toEqual({
      folder: '',
      path,
      title: 'Kestrel',
      language: 'de',
    });
  });

  it.each(['title = [', '- a', '{', '', 'title:\n  en: x', 'a: &a [*a]'])(
    'takes %j for unknown',
    (text) => {
      for (const path of ['config.toml', 'config.yaml']) {
        expect(readSiteSettings({ path, text })).toMatchObject({
          title: undefined,
          language: undefined,
        });
      }
    },
  );

  it('knows which files are a site’s configuration', () => {
    const paths = ['hugo.toml', 'docs/config.yaml', 'docs/config/_default/config.toml'];
    expect(paths.filter(isSiteConfiguration)).toEqual(paths);
    expect(['config.py', 'my-config.toml', 'docs/hugo.md'].filter(isSiteConfiguration)).toEqual([]);
  });
});

describe('siteOf', () => {
  it('is the nearest above a page', () => {
    const sites = ['hugo.toml', 'docs/config/_default/hugo.toml', 'docs2/hugo.toml'].map((path) =>
      readSiteSettings({ path, text: '' }),
    );
    expect(siteOf('docs/content/p.md', sites)?.folder).toBe('docs');
    expect(siteOf('content/p.md', sites)?.folder).toBe('');
    expect(siteOf('content/p.md', sites.slice(1))).toBeUndefined();
  });
});

describe('guessProject', () => {
  const readme = (text: string) => guessProject(undefined, { path: 'README.md', text })?.project;

  it('prefers the site’s title', () => {
    const site = readSiteSettings({ path: 'hugo.toml', text: 'title = "Kestrel"' });
    expect(guessProject(site, { path: 'README.md', text: '# Other' })).toEqual({
      project: 'Kestrel',
      path: 'hugo.toml',
    });
  });

  it.each([
    ['# Kestrel', 'Kestrel'],
    ['Text\n\n# [Kestrel](https://k.example) ![build](x.svg) #\n', 'Kestrel'],
    ['Kestrel\r\n=======\r\n', 'Kestrel'],
    ['<p>\n<h1 align="center">Kestrel</h1>', 'Kestrel'],
    ['## Only a second heading', undefined],
    [`# ${'long '.repeat(20)}`, undefined],
    ['# ![logo](x.svg)', undefined],
    ['', undefined],
  ])('reads the first heading of %j', (text, project) => {
    expect(readme(text)).toBe(project);
  });
});
