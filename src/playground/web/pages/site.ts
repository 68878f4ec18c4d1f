import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Hono } from 'hono';
import { readPage } from '../../../page/read/read-page.ts';
import { languageName } from '../../../submission/language-name.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { adaptPage } from '../../site/adapt-page.ts';
import { findBuiltPage } from '../../site/find-built-page.ts';
import type { BuiltSite } from '../../site/site-builder.ts';
import { renderSmallPage } from '../../site/small-page.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { typed } from '../components/text.ts';
import { powerlessPolicy } from '../guard.ts';
import { show } from '../layout.ts';
import type { WebEnvironment } from '../visit.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The website as its readers see it: today's, and as a pull request would make it. */
export function addSite(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { repository, emulator, sites } = playground;
  const home = homeOf(playground);

  pages.get('/site', async (context) => {
    const asOf = Number(context.req.query('as-of') ?? 0);
    const pull = repository.issues.get(asOf)?.pull;
    const oid = pull?.headOid ?? (await repository.git.branch(repository.defaultBranch)) ?? '';
    const configuration = await configurationAt(playground, oid);
    if (!configuration?.ok) {
      return show(context, playground, { title: 'The site', tab: 'site', content: notReady(home) });
    }
    const { locales, sourceLocale, pages: paths } = configuration.value;
    const asked = context.req.query('locale') ?? '';
    const locale = locales.includes(asked) ? asked : sourceLocale;
    const path = paths[locale] ?? '';
    const site = await sites.build(repository, oid, path);
    const place = site.kind === 'hugo' ? await findBuiltPage(site.folder, locale, path) : undefined;
    const frame =
      place === undefined
        ? `${home}/site/${oid}/small/${locale}`
        : `${home}/site/${oid}/built/${place}`;
    const query = (values: Record<string, string>) =>
      `${home}/site?${new URLSearchParams({ locale, ...(pull ? { 'as-of': `${asOf}` } : {}), ...values })}`;
    const languages = html`<nav class="segmented" aria-label="Language">${locales.map(
      (each) =>
        html`<a href="${query({ locale: each })}" ${each === locale ? html`aria-current="true"` : ''}>${languageName(each, 'en')}</a>`,
    )}</nav>`;
    const open = emulator.pulls(repository).filter(({ isOpen }) => isOpen);
    const versions = html`<form class="as-of" action="${home}/site"><input type="hidden" name="locale" value="${locale}"><label for="as-of">As of</label><select id="as-of" name="as-of" data-submit><option value="">${repository.defaultBranch}, today</option>${open.map(
      ({ number, title }) =>
        html`<option value="${number}" ${number === asOf ? 'selected' : ''}>#${number} ${title.slice(0, 60)}</option>`,
    )}</select><button class="button">Show</button></form>`;
    const address = place === undefined ? path : `/${place}`;
    const content = html`<div class="page-head"><h1>The site</h1><div class="site-tools">${languages}${versions}</div></div>
<div id="site" data-live>${note(site, place)}${pull ? html`<p class="site-note">${icon('git-pull-request')}<span>This is how the site will look once <a href="${home}/pull/${asOf}">#${asOf}</a> is merged.</span></p>` : nothing}
<div class="browser"><div class="browser-bar"><span class="browser-dots" aria-hidden="true"></span><span class="browser-address">${icon('globe')} <span>${typed(address)}</span></span><a href="${frame}" class="tool">${icon('arrow-right')}<span>Open alone</span></a></div>
<iframe src="${frame}" title="The page in ${languageName(locale, 'en')}" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe></div></div>`;
    return show(context, playground, { title: 'The site', tab: 'site', content });
  });

  pages.get('/site/:oid{[0-9a-f]{40}}/small/:locale', async (context) => {
    const { oid, locale } = context.req.param();
    const configuration = await configurationAt(playground, oid);
    const path = configuration?.ok ? configuration.value.pages[locale] : undefined;
    const text = path && (await emulator.readFile(repository, path, oid));
    if (!configuration?.ok || !path || !text) return context.notFound();
    const page = readPage(text, { table: configuration.value.table, path });
    if (!page.ok) return context.notFound();
    const addressOf = (file: string) =>
      `${home}/blob/${oid}/${file.split('/').map(encodeURIComponent).join('/')}?raw=true`;
    const markup = renderSmallPage({
      page: page.value,
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
    const file = await readBuilt(site.folder, path);
    if (file === undefined) return context.notFound();
    const headers = { 'content-type': file.type, 'content-security-policy': powerlessPolicy };
    const base = `${home}/site/${oid}/built/`;
    const isPage = file.type.startsWith('text/html');
    const body = isPage ? new TextEncoder().encode(adaptPage(`${file.bytes}`, base)) : file.bytes;
    return context.body(new Uint8Array(body), 200, headers);
  });
}

/** A file of a built site; a folder stands for the page in it. */
async function readBuilt(folder: string, path: string) {
  const name = normalize(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (name.startsWith('..') || name.startsWith('/') || name.includes('\0')) return undefined;
  const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
  try {
    return { type, bytes: await readFile(join(folder, name)) };
  } catch {
    return undefined;
  }
}

function note(site: BuiltSite, place: string | undefined): Html {
  if (site.kind === 'hugo') {
    return place === undefined
      ? html`<p class="site-note">${icon('info')} Hugo built the site, but the page is at none of the usual places: the playground’s small renderer draws it instead.</p>`
      : html`<p class="site-note muted">${icon('check')} Built by ${site.version}, as the project’s own site is.</p>`;
  }
  const complaint =
    site.complaint === undefined
      ? nothing
      : html`<details><summary>What Hugo said</summary><pre tabindex="0">${site.complaint.slice(0, 4000)}</pre></details>`;
  return html`<div class="site-note">${icon('info')} <div>${site.reason} The playground’s small renderer draws the page: the words are right, the looks are not the site’s.${complaint}</div></div>`;
}

function notReady(home: string): Html {
  return html`<div class="blank">${icon('browser', 'blank-icon')}<h1>No page is configured yet</h1><p>The repository has no <code>.github/poweredby.yml</code>, or one that cannot be read.</p><p><a class="button" href="${home}">Home</a></p></div>`;
}
