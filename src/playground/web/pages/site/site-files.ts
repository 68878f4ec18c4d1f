import type { Hono } from 'hono';
import type { Configuration } from '../../../../config/configuration.ts';
import { encodePath } from '../../../../text/addresses.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { configurationAt } from '../../../read-configuration.ts';
import { adaptPage } from '../../../site/adapt-page.ts';
import { readBuiltFile } from '../../../site/built-file.ts';
import { markEntry } from '../../../site/mark-entry.ts';
import { renderSmallPage } from '../../../site/render-small-page.ts';
import type { SmallPage } from '../../../site/small-page.ts';
import { listAt } from '../../facts/list-at.ts';
import { entryIn } from '../../facts/list-change.ts';
import { powerlessPolicy } from '../../guard.ts';
import type { WebContext, WebEnvironment } from '../../visit.ts';

/** What the site's frame shows: the files of the built site, and a page drawn by the small renderer. */
export function addSiteFiles(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { repository, sites } = playground;
  const home = homeOf(playground);

  pages.get('/site/:oid{[0-9a-f]{40}}/small/:locale', async (context) => {
    const { oid, locale } = context.req.param();
    const configuration = await configurationAt(playground, oid);
    if (!configuration?.ok) return context.notFound();
    const list = await listAt(playground, configuration.value, oid, locale);
    if (list === undefined) return context.notFound();
    const addressOf: SmallPage['addressOf'] = (file, as) =>
      `${home}/blob/${oid}/${encodePath(file)}${as === 'bytes' ? '?raw=true' : ''}`;
    const { company } = context.req.query();
    const marked = company === undefined ? undefined : entryIn(list, company);
    const page = { list, locale, configuration: configuration.value, marked, addressOf };
    return context.html(renderSmallPage(page), 200, { 'content-security-policy': powerlessPolicy });
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
    if (!file.type.startsWith('text/html')) {
      return context.body(new Uint8Array(file.bytes), 200, headers);
    }
    const adapted = adaptPage(`${file.bytes}`, `${home}/site/${oid}/built/`);
    const markup = await withMark(adapted, context, playground, configuration.value);
    return context.body(markup, 200, headers);
  });
}

/** A page with the entry marked for which its address asks. */
async function withMark(
  page: string,
  context: WebContext,
  playground: Playground,
  configuration: Configuration,
): Promise<string> {
  const oid = context.req.param('oid') ?? '';
  const { company, locale = configuration.sourceLocale } = context.req.query();
  if (company === undefined) return page;
  const list = await listAt(playground, configuration, oid, locale);
  const entry = list && entryIn(list, company);
  return entry ? markEntry(page, entry) : page;
}
