import type { Account, Comment, Issue } from '../../../../emulator/world/model.ts';
import { roleIn } from '../../../people.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { renderMarkdown } from '../../markdown/render-markdown.ts';
import type { Visit } from '../../visit.ts';
import { avatar } from '../avatar.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { time } from '../time.ts';
import { writingBox } from '../writing-box.ts';
import { reactions } from './reactions.ts';

/** Where a comment is. */
export interface CommentPlace {
  readonly playground: Playground;
  readonly visit: Visit;
  readonly issue: Issue;
}

/** What somebody wrote: an issue's own words, or a comment's. */
export function commentBox(place: CommentPlace, subject: Issue | Comment): Html {
  const { playground, visit, issue } = place;
  const { author, body, createdAt } = subject;
  const isFirst = subject.kind === 'issue';
  const id = isFirst ? `issue-${issue.id}` : `issuecomment-${subject.id}`;
  const path = `${homeOf(playground)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  const action = isFirst ? `${path}/body` : `${path}/comments/${subject.id}`;
  const edited = subject.lastEditedAt;
  const now = playground.emulator.clock.now();
  const words =
    body.trim() === ''
      ? html`<p class="muted"><em>No description provided.</em></p>`
      : renderMarkdown(body, playground);
  const tasks = mayEdit(place, subject) ? html`data-tasks="${action}/tasks"` : '';
  return html`<article class="thread-item comment ${author === visit.person.account ? 'comment-own' : ''}" id="${id}" data-live-item aria-label="${author.login} wrote">
  <div class="comment-avatar">${avatar(author.login, 40)}</div>
  <div class="comment-frame">
    <h2 class="visually-hidden">${author.login} ${isFirst ? 'opened this' : 'commented'}</h2>
    <div class="comment-head">
      <div class="comment-who">${avatar(author.login, 20)}<strong>${author.login}</strong>${author.type === 'Bot' ? html` <span class="pill">bot</span>` : nothing} <span class="muted">${isFirst ? 'opened this' : 'commented'} <a class="quiet" href="#${id}">${time(createdAt, now)}</a>${edited ? ' · edited' : ''}</span></div>
      <div class="comment-tools">${association(author, place)}${tools(place, subject, id)}</div>
    </div>
    ${editForm(place, subject, action, id)}
    ${foldable(subject, html`<div class="comment-body markdown" ${tasks}>${words}</div>`)}
    ${reactions(visit, subject, `${action}/reactions`)}
  </div>
</article>`;
}

/** GitHub hides a minimized comment until somebody asks for it. */
function foldable(subject: Issue | Comment, words: Html): Html {
  if (subject.kind === 'issue' || subject.minimizedReason === null) return words;
  const reason = subject.minimizedReason.toLowerCase();
  return html`<details class="comment-hidden"><summary>This comment was marked as ${reason}.</summary>${words}</details>`;
}

function association(author: Account, { issue }: CommentPlace): Html {
  const role = roleIn(issue.repository, author.login);
  const word =
    role === 'read' ? (author === issue.author && author.type !== 'Bot' ? 'Author' : '') : 'Member';
  return word === '' || author.type === 'Bot' ? nothing : html`<span class="pill">${word}</span>`;
}

function mayEdit({ visit, issue }: CommentPlace, subject: Issue | Comment): boolean {
  const role = roleIn(issue.repository, visit.identity.login);
  const least =
    subject.kind === 'issue'
      ? ['triage', 'write', 'maintain', 'admin']
      : ['write', 'maintain', 'admin'];
  return subject.author === visit.person.account || least.includes(role);
}

function tools(place: CommentPlace, subject: Issue | Comment, id: string): Html {
  if (!mayEdit(place, subject)) return nothing;
  const what =
    subject.kind === 'issue' ? 'the description' : `the comment by ${subject.author.login}`;
  return html`<details class="menu comment-menu" data-menu><summary aria-label="Menu of ${what}">${icon('kebab-horizontal')}</summary><div class="menu-panel"><a class="menu-item" href="#edit-${id}">${icon('pencil')} Edit</a></div></details>`;
}

/** Shown when it is the target of an address, so that it needs no script. */
function editForm(place: CommentPlace, subject: Issue | Comment, action: string, id: string): Html {
  if (!mayEdit(place, subject)) return nothing;
  const { visit, issue } = place;
  const isFirst = subject.kind === 'issue';
  const what = isFirst ? 'the description' : 'the comment';
  return postForm(
    visit,
    { action, className: 'edit-form', hasFiles: true, label: `Edit ${what}` },
    html`<div id="edit-${id}" class="edit-anchor" tabindex="-1"></div>${writingBox({
      attributes: html`name="body" aria-label="Text of ${what}"`,
      text: subject.body,
      rows: Math.min(24, Math.max(6, subject.body.split('\n').length + 1)),
      fileField: 'file',
      label: what,
    })}<div class="form-foot">${
      isFirst
        ? nothing
        : html`<button class="button button-danger" name="delete" value="yes">${icon('trash')} Delete</button>`
    }<a class="button" href="#${isFirst ? `issue-${issue.id}` : id}" data-cancel>Cancel</a><button class="button button-primary">Save</button></div>`,
  );
}
