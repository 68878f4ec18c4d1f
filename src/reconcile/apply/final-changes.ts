import { type Change, deleteBranch } from '../../github/changes/change.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { Refusal, Status } from '../../words/comment-content.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import { circumstancesOf, isRefused } from '../decide/held-refusals.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import { formForNote } from '../observe/form-of-issue.ts';
import { hasLabel } from '../observe/has-label.ts';
import { isOwnBranch } from '../observe/is-own-branch.ts';
import type { CommentNote, RefusedBefore } from '../observe/notes/notes.ts';
import { toldAfter } from '../observe/notes/told.ts';
import { answerCommands } from './comments/answer-commands.ts';
import { notifySubmitter } from './comments/notify-submitter.ts';
import { reactToCommands } from './comments/react-to-commands.ts';
import { rememberAnswers } from './comments/remember-answers.ts';
import { syncStatusComment } from './comments/sync-status-comment.ts';
import type { Published } from './publish-proposal.ts';
import { actOf } from './refusals/act-of.ts';
import { retitleIssue } from './retitle-issue.ts';
import { setLabels } from './set-labels.ts';
import { stateLabelFor } from './state-label.ts';
import { updatePullText } from './update-pull-request.ts';

/** What came of the documents that were sent before. */
export interface Progress {
  /** Of the configured label, where the repository has it. */
  readonly labelId: string | undefined;
  readonly published?: Published;
  /** What GitHub refuses, and is not asked for. */
  readonly held: readonly Refusal[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The last document of a job, but for what GitHub refuses: what is to be said, and what ends. The comment comes last. Should
 * something before it fail, the next attempt does all of it again.
 */
export function finalChanges(
  desired: DesiredState,
  situation: Situation,
  progress: Progress,
): readonly Change[] {
  const { published, labelId, held } = progress;
  const { issue, snapshot, history } = situation;
  const openPullId = published?.pull.id ?? situation.openPull?.id;
  const close: Change = { kind: 'close-issue', issueId: issue.id };
  const wanted = [
    ...(published?.last ?? dropTemporaryBranch(snapshot)),
    ...(labelId === undefined ? [] : setLabels(situation, desired, labelId, openPullId)),
    ...updatePullText(desired, situation, published),
    ...(desired.isTornDown ? tearDown(snapshot, situation.note) : []),
    ...(desired.closesIssue ? [close] : []),
    ...retitleIssue(desired.status, situation),
    ...reactToCommands(history.results, situation.commands),
  ];
  const isHeld = (change: Change) => isRefused(held, actOf(change));
  // What nobody wants any more needs no maintainer.
  const missed = new Set(wanted.filter(isHeld).map(actOf));
  if (desired.status.kind === 'refused') missed.add('publish');
  if (labelId === undefined) missed.add('label');
  const refusals = held.filter(({ act }) => missed.has(act));
  const said = comments(desired, situation, progress, refusals);
  return [...wanted, ...said].filter((change) => !isHeld(change));
}

/** The status when all is done: only then has a new pull request a number. */
export function statusAfter({ status }: DesiredState, published: Published | undefined): Status {
  return published && status.kind === 'proposed'
    ? { ...status, pull: published.pull.number }
    : status;
}

/** What ends the life of our pull requests and branches for an issue, as far as they are there. */
export function tearDown(
  snapshot: SubmissionSnapshot,
  note: CommentNote | undefined,
): readonly Change[] {
  const { repository, pulls, branch, base } = snapshot;
  const open = pulls.filter(({ state }) => state === 'OPEN');
  return [
    ...open.map(({ id }): Change => ({ kind: 'close-pull-request', pullRequestId: id })),
    // What somebody pushed there would be lost with the branch.
    ...(branch && (isOwnBranch(snapshot, note) || branch.oid === base.oid)
      ? [deleteBranch(repository.id, branch.name, branch.oid)]
      : []),
  ];
}

/** A job that was broken off may have left one. */
export function dropTemporaryBranch({
  repository,
  temporaryBranch: left,
}: SubmissionSnapshot): readonly Change[] {
  return left ? [deleteBranch(repository.id, left.name, left.oid)] : [];
}

/** Of what was known when commands were answered: whatever comes later, comes behind them. */
function newestDate({ issue, snapshot, commands }: Situation): Date {
  const dates = [
    issue.createdAt,
    issue.closedAt,
    issue.reopenedAt,
    ...snapshot.pulls.flatMap(({ mergedAt, closed }) => [mergedAt, closed?.at]),
    ...commands.flatMap(({ at, comment }) => [at, comment.editedAt]),
  ];
  return new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)));
}

/** The commit that was published last: where another one was refused, ours is what is on the branch. */
function commitBefore({ note, pullTextBefore, snapshot }: Situation): string | undefined {
  return pullTextBefore && snapshot.branch?.isOurs ? snapshot.branch.oid : note?.commit;
}

/** What was not tried now, but held back, keeps its time. */
function refusedNote(
  { reviewed }: DesiredState,
  situation: Situation,
  refusals: readonly Refusal[],
  now: number,
): RefusedBefore | undefined {
  if (refusals.length === 0) return undefined;
  const { refused, refusedBefore } = situation;
  if (refused.length === 0 && refusedBefore) {
    const { at, after } = refusedBefore;
    return { at, after, refusals };
  }
  return {
    at: Math.floor(now / 1000),
    after: circumstancesOf(situation, refusals, reviewed),
    refusals,
  };
}

/** Answers to commands, each in the thread of its command; a notification, where there is news; and the status comment. */
function comments(
  desired: DesiredState,
  situation: Situation,
  { published, labelId, now }: Progress,
  refusals: readonly Refusal[],
): readonly Change[] {
  const { issue, snapshot, configuration, history, note } = situation;
  const { results } = history;
  const hasHadLabel =
    hasLabel(issue.labels, configuration) ||
    desired.status.kind === 'label-taken-off' ||
    (labelId !== undefined && isSubmission(history));
  const status = statusAfter(desired, published);
  const newNote: CommentNote = {
    status,
    told: toldAfter(status, note?.told ?? []),
    digest: desired.digest,
    refused: refusedNote(desired, situation, refusals, now),
    commit: published?.commit ?? commitBefore(situation),
    branchPrefix: published || snapshot.pulls.length > 0 ? situation.names.prefix : undefined,
    stateLabel: stateLabelFor(status, configuration),
    label: hasHadLabel ? configuration.label : note?.label,
    isForm: situation.isForm,
    form: situation.isForm ? formForNote(situation.form) : undefined,
    reviewed: desired.reviewed ?? situation.reviewed,
    answered: rememberAnswers(situation.commands, results, newestDate(situation)),
  };
  const threads = [...snapshot.pulls, issue];
  return [
    ...threads.flatMap((thread) => answerCommands(thread, results, configuration, situation.form)),
    ...notifySubmitter(status, situation),
    ...syncStatusComment(issue, snapshot.repository, newNote, configuration),
  ];
}
