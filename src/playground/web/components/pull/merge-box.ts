import { mayWrite } from '../../../people.ts';
import { homeOf } from '../../../playground.ts';
import { isAtWorkOn } from '../../facts/at-work.ts';
import type { ListChange } from '../../facts/list-change.ts';
import { counted } from '../counted.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { typed } from '../text.ts';
import type { CommentPlace } from '../thread/comment.ts';

/** What a merge box shows beside the pull request itself. */
export interface MergeState {
  /** Null where it is not open. */
  readonly isMergeable: boolean | null;
  /** What it does to the list. */
  readonly change: ListChange | undefined;
}

/** Whether a pull request can be merged, with the buttons that approve and merge it. */
export function mergeBox(place: CommentPlace, state: MergeState): Html {
  return html`<div class="merge" id="merge" data-live>${box(place, state)}</div>`;
}

function box(place: CommentPlace, { isMergeable, change }: MergeState): Html {
  const { issue, playground, visit } = place;
  const { pull, isOpen } = issue;
  const isWriter = mayWrite(issue.repository, visit.identity.login);
  if (pull?.merged) {
    return html`<div class="merge-box merge-done"><span class="merge-icon">${icon('git-merge')}</span><div class="merge-words"><h2>Merged and closed</h2><p>${outcome(change)} <a href="${homeOf(playground)}/site?show=${issue.number}">See the site</a>.</p></div>${deleteBranch(place, isWriter)}</div>`;
  }
  if (!isOpen) {
    return html`<div class="merge-box merge-quiet"><span class="merge-icon">${icon('git-pull-request-closed')}</span><div class="merge-words"><h2>Closed without merging</h2></div>${deleteBranch(place, isWriter)}</div>`;
  }
  if (isAtWorkOn(playground, issue)) {
    return html`<div class="merge-box merge-quiet"><span class="merge-icon spinner">${icon('sync')}</span><div class="merge-words"><h2>Powered By is working on this branch</h2><p>This takes a moment.</p></div></div>`;
  }
  if (isMergeable !== true) {
    return html`<div class="merge-box merge-bad"><span class="merge-icon">${icon('alert')}</span><div class="merge-words"><h2>This branch has conflicts</h2><p>Powered By rebuilds its pull requests when the base branch changes, unless somebody else pushed to the branch.</p></div></div>`;
  }
  const buttons = isWriter
    ? mergeButtons(place)
    : html`<p class="muted">Only people with write access can merge. Switch to the maintainer at the top.</p>`;
  return html`<div class="merge-box merge-good"><span class="merge-icon">${icon('git-merge')}</span><div class="merge-words">${approvals(place, isWriter)}<h2>${icon('check-circle-fill', 'icon-open')} No conflicts with the base branch</h2>${buttons}</div></div>`;
}

/** What a merge did for the company, as far as the pages say it. */
export function outcome(change: ListChange | undefined): Html {
  if (change === undefined) return nothing;
  const company = html`<strong>${typed(change.company)}</strong>`;
  switch (change.kind) {
    case 'added':
      return html`${company} is listed.`;
    case 'updated':
      return html`The entry of ${company} is updated.`;
    case 'removed':
      return html`${company} is no longer listed.`;
  }
}

/** Who approved, and the button that does. */
function approvals({ issue, playground, visit }: CommentPlace, isWriter: boolean): Html {
  const logins = new Set(
    issue.timeline
      .filter(({ happening }) => happening.type === 'PullRequestReview')
      .filter(({ actor }) => mayWrite(issue.repository, actor.login))
      .map(({ actor }) => actor.login),
  );
  if (logins.size > 0) {
    return html`<h2>${icon('check-circle-fill', 'icon-open')} Changes approved</h2><p class="muted approvals">${counted(logins.size, 'approving review')} by people with write access: ${[...logins].join(', ')}</p>`;
  }
  if (!isWriter) return nothing;
  return postForm(
    visit,
    { action: `${homeOf(playground)}/pull/${issue.number}/approve`, className: 'approvals' },
    html`<span>${icon('person')} No reviews yet</span><button class="button">${icon('check', 'icon-open')} Approve</button>`,
  );
}

const methods = [
  { method: 'merge', opens: 'Merge pull request', confirms: 'Confirm merge' },
  { method: 'squash', opens: 'Squash and merge', confirms: 'Confirm squash and merge' },
] as const;

/** Merging is confirmed, as on GitHub: each way of it opens a form of its own. */
function mergeButtons({ issue, playground, visit }: CommentPlace): Html {
  const path = `${homeOf(playground)}/pull/${issue.number}`;
  return html`<div class="merge-buttons">${methods.map(
    ({ method, opens, confirms }, index) =>
      html`<details class="confirm" name="merge-method" data-kept><summary class="button ${index === 0 ? 'button-primary' : ''}">${index === 0 ? icon('git-merge') : nothing} ${opens}</summary>${postForm(
        visit,
        { action: `${path}/merge`, className: 'buttons', label: opens },
        html`<p class="muted">${method === 'squash' ? html`One commit: <code>${typed(issue.title)} (#${issue.number})</code>` : html`A merge commit: <code>Merge pull request #${issue.number}</code>`}</p><button class="button button-primary" name="method" value="${method}" data-working="Merging…">${confirms}</button><a class="button" href="${path}">Cancel</a>`,
      )}</details>`,
  )}</div>`;
}

function deleteBranch({ issue, playground, visit }: CommentPlace, isWriter: boolean): Html {
  const isDeleted = issue.timeline.findLast(
    ({ happening }) => happening.type === 'HeadRefDeletedEvent',
  );
  if (!isWriter || isDeleted) return nothing;
  return postForm(
    visit,
    { action: `${homeOf(playground)}/pull/${issue.number}/delete-branch` },
    html`<button class="button">${icon('trash')} Delete branch</button>`,
  );
}
