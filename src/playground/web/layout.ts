import { homeOf, type Playground } from '../playground.ts';
import { banner } from './components/banner.ts';
import { type Html, html, nothing } from './components/html.ts';
import { icon } from './components/icon.ts';
import { identityMenu } from './components/identity-menu.ts';
import { type Tab, tabs } from './components/tabs.ts';
import { typed } from './components/text.ts';
import type { WebContext } from './visit.ts';

/** A page of ours. */
export interface Page {
  readonly title: string;
  readonly tab?: Tab;
  readonly content: Html;
  /** Its path, where that is not the one that was asked for: the answer to a form has the form's. */
  readonly path?: string;
  /** Of HTTP; 200 if left out. */
  readonly status?: 200 | 403 | 404 | 413 | 422 | 500;
}

/** Answers with a page: everything around what is its own. */
export function show(context: WebContext, playground: Playground, page: Page) {
  const visit = context.get('visit');
  const { repository } = playground;
  const home = homeOf(playground);
  const name = `${repository.owner.login}/${repository.name}`;
  const { notice } = visit;
  const path = page.path ?? pathOf(context);
  return context.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${name}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/colours.css">
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/script.js" type="module"></script>
</head>
<body data-upload="${home}/upload" data-preview="${home}/preview" data-csrf="${visit.token}" data-person="${visit.identity.key}" data-version="${visit.version}" data-path="${path}">
<a class="skip-link" href="#content">Skip to content</a>
<header class="top">
  <div class="top-line">
    <a class="brand" href="${home}" aria-label="Powered By playground">${mark}<span class="brand-name">Powered By <span>playground</span></span></a>
    <a class="repository-name" href="${home}">${icon('repo')}<span><span class="owner">${typed(repository.owner.login)}</span><span class="slash">/</span><strong>${typed(repository.name)}</strong></span></a>
    ${identityMenu(visit, path)}
  </div>
  ${tabs(playground, page.tab)}
</header>
${notice === undefined ? nothing : html`<div class="notice notice-${notice.kind}" role="${notice.kind === 'refused' ? 'alert' : 'status'}">${icon(notice.kind === 'refused' ? 'x-circle-fill' : 'check-circle-fill')}<span>${typed(notice.text)}</span></div>`}
${page.tab === 'behind' ? nothing : banner(playground, visit)}
<main id="content" tabindex="-1">${page.content}</main>
<footer class="foot"><p>The GitHub, the repository and the people here exist on this machine only. Nothing is sent anywhere.</p></footer>
<div id="announcer" class="visually-hidden" role="status"></div>
</body>
</html>`,
    page.status ?? 200,
  );
}

/** The path that was asked for, with its query. */
function pathOf({ req }: WebContext): string {
  const { pathname, search } = new URL(req.url);
  return pathname + search;
}

const mark = html`<svg class="mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true"><g fill="currentColor"><rect x="2" y="2" width="11" height="11" rx="3"/><rect x="15" y="2" width="11" height="11" rx="3"/><rect x="2" y="15" width="11" height="11" rx="3"/></g><rect class="mark-new" x="15" y="15" width="11" height="11" rx="3"/></svg>`;
