import { roleIn } from '../../../people.ts';
import { homeOf } from '../../../playground.ts';
import { counted } from '../counted.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { stateBadge } from '../state-badge.ts';
import { typed } from '../text.ts';
import { time } from '../time.ts';
import type { CommentPlace } from './comment.ts';

/** The title of an issue or a pull request, and its state. */
export function threadHead(place: CommentPlace): Html {
  const { issue, playground } = place;
  const { number, title, author, createdAt, comments } = issue;
  const now = playground.emulator.clock.now();
  const words = counted(comments.length, 'comment');
  const line = issue.pull
    ? pullLine(place)
    : html`<strong>${author.login}</strong> opened this issue ${time(createdAt, now)} · ${words}`;
  return html`<div class="thread-head" id="thread-head" data-live>
  <div class="thread-title"><h1>${typed(title)} <span class="number">#${number}</span></h1>${retitle(place)}</div>
  <div class="thread-state">${stateBadge(issue)}<p class="muted">${line}</p></div>
</div>`;
}

function pullLine({ issue, playground }: CommentPlace): Html {
  const { pull, author, createdAt } = issue;
  if (!pull) return nothing;
  const now = playground.emulator.clock.now();
  const branches = html`into <code class="branch">${pull.baseRefName}</code> from <code class="branch">${pull.headRefName}</code>`;
  const commits = counted(pull.commits, 'commit');
  return pull.merged
    ? html`<strong>${pull.merged.by.login}</strong> merged ${commits} ${branches} ${time(pull.merged.at, now)}`
    : html`<strong>${author.login}</strong> wants to merge ${commits} ${branches} · ${time(createdAt, now)}`;
}

/** The title's own form takes its place when it is the target of an address, so that it needs no script. */
function retitle({ issue, playground, visit }: CommentPlace): Html {
  const role = roleIn(issue.repository, visit.identity.login);
  const mayEdit = issue.author === visit.person.account || role !== 'read';
  if (!mayEdit || role === 'none') return nothing;
  const path = `${homeOf(playground)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  return html`<a class="button title-edit" href="#edit-title">${icon('pencil')} Edit title</a>${postForm(
    visit,
    { action: `${path}/title`, className: 'title-form', label: 'Edit the title' },
    html`<div id="edit-title" class="edit-anchor" tabindex="-1"></div><input type="text" name="title" value="${issue.title}" required aria-label="Title" autocomplete="off"><div class="buttons"><button class="button button-primary">Save</button><a class="button" href="#thread-head" data-cancel>Cancel</a></div>`,
  )}`;
}
