import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidebars } from '../../docs/.vitepress/sidebars.ts';
import { barriersOn, viewport } from '../journeys/barriers.ts';
import { useBrowser } from '../support/browser.ts';
import { describeWith } from '../support/programs.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'poweredby-docs-'));
let site: BuiltSite;
beforeAll(async () => {
  // A link that leads nowhere ends the build.
  site = await buildSite(folder);
});
afterAll(() => {
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the documentation site', () => {
  it('names every page beside the text, in the language of the page', () => {
    const linked = Object.values(sidebars)
      .flat()
      .flatMap(({ items = [] }) => items.map(({ link = '' }) => link));
    const homes = Object.keys(sidebars).map((language) =>
      language === 'en' ? '/' : `/${language}/`,
    );
    expect(linked.concat(homes).filter((link) => !site.paths.includes(link))).toEqual([]);
    expect(site.paths.filter((path) => !linked.includes(path) && !homes.includes(path))).toEqual(
      [],
    );
  });
});

describeWith('chromium', 'every page of the documentation site', () => {
  const browser = useBrowser();

  it('can be used by everyone, in the light and in the dark, and on a telephone', async () => {
    const paths = [...site.paths];
    const found: Record<string, readonly string[]> = {};
    const walk = async () => {
      const page = await browser().newPage({ viewport, baseURL: site.url });
      page.on('pageerror', ({ message }) => {
        found[message] = [page.url()];
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) found[request.url()] = [page.url()];
      });
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
        await page.goto(path, { waitUntil: 'networkidle' });
        const barriers = await barriersOn(page);
        if (barriers.length > 0) found[path] = barriers;
      }
      await page.close();
    };
    await Promise.all([walk(), walk()]);
    expect(found).toEqual({});
  }, 300_000);

  it('is found by its words', async () => {
    const page = await browser().newPage({ viewport, baseURL: site.url });
    await page.goto('/');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.getByRole('searchbox').fill('keep-svg');
    await page.getByRole('option').first().click();
    await page.waitForURL(/\/(configuration|logos)/);
    await page.close();
  });
});
