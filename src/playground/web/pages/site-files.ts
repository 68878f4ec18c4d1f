import type { Hono } from 'hono';
import { openList } from '../../../proposal/open-pages.ts';
import { encodePath } from '../../../text/addresses.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { adaptPage } from '../../site/adapt-page.ts';
import { readBuiltFile } from '../../site/built-file.ts';
import { renderSmallPage } from '../../site/small-page.ts';
import { powerlessPolicy } from '../guard.ts';
import type { WebEnvironment } from '../visit.ts';

/** What the site's frame shows: the files of the built site, and a page drawn by the small renderer. */
export function addSiteFiles(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { repository, emulator, sites } = playground;
  const home = homeOf(playground);

  pages.get('/site/:oid{[0-9a-f]{40}}/small/:locale', async (context) => {
    const { oid, locale } = context.req.param();
    const configuration = await configurationAt(playground, oid);
    const isKnown = configuration?.ok && configuration.value.locales.includes(locale);
    const path = isKnown ? configuration.value.pages[locale] : undefined;
    const text = path && (await emulator.readFile(repository, path, oid));
    if (!configuration?.ok || !path || !text) return context.notFound();
    const list = await openList({ path, text }, configuration.value);
    if (!list.ok) return context.notFound();
    const addressOf = (file: string) => `${home}/blob/${oid}/${encodePath(file)}?raw=true`;
    const markup = renderSmallPage({
      list: list.value,
      locale,
      configuration: configuration.value,
      addressOf,
    });
    return context.html(markup, 200, { 'content-security-policy': powerlessPolicy });
  });

  pages.get('/site/:oid{[0-9a-f]{40}}/built/:path{.*}', async (context) => {
    const { oid, path } = context.req.param();
    const configuration = await configurationAt(playground, oid);
    if (!configuration?.ok) return context.notFound();
    const { pages: paths, sourceLocale } = configuration.value;
    const site = await sites.build(repository, oid, paths[sourceLocale] ?? '');
    if (site.kind !== 'hugo') return context.notFound();
    const file = await readBuiltFile(site.folder, path);
    if (file === undefined) return context.notFound();
    const headers = { 'content-type': file.type, 'content-security-policy': powerlessPolicy };
    const base = `${home}/site/${oid}/built/`;
    const isPage = file.type.startsWith('text/html');
    const body = isPage ? new TextEncoder().encode(adaptPage(`${file.bytes}`, base)) : file.bytes;
    return context.body(new Uint8Array(body), 200, headers);
  });
}
