import type { Hono } from 'hono';
import type { Issue } from '../../../emulator/world/model.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { formText } from '../../read-configuration.ts';
import { counted } from '../components/counted.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { label } from '../components/label.ts';
import { stateIcon } from '../components/state-badge.ts';
import { typed } from '../components/text.ts';
import { time } from '../components/time.ts';
import { formPath } from '../issue-form/form-path.ts';
import { show } from '../layout.ts';
import type { WebEnvironment } from '../visit.ts';

/** The lists of issues and of pull requests. */
export function addLists(pages: Hono<WebEnvironment>, playground: Playground): void {
  for (const kind of ['issues', 'pulls'] as const) {
    pages.get(`/${kind}`, async (context) => {
      const isClosed = context.req.query('state') === 'closed';
      const title = kind === 'issues' ? 'Issues' : 'Pull requests';
      return show(context, playground, {
        title,
        tab: kind,
        content: list(
          { kind, isClosed, hasForm: (await formText(playground)) !== undefined },
          playground,
        ),
      });
    });
  }
}

/** What is listed. */
interface List {
  readonly kind: 'issues' | 'pulls';
  readonly isClosed: boolean;
  /** Whether the repository has its issue form. */
  readonly hasForm: boolean;
}

function list(shownList: List, playground: Playground): Html {
  const { kind, isClosed, hasForm } = shownList;
  const home = homeOf(playground);
  const all = [...playground.repository.issues.values()].filter(
    ({ pull }) => (pull !== undefined) === (kind === 'pulls'),
  );
  const open = all.filter(({ isOpen }) => isOpen);
  const shown = (isClosed ? all.filter(({ isOpen }) => !isOpen) : open).toReversed();
  const newIssue = html`<a class="button button-primary" href="${home}/issues/new${hasForm ? '/choose' : ''}">${icon('plus')} New issue</a>`;
  const link = (words: string, count: number, state: string, isCurrent: boolean) =>
    html`<a href="${home}/${kind}${state}" ${isCurrent ? html`aria-current="true"` : ''}>${words} <span class="counter">${count}</span></a>`;
  return html`<div class="page-head"><h1>${kind === 'issues' ? 'Issues' : 'Pull requests'}</h1>${kind === 'issues' ? newIssue : nothing}</div>
<section class="list" id="list" data-live aria-label="${isClosed ? 'Closed' : 'Open'} ${kind === 'issues' ? 'issues' : 'pull requests'}">
  <div class="list-head">${link('Open', open.length, '', !isClosed)}${link('Closed', all.length - open.length, '?state=closed', isClosed)}</div>
  ${shown.length === 0 ? empty(shownList, home) : html`<ul>${shown.map((issue) => row(issue, playground))}</ul>`}
</section>`;
}

function row(issue: Issue, playground: Playground): Html {
  const { number, title, author, createdAt, closedAt, isOpen, labels, comments, pull } = issue;
  const now = playground.emulator.clock.now();
  const path = `${homeOf(playground)}/${pull ? 'pull' : 'issues'}/${number}`;
  const verb = pull?.merged ? 'was merged' : 'was closed';
  const when =
    isOpen || !closedAt
      ? html`opened ${time(createdAt, now)}`
      : html`${verb} ${time(closedAt, now)}`;
  const words = counted(comments.length, 'comment');
  return html`<li>${stateIcon(issue)}<div class="list-words"><p class="list-title"><a href="${path}">${typed(title)}</a> ${labels.map(label)}</p><p class="muted">#${number} by ${author.login} ${when}</p></div>${
    comments.length === 0
      ? nothing
      : html`<span class="list-count" title="${words}">${icon('comment')}<span aria-hidden="true">${comments.length}</span><span class="visually-hidden">${words}</span></span>`
  }</li>`;
}

function empty({ kind, isClosed, hasForm }: List, home: string): Html {
  if (isClosed) return html`<div class="blank"><h2>Nothing has been closed yet</h2></div>`;
  if (kind === 'issues' && !hasForm) {
    return html`<div class="blank">${icon('issue-opened', 'blank-icon')}<h2>No company can ask yet</h2><p>The repository has no issue form. Set it up first.</p><p><a class="button button-primary" href="${home}">Home</a></p></div>`;
  }
  return kind === 'issues'
    ? html`<div class="blank">${icon('issue-opened', 'blank-icon')}<h2>No open issues</h2><p>Be the first company to ask: fill in the form.</p><p><a class="button button-primary" href="${formPath(home)}">Open the form</a></p></div>`
    : html`<div class="blank">${icon('git-pull-request', 'blank-icon')}<h2>No open pull requests</h2><p>Powered By opens one a moment after a company has filled in the form.</p><p><a class="button" href="${home}/issues">See the issues</a></p></div>`;
}
