import type { Issue, TimelineEvent } from '../../../../emulator/world/model.ts';
import { roleIn } from '../../../people.ts';
import { homeOf } from '../../../playground.ts';
import { isAtWorkOn } from '../../facts/at-work.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { writingBox } from '../writing-box.ts';
import { type CommentPlace, commentBox } from './comment.ts';
import { happening } from './happening.ts';

/** A line that a page puts into a thread of its own, such as a commit. */
export interface ThreadLine {
  readonly at: Date;
  readonly line: Html;
}

/** What was written and done, in its order. */
export function thread(place: CommentPlace, lines: readonly ThreadLine[] = []): Html {
  const { playground, issue } = place;
  const entries = [
    ...issue.comments.map((comment) => ({
      at: comment.createdAt,
      id: comment.id,
      line: commentBox(place, comment),
    })),
    ...issue.timeline.filter(isOfNote).map((event) => ({
      at: event.createdAt,
      id: event.id,
      line: happening(event, playground),
    })),
    ...lines.map(({ at, line }) => ({ at, id: 0, line })),
  ];
  entries.sort((one, other) => one.at.getTime() - other.at.getTime() || one.id - other.id);
  return html`<div class="thread" id="thread" data-live="list">${commentBox(place, issue)}${entries.map(({ line }) => line)}${working(place)}</div>`;
}

/** A merge closes the pull request, which needs no line of its own. */
function isOfNote({ happening }: TimelineEvent, index: number, all: TimelineEvent[]): boolean {
  const before = all[index - 1]?.happening.type;
  return happening.type !== 'ClosedEvent' || before !== 'MergedEvent';
}

/** What is at the end of a thread while the app is at work; after some seconds it says where to look. */
function working({ playground, issue }: CommentPlace): Html {
  if (!isAtWorkOn(playground, issue)) return nothing;
  return html`<div class="thread-item working" id="working" data-live-item><span class="happening-icon happening-quiet spinner">${icon('sync')}</span><p>Powered By is working on this… <span class="late">This takes longer than usual: <a href="${homeOf(playground)}/behind-the-scenes">behind the scenes</a> shows why.</span></p></div>`;
}

/** The box for a new comment, with the buttons that close and open. */
export function newComment(place: CommentPlace): Html {
  const { playground, visit, issue } = place;
  const path = `${homeOf(playground)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  const role = roleIn(issue.repository, visit.identity.login);
  const isWriter = ['write', 'maintain', 'admin'].includes(role);
  if (issue.isLocked && !isWriter) {
    return html`<p class="blank-line">${icon('lock')} This conversation is locked. Only people with write access can comment.</p>`;
  }
  return postForm(
    visit,
    {
      action: `${path}/comments`,
      className: 'new-comment',
      hasFiles: true,
      label: 'New comment',
      draft: 'new',
    },
    html`<h2 class="new-comment-title">Add a comment</h2>${writingBox({
      attributes: html`name="body" aria-label="Comment" placeholder="Add your comment, or a command such as /poweredby help"`,
      text: '',
      rows: 4,
      fileField: 'file',
      label: 'your comment',
    })}<div class="form-foot" id="thread-actions" data-live>${stateButton(place, issue)}<button class="button button-primary">Comment</button></div>`,
  );
}

function stateButton({ visit, issue }: CommentPlace, { pull, isOpen }: Issue): Html {
  const mayClose =
    issue.author === visit.person.account ||
    ['triage', 'write', 'maintain', 'admin'].includes(
      roleIn(issue.repository, visit.identity.login),
    );
  if (!mayClose || pull?.merged) return nothing;
  const thing = pull ? 'pull request' : 'issue';
  if (!isOpen)
    return html`<button class="button" name="state" value="open">${icon(pull ? 'git-pull-request' : 'issue-reopened')} Reopen ${thing}</button>`;
  const notPlanned = pull
    ? nothing
    : html`<button class="button" name="state" value="not-planned">${icon('skip')} Close as not planned</button>`;
  return html`${notPlanned}<button class="button" name="state" value="closed">${icon(pull ? 'git-pull-request-closed' : 'issue-closed', pull ? 'icon-closed' : 'icon-done')} Close ${thing}</button>`;
}
