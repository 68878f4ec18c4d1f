import type { Hono } from 'hono';
import type { Configuration, FormatId } from '../../../../config/configuration.ts';
import type { Issue } from '../../../../emulator/world/model.ts';
import { languageName } from '../../../../submission/language-name.ts';
import { encodePath } from '../../../../text/addresses.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { configurationAt } from '../../../read-configuration.ts';
import { findBuiltPage } from '../../../site/find-built-page.ts';
import { entryMark } from '../../../site/mark-entry.ts';
import type { BuiltSite } from '../../../site/site-builder.ts';
import { type Html, html, nothing } from '../../components/html.ts';
import { icon } from '../../components/icon.ts';
import { typed } from '../../components/text.ts';
import { listChangeOf } from '../../facts/list-change.ts';
import { show } from '../../layout.ts';
import type { WebEnvironment } from '../../visit.ts';

/** The website as its readers see it: today's, and as a pull request would make it. */
export function addSite(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { repository } = playground;
  pages.get('/site', async (context) => {
    const number = Number(context.req.query('as-of') ?? 0);
    const asked = repository.issues.get(number);
    const shown = asked ?? repository.issues.get(Number(context.req.query('show') ?? 0));
    // One that is merged or closed is not to come: today's site is shown.
    const pull = asked?.isOpen ? asked.pull : undefined;
    const oid = pull?.headOid ?? (await repository.git.branch(repository.defaultBranch)) ?? '';
    const configuration = await configurationAt(playground, oid);
    const page = { title: 'The site', tab: 'site' } as const;
    if (!configuration?.ok) {
      return show(context, playground, { ...page, content: notReady(homeOf(playground)) });
    }
    const { locales, sourceLocale } = configuration.value;
    const wanted = context.req.query('locale') ?? '';
    const locale = locales.includes(wanted) ? wanted : sourceLocale;
    const asOf = pull && number;
    const view = { playground, configuration: configuration.value, oid, locale, asOf, shown };
    return show(context, playground, { ...page, content: await siteView(view) });
  });
}

/** What is shown of the site. */
interface SiteView {
  readonly playground: Playground;
  readonly configuration: Configuration;
  /** The commit's. */
  readonly oid: string;
  readonly locale: string;
  /** The number of the pull request whose commit it is. */
  readonly asOf: number | undefined;
  /** The pull request whose entry is scrolled to and marked. */
  readonly shown: Issue | undefined;
}

async function siteView(view: SiteView): Promise<Html> {
  const { playground, configuration, oid, locale, asOf, shown } = view;
  const home = homeOf(playground);
  const path = configuration.pages[locale] ?? '';
  const site = mayBeBuilt(configuration.format, path)
    ? await playground.sites.build(playground.repository, oid, path)
    : undefined;
  const place = site?.kind === 'hugo' ? await findBuiltPage(site, locale, path) : undefined;
  const file = place === undefined ? `small/${locale}` : `built/${encodePath(place)}`;
  const change = shown && (await listChangeOf(playground, shown));
  const marked = change && change.kind !== 'removed' ? markedPath(locale, change.company) : '';
  const frame = `${home}/site/${oid}/${file}${marked}`;
  const preview =
    asOf === undefined
      ? nothing
      : html`<p class="site-note">${icon('git-pull-request')}<span>This is a preview of the site once <a href="${home}/pull/${asOf}">#${asOf}</a> is merged.</span></p>`;
  return html`<div class="page-head"><h1>The site</h1><div class="site-tools">${languages(view)}${versions(view)}</div></div>
<div id="site" data-live>${site ? note(site, place) : listNote(configuration.format)}${preview}
<div class="browser"><div class="browser-bar"><span class="browser-dots" aria-hidden="true"></span><span class="browser-address">${icon('globe')} <span>${typed(place === undefined ? path : `/${place}`)}</span></span><a href="${frame}" class="tool" target="_blank" rel="noopener">${icon('arrow-right')}<span>Open in new tab</span></a></div>
<iframe src="${frame}" title="The page in ${languageName(locale, 'en')}" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe></div></div>`;
}

/** Whether a page may be one that Hugo builds: no data file is, nor a Markdown file beside the site's content. */
function mayBeBuilt(format: FormatId, path: string): boolean {
  if (format === 'front-matter-table') return true;
  if (format === 'entry-files') return false;
  return /\.(?:md|markdown|html?)$/i.test(path) && /(?:^|\/)content(?:[._-][^/]*)?\//.test(path);
}

/** Behind the path of a page: the company that is marked on it. */
function markedPath(locale: string, company: string): string {
  return `?${new URLSearchParams({ locale, company })}#${entryMark}`;
}

function languages({ playground, configuration, locale, asOf, shown }: SiteView): Html {
  if (configuration.locales.length < 2) return nothing;
  const address = (each: string) => {
    const kept = asOf === undefined ? shown && { show: `${shown.number}` } : { 'as-of': `${asOf}` };
    const asked = { locale: each, ...kept };
    return `${homeOf(playground)}/site?${new URLSearchParams(asked)}`;
  };
  return html`<nav class="segmented" aria-label="Language">${configuration.locales.map(
    (each) =>
      html`<a href="${address(each)}" ${each === locale ? html`aria-current="true"` : ''}>${languageName(each, 'en')}</a>`,
  )}</nav>`;
}

/** Today's site, or that of a pull request that is open. */
function versions({ playground, locale, asOf }: SiteView): Html {
  const { emulator, repository } = playground;
  const open = emulator.pulls(repository).filter(({ isOpen }) => isOpen);
  return html`<form class="as-of" action="${homeOf(playground)}/site"><input type="hidden" name="locale" value="${locale}"><label for="as-of">As of</label><select id="as-of" name="as-of" data-submit><option value="">${repository.defaultBranch}, today</option>${open.map(
    ({ number, title }) =>
      html`<option value="${number}" ${number === asOf ? 'selected' : ''}>#${number} ${title.slice(0, 60)}</option>`,
  )}</select><button class="button">Show</button></form>`;
}

function note(site: BuiltSite, place: string | undefined): Html {
  if (site.kind === 'hugo') {
    return place === undefined
      ? html`<p class="site-note">${icon('info')} Hugo built the site, but not the page where the playground expects it. The playground’s own renderer shows it instead.</p>`
      : html`<p class="site-note muted">${icon('check')} Built by ${site.version}, like the project’s own site.</p>`;
  }
  const complaint =
    site.complaint === undefined
      ? nothing
      : html`<details><summary>What Hugo said</summary><pre tabindex="0">${site.complaint.slice(0, 4000)}</pre></details>`;
  return html`<div class="site-note">${icon('info')} <div>${site.reason} The playground’s own renderer shows the page instead.${complaint}</div></div>`;
}

/** How a list is shown that is no page of a site. */
function listNote(format: FormatId): Html {
  const words = format.startsWith('markdown-')
    ? 'The file as GitHub shows it.'
    : 'The entries of the file, as its keys name them. What the project makes of them looks different.';
  return html`<p class="site-note muted">${icon('info')} <span>${words}</span></p>`;
}

function notReady(home: string): Html {
  return html`<div class="blank">${icon('browser', 'blank-icon')}<h1>No page is configured yet</h1><p>The repository has no <code>.github/poweredby.yml</code> that can be read. The home page sets it up.</p><p><a class="button button-primary" href="${home}">Home</a></p></div>`;
}
