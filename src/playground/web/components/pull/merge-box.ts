import { mayWrite } from '../../../people.ts';
import { homeOf } from '../../../playground.ts';
import { isAtWorkOn } from '../../facts/at-work.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import type { CommentPlace } from '../thread/comment.ts';

/** Whether a pull request can be merged, with the button that does it. @param isMergeable null where it is not open */
export function mergeBox(place: CommentPlace, isMergeable: boolean | null): Html {
  return html`<div class="merge" id="merge" data-live>${box(place, isMergeable)}</div>`;
}

function box(place: CommentPlace, isMergeable: boolean | null): Html {
  const { issue, playground, visit } = place;
  const { pull, isOpen } = issue;
  const home = homeOf(playground);
  const isWriter = mayWrite(issue.repository, visit.identity.login);
  if (pull?.merged) {
    return html`<div class="merge-box merge-done"><span class="merge-icon">${icon('git-merge')}</span><div class="merge-words"><h2>Merged and closed</h2><p>The company is on the page. <a href="${home}/site">See the site</a>.</p></div>${deleteBranch(place, isWriter)}</div>`;
  }
  if (!isOpen) {
    return html`<div class="merge-box merge-quiet"><span class="merge-icon">${icon('git-pull-request-closed')}</span><div class="merge-words"><h2>Closed without being merged</h2></div>${deleteBranch(place, isWriter)}</div>`;
  }
  if (isAtWorkOn(playground, issue)) {
    return html`<div class="merge-box merge-quiet"><span class="merge-icon spinner">${icon('sync')}</span><div class="merge-words"><h2>Powered By is at work on this branch</h2><p>A moment, please.</p></div></div>`;
  }
  if (isMergeable !== true) {
    return html`<div class="merge-box merge-bad"><span class="merge-icon">${icon('alert')}</span><div class="merge-words"><h2>This branch has conflicts</h2><p>Powered By rebuilds its pull requests when the base moves, unless somebody pushed to the branch.</p></div></div>`;
  }
  const button = isWriter
    ? postForm(
        visit,
        { action: `${home}/pull/${issue.number}/merge`, className: 'merge-buttons' },
        html`<button class="button button-primary" name="method" value="merge" data-working="Merging…">${icon('git-merge')} Merge pull request</button><button class="button" name="method" value="squash" data-working="Merging…">Squash and merge</button>`,
      )
    : html`<p class="muted">Only those with write access can merge. Become the maintainer at the top.</p>`;
  return html`<div class="merge-box merge-good"><span class="merge-icon">${icon('git-merge')}</span><div class="merge-words"><h2>${icon('check-circle-fill', 'icon-open')} No conflicts with the base branch</h2>${button}</div></div>`;
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
