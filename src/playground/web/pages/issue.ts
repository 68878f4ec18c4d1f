import type { Hono } from 'hono';
import type { Issue } from '../../../emulator/world/model.ts';
import { mayWrite } from '../../people.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { outcome } from '../components/pull/merge-box.ts';
import { stateIcon } from '../components/state-badge.ts';
import { typed } from '../components/text.ts';
import type { CommentPlace } from '../components/thread/comment.ts';
import { sidebar } from '../components/thread/sidebar.ts';
import { newComment, thread } from '../components/thread/thread.ts';
import { threadHead } from '../components/thread/thread-head.ts';
import { pullsOf } from '../facts/at-work.ts';
import { listChangeOf } from '../facts/list-change.ts';
import { show } from '../layout.ts';
import type { WebEnvironment } from '../visit.ts';

/** The page of an issue. */
export function addIssue(pages: Hono<WebEnvironment>, playground: Playground): void {
  pages.get('/issues/:number{[0-9]+}', async (context) => {
    const issue = playground.repository.issues.get(Number(context.req.param('number')));
    if (issue === undefined) return context.notFound();
    const home = homeOf(playground);
    if (issue.pull) return context.redirect(`${home}/pull/${issue.number}`, 302);
    const place = { playground, visit: context.get('visit'), issue };
    const content = html`${threadHead(place)}
<div class="with-side">
  <div class="side-main">${thread(place)}${newComment(place)}</div>
  ${sidebar(place, [development(place), await nextStep(place)])}
</div>`;
    return show(context, playground, {
      title: `${issue.title} · Issue #${issue.number}`,
      tab: 'issues',
      content,
    });
  });
}

function development({ playground, issue }: CommentPlace): Html {
  const pulls = pullsOf(playground, issue);
  const home = homeOf(playground);
  const links =
    pulls.length === 0
      ? html`<p class="muted">No pull request yet</p>`
      : html`<ul class="plain">${pulls.map(
          (pull) =>
            html`<li class="linked">${stateIcon(pull)}<a href="${home}/pull/${pull.number}">${typed(pull.title)} <span class="muted">#${pull.number}</span></a></li>`,
        )}</ul>`;
  return html`<section class="side-section"><h2>Development</h2>${links}</section>`;
}

/** What a newcomer would look at next. */
async function nextStep({ playground, visit, issue }: CommentPlace): Promise<Html> {
  const [pull] = pullsOf(playground, issue);
  const step = await stepFor(playground, pull, mayWrite(issue.repository, visit.identity.login));
  return step === nothing
    ? nothing
    : html`<section class="side-section hint"><h2>What next?</h2>${step}</section>`;
}

async function stepFor(
  playground: Playground,
  pull: Issue | undefined,
  isWriter: boolean,
): Promise<Html> {
  const home = homeOf(playground);
  if (pull?.pull?.merged) {
    const change = await listChangeOf(playground, pull);
    return html`<p>${outcome(change)} <a href="${home}/site?show=${pull.number}">See the site</a>.</p>`;
  }
  if (!pull?.isOpen) return nothing;
  return isWriter
    ? html`<p>Review <a href="${home}/pull/${pull.number}">the pull request</a> and merge it.</p>`
    : html`<p>Switch to the maintainer at the top, and merge <a href="${home}/pull/${pull.number}">the pull request</a>.</p>`;
}
