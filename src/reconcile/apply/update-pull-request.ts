import type { Change } from '../../github/changes/change.ts';
import { templatesFor } from '../../templates.ts';
import type { Status } from '../../words/comment-content.ts';
import type { PullClosing } from '../../words/pull-content.ts';
import { withClosingNotice, withPullNotice } from '../../words/pull-notice.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { withdrawnBy } from '../history/withdrawn-by.ts';
import { type PullNote, readPullNote } from '../observe/notes/notes.ts';
import { keepCheckedTasks } from './keep-checked-tasks.ts';
import type { Published } from './publish-proposal.ts';
import { pullTextsFor } from './pull-request-text.ts';

/**
 * Makes our pull request say what it is: once its commit is known, with the pictures there. What a maintainer ticked stays
 * ticked, and a title that somebody changed stays, unless it is about something else by now. Where GitHub refused to move the
 * branch, it says what it said before.
 */
export function updatePullText(
  { proposed, notice, digest, status, isTornDown }: DesiredState,
  situation: Situation,
  published: Published | undefined,
): readonly Change[] {
  const { openPull, configuration } = situation;
  const templates = templatesFor(configuration);
  if (!proposed || !published) {
    if (!openPull) return [];
    const { title, body: text } = situation.pullTextBefore ?? openPull;
    const closing = isTornDown ? closingOf(status) : undefined;
    const by = withdrawnBy(situation.commands, situation.history.results) ?? '';
    const body = closing
      ? withClosingNotice(text, closing, by, templates)
      : notice
        ? withPullNotice(text, notice, templates)
        : text;
    if (body === openPull.body && title === openPull.title) return [];
    return [{ kind: 'update-pull-request', pullRequestId: openPull.id, title, body }];
  }
  const { commit } = published;
  const texts = pullTextsFor(proposed, situation, templates, { commit, digest });
  // What was ticked was not ticked for a picture that nobody had seen.
  const ticked = proposed.ready.hasOtherLogo ? '' : openPull?.body;
  const body = keepCheckedTasks(ticked ?? '', texts.body);
  const before = readPullNote(openPull?.body ?? '');
  const { company, kind } = proposed.ready.proposal;
  const isSame = !openPull || (before?.company === company && before.change === kind);
  const title = isSame ? {} : { title: texts.title };
  const base = newBase(situation, before);
  const isThere = openPull?.body === body && isSame && base === undefined;
  if (isThere) return [];
  const text = { body, ...title, ...(base !== undefined && { base }) };
  return [{ kind: 'update-pull-request', pullRequestId: published.pull.id, ...text }];
}

/** Why our pull request is closed; nothing where somebody else merged or closed it. */
function closingOf(status: Status): PullClosing | undefined {
  switch (status.kind) {
    case 'withdrawn':
    case 'issue-closed':
    case 'label-taken-off':
    case 'nothing-to-change':
      return status.kind;
    case 'problems':
      return 'submission-elsewhere';
    default:
      return undefined;
  }
}

/** The default branch, where it was another when the pull request was opened. A maintainer's own choice stays. */
function newBase(
  { openPull, snapshot }: Situation,
  before: PullNote | undefined,
): string | undefined {
  if (!openPull || openPull.base === snapshot.base.branch) return undefined;
  const isChosen = before?.base !== undefined && before.base !== openPull.base;
  return isChosen ? undefined : snapshot.base.branch;
}
