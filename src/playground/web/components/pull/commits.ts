import type { CommitObject } from '../../../../emulator/git/git-objects.ts';
import { homeOf } from '../../../playground.ts';
import { avatar } from '../avatar.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';
import type { CommentPlace } from '../thread/comment.ts';
import { time } from '../time.ts';

/** GitHub signs what is committed on its own pages and by apps. */
function isVerified({ committer }: CommitObject): boolean {
  return committer.email.startsWith('noreply@');
}

function verified(commit: CommitObject): Html {
  return isVerified(commit) ? html`<span class="pill pill-verified">Verified</span>` : nothing;
}

function headline({ message }: CommitObject): string {
  return message.split('\n', 1)[0] ?? '';
}

/** A commit as a line of a thread. */
export function commitLine(place: CommentPlace, commit: CommitObject): Html {
  const path = `${homeOf(place.playground)}/pull/${place.issue.number}/commits`;
  return html`<div class="thread-item happening commit-line" id="commit-${commit.oid}" data-live-item><span class="happening-icon happening-quiet">${icon('git-commit')}</span><p>${avatar(commit.author.name, 20)} <a class="quiet-link" href="${path}">${typed(headline(commit))}</a> <span class="commit-side">${verified(commit)} <code>${commit.oid.slice(0, 7)}</code></span></p></div>`;
}

/** The commits of a pull request, whole. */
export function commitList({ playground }: CommentPlace, commits: readonly CommitObject[]): Html {
  const now = playground.emulator.clock.now();
  return html`<section class="list" id="commits" data-live aria-label="Commits"><ul>${commits.map(
    (commit) => {
      const rest = commit.message.split('\n').slice(1).join('\n').trim();
      return html`<li><div class="list-words"><p class="list-title">${typed(headline(commit))}</p>${rest === '' ? nothing : html`<pre class="commit-message">${typed(rest)}</pre>`}<p class="muted">${avatar(commit.author.name, 20)} ${typed(commit.author.name)} committed ${time(commit.committer.date, now)}</p></div><span class="commit-side">${verified(commit)} <code>${commit.oid.slice(0, 7)}</code></span></li>`;
    },
  )}</ul></section>`;
}
