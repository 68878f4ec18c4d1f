import type { Hono } from 'hono';
import type { Issue } from '../../../emulator/world/model.ts';
import { issueOfBranch } from '../../../reconcile/observe/branch-names.ts';
import { mayWrite } from '../../people.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { act } from '../act.ts';
import { counted } from '../components/counted.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { checkBox } from '../components/pull/check-box.ts';
import { commitLine, commitList } from '../components/pull/commits.ts';
import { fileDiff } from '../components/pull/file-diff.ts';
import { mergeBox } from '../components/pull/merge-box.ts';
import { stateIcon } from '../components/state-badge.ts';
import { typed } from '../components/text.ts';
import type { CommentPlace } from '../components/thread/comment.ts';
import { sidebar } from '../components/thread/sidebar.ts';
import { newComment, thread } from '../components/thread/thread.ts';
import { threadHead } from '../components/thread/thread-head.ts';
import { listChangeOf } from '../facts/list-change.ts';
import { commitsOf, filesOf } from '../facts/pull-facts.ts';
import { readForm, textOf } from '../guard.ts';
import { show } from '../layout.ts';
import type { WebContext, WebEnvironment } from '../visit.ts';

type Part = 'conversation' | 'commits' | 'files';

/** The pages of a pull request: conversation, commits, files; and what can be done with it. */
export function addPull(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  const page = (place: string, part: Part, content: (place: CommentPlace) => Promise<Html>) => {
    pages.get(`/pull/:number{[0-9]+}${place}`, async (context) => {
      const issue = findPull(context, playground);
      if (issue === undefined) return context.notFound();
      if (!issue.pull) return context.redirect(`${home}/issues/${issue.number}`, 302);
      const at = { playground, visit: context.get('visit'), issue };
      const inside = await content(at);
      const whole = html`${threadHead(at)}${parts(at, part)}${inside}`;
      const title = `${issue.title} · Pull request #${issue.number}`;
      return show(context, playground, { title, tab: 'pulls', content: whole });
    });
  };
  page('', 'conversation', conversation);
  page('/commits', 'commits', async (place) => commitList(place, await commits(place)));
  page('/files', 'files', files);
  addMerging(pages, playground);
}

function findPull(context: WebContext, { repository }: Playground): Issue | undefined {
  return repository.issues.get(Number(context.req.param('number')));
}

async function commits({ issue }: CommentPlace) {
  return issue.pull ? commitsOf(issue.repository, issue.pull) : [];
}

async function conversation(place: CommentPlace): Promise<Html> {
  const { emulator } = place.playground;
  const made = await commits(place);
  const lines = made.map((commit) => ({
    at: commit.committer.date,
    line: commitLine(place, commit),
  }));
  const [isMergeable, change] = await Promise.all([
    emulator.isMergeable(place.issue),
    listChangeOf(place.playground, place.issue),
  ]);
  return html`<div class="with-side">
  <div class="side-main">${thread(place, lines)}${checkBox(place)}${mergeBox(place, { isMergeable, change })}${newComment(place)}</div>
  ${sidebar(place, [fromIssue(place), onSite(place), pushByHand(place)])}
</div>`;
}

async function files({ issue, playground }: CommentPlace): Promise<Html> {
  if (!issue.pull) return nothing;
  const changed = await filesOf(issue.repository, issue.pull);
  const { additions, deletions } = issue.pull.changes;
  const count = counted(changed.length, 'file');
  return html`<div id="files" data-live><h2 class="visually-hidden">Files changed</h2><p class="files-summary">${count} changed, <span class="additions">${counted(additions, 'line')} added</span>, <span class="deletions">${deletions} removed</span></p>${changed.map((file) => fileDiff(file, playground))}</div>`;
}

function parts({ issue, playground }: CommentPlace, current: Part): Html {
  const path = `${homeOf(playground)}/pull/${issue.number}`;
  const { commits: made = 0, changes } = issue.pull ?? {};
  const link = (
    part: Part,
    place: string,
    words: string,
    count: number,
    name: 'comment' | 'git-commit' | 'file',
  ) =>
    html`<li><a href="${path}${place}" ${part === current ? html`aria-current="page"` : ''}>${icon(name)}${words} <span class="counter">${count}</span></a></li>`;
  return html`<nav class="tabs tabs-inside" id="parts" data-live aria-label="Pull request"><ul>${link('conversation', '', 'Conversation', issue.comments.length, 'comment')}${link('commits', '/commits', 'Commits', made, 'git-commit')}${link('files', '/files', 'Files changed', changes?.files.length ?? 0, 'file')}</ul></nav>`;
}

function fromIssue({ issue, playground }: CommentPlace): Html {
  const number = issueOfBranch(issue.pull?.headRefName ?? '');
  const from = number === undefined ? undefined : playground.repository.issues.get(number);
  if (from === undefined) return nothing;
  return html`<section class="side-section"><h2>Development</h2><ul class="plain"><li class="linked">${stateIcon(from)}<a href="${homeOf(playground)}/issues/${from.number}">${typed(from.title)} <span class="muted">#${from.number}</span></a></li></ul></section>`;
}

/** The site with what it brings; one that was closed unmerged brings nothing. */
function onSite({ issue, playground }: CommentPlace): Html {
  const home = homeOf(playground);
  if (!issue.isOpen && !issue.pull?.merged) return nothing;
  const link = issue.isOpen
    ? html`<a class="with-icon" href="${home}/site?as-of=${issue.number}">${icon('browser')} Preview the site</a>`
    : html`<a class="with-icon" href="${home}/site?show=${issue.number}">${icon('browser')} See it on the site</a>`;
  return html`<section class="side-section"><h2>The site</h2><p>${link}</p></section>`;
}

/** Lets a maintainer change the app's branch, as somebody with a clone could. */
function pushByHand({ issue, playground, visit }: CommentPlace): Html {
  const { pull, isOpen, repository } = issue;
  if (!pull || !isOpen || !mayWrite(repository, visit.identity.login)) return nothing;
  const file = pull.changes.files.find(
    ({ path, status }) => path.endsWith('.md') && status !== 'removed',
  );
  if (file === undefined) return nothing;
  const query = new URLSearchParams({ branch: pull.headRefName, path: file.path });
  return html`<section class="side-section"><h2>By hand</h2><p><a class="with-icon" href="${homeOf(playground)}/edit?${query}">${icon('repo-push')} Push a commit to this branch</a></p></section>`;
}

function addMerging(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  pages.post('/pull/:number{[0-9]+}/merge', async (context) => {
    const issue = findPull(context, playground);
    if (issue === undefined) return context.notFound();
    const method = textOf(await readForm(context), 'method') === 'squash' ? 'squash' : 'merge';
    return act(context, `${home}/pull/${issue.number}`, async () => {
      await context.get('visit').person.merge(issue, method);
    });
  });
  pages.post('/pull/:number{[0-9]+}/approve', (context) => {
    const issue = findPull(context, playground);
    if (issue === undefined) return context.notFound();
    return act(context, `${home}/pull/${issue.number}`, () =>
      context.get('visit').person.approve(issue),
    );
  });
  pages.post('/pull/:number{[0-9]+}/delete-branch', async (context) => {
    const issue = findPull(context, playground);
    if (!issue?.pull) return context.notFound();
    const { headRefName } = issue.pull;
    return act(context, `${home}/pull/${issue.number}`, () =>
      context.get('visit').person.forcePush(playground.repository, headRefName),
    );
  });
}
