import { type ChangeRequest, isRequestedByForm } from '../../command/change-request.ts';
import type { BranchFacts, PullFacts } from '../../github/submission/submission-snapshot.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { openPages } from '../../proposal/open-pages.ts';
import { previewRows } from '../../proposal/preview-rows.ts';
import type { Status } from '../../words/comment-content.ts';
import { describePullRequest } from '../history/describe-pull-request.ts';
import { isOwnBranch } from '../observe/is-own-branch.ts';
import { readPullNote } from '../observe/notes.ts';
import type { Services } from '../services.ts';
import { type Approval, approvalOf, isApprovalAsked } from './approval.ts';
import { decideHalted, decideWithoutRequest } from './decide-ended.ts';
import type { DesiredState, Proposed } from './desired-state.ts';
import { digestOf } from './digest.ts';
import { exceededQuota } from './exceeded-quota.ts';
import { findDuplicate } from './find-duplicate.ts';
import { type PlannedChange, type ReadyProposal, unlabelled } from './planned-change.ts';
import { planEntry } from './plan-entry.ts';
import { planRemoval } from './plan-removal.ts';
import type { Situation } from './situation.ts';

/** What becomes of an issue, or what must be known before that can be said. */
export type Decision =
  | DesiredState
  /** Our other pull requests have to be read. */
  | 'others-wanted'
  /** A command that has no answer yet cannot be carried out. */
  | { readonly refused: string; readonly problems: readonly Problem[] };

/** Decides what should become of an issue. Fetches the logo where that is needed for it, and writes nothing. */
export async function decide(situation: Situation, services: Services): Promise<Decision> {
  const { history, openPull, snapshot, note } = situation;
  const { request, halt } = history;
  if (!request) return decideWithoutRequest(situation);
  if (halt) return decideHalted(halt, situation);
  const { branch } = snapshot;
  if (branch && !isOwnBranch(snapshot, note) && !history.isForced) {
    return openPull
      ? decidePushedTo(openPull, request, situation)
      : decideOccupied(request, branch, situation);
  }
  const digest = digestOf(situation);
  if (isSettled(digest, situation)) {
    const status = situation.note?.content.status ?? { kind: 'none' };
    return decideDoubled(request, situation) ?? { status, digest };
  }
  // Only before a pull request is opened does it matter who else has one, and that is not read for nothing.
  if (!openPull && !snapshot.others) return 'others-wanted';
  return propose(request, digest, situation, services);
}

/** Whoever pushed to our branch knows better than the issue does. */
function decidePushedTo(
  openPull: PullFacts,
  request: ChangeRequest,
  situation: Situation,
): DesiredState {
  const last = situation.note?.content.status;
  const { change, company = openPull.title } = describePullRequest(openPull, request, situation);
  const remarks = last?.kind === 'proposed' ? last.remarks : [];
  const pull = openPull.number;
  return {
    status: { kind: 'proposed', change, company, pull, remarks, isPushedTo: true },
    digest: '',
    notice: 'pushed-to',
  };
}

/** Somebody keeps work of their own on a branch of this name. */
function decideOccupied(
  request: ChangeRequest,
  { name }: BranchFacts,
  situation: Situation,
): Decision {
  const problems = unlabelled([problem('branch-occupied', '', { branch: name })]);
  return decideProblems(request, { kind: 'problems', problems }, '', situation);
}

/** Whether all is as it was left, so that nothing needs to be fetched, drawn or written. */
function isSettled(digest: string, situation: Situation): boolean {
  const { note, history, openPull, snapshot } = situation;
  if (history.isForced || note?.digest !== digest) return false;
  const { status } = note.content;
  if (status.kind === 'waiting' && isApprovalAsked(situation)) return false;
  if (status.kind !== 'proposed') return true;
  return openPull?.number === status.pull && snapshot.branch?.oid === note.commit;
}

/** Two pull requests for one company came of two looks at once: the later one is closed. */
function decideDoubled(request: ChangeRequest, situation: Situation): Decision | undefined {
  const company = readPullNote(situation.openPull?.body ?? '')?.company;
  const elsewhere = company === undefined ? undefined : findDuplicate(company, situation);
  if (!elsewhere) return undefined;
  const problems = unlabelled([elsewhere]);
  return {
    status: { kind: 'problems', problems, ...placeOf(request) },
    digest: '',
    isTornDown: true,
  };
}

/** Somebody else's pull request is for the same company. A branch without a pull request was left when it was closed. */
function decideElsewhere(
  request: ChangeRequest,
  elsewhere: Problem,
  situation: Situation,
): Decision {
  const problems = unlabelled([elsewhere]);
  const decision = decideProblems(request, { kind: 'problems', problems }, '', situation);
  return 'refused' in decision ? decision : { ...decision, isTornDown: !situation.openPull };
}

async function propose(
  request: ChangeRequest,
  digest: string,
  situation: Situation,
  services: Services,
): Promise<Decision> {
  const { issue, snapshot, configuration, reviewed, history } = situation;
  const pages = await openPages(snapshot.files, configuration);
  if (!pages.ok) return { status: { kind: 'repository-broken', problems: pages.problems }, digest };
  const preparation = {
    ...services,
    issue,
    snapshot,
    configuration,
    pages: pages.value,
    reviewed,
    isForced: history.isForced,
  };
  const prepared: PlannedChange =
    request.kind === 'entry'
      ? await planEntry(request, preparation)
      : planRemoval(request, preparation);
  if (prepared.kind !== 'ready') return decideProblems(request, prepared, digest, situation);
  const elsewhere = findDuplicate(prepared.proposal.company, situation);
  if (elsewhere) {
    return decideDoubled(request, situation) ?? decideElsewhere(request, elsewhere, situation);
  }
  const rows = previewRows(prepared.proposal, pages.value, configuration);
  const proposed = { request, ready: prepared, rows };
  const approval = approvalOf(proposed, pages.value, situation);
  return decideReady(proposed, approval, situation, services.clock.now());
}

/** What a comment asks for and cannot be is answered there; anything else is a problem of the submission. */
function decideProblems(
  request: ChangeRequest,
  { kind, problems }: Exclude<PlannedChange, ReadyProposal>,
  digest: string,
  { openPull, history }: Situation,
): Exclude<Decision, string> {
  const commentId = request.kind === 'removal' ? request.commentId : commentOf(request);
  const isPending = history.results.some(({ given }) => given.comment.id === commentId);
  if (commentId !== undefined && isPending && kind === 'problems') {
    return { refused: commentId, problems: problems.map(({ problem }) => problem) };
  }
  const status: Status = {
    kind,
    problems,
    ...(openPull && { pull: openPull.number }),
    ...(kind === 'problems' && placeOf(request)),
  };
  return { status, digest: kind === 'logo-waiting' ? '' : digest, notice: 'outdated' };
}

function commentOf({ source }: Extract<ChangeRequest, { kind: 'entry' }>): string | undefined {
  return source.kind === 'form' ? undefined : source.commentId;
}

/** Whoever asked by a comment has no form to edit. */
function placeOf(request: ChangeRequest): { readonly askedIn?: 'comment' } {
  return isRequestedByForm(request) ? {} : { askedIn: 'comment' };
}

/** Requests for new entries count: a removal is a maintainer's, and a translation is welcome. */
function isCounted(request: ChangeRequest): boolean {
  return request.kind === 'entry' && request.source.kind !== 'texts';
}

function decideReady(
  proposed: Proposed,
  approval: Approval,
  situation: Situation,
  now: number,
): Decision {
  const { history, openPull, reviewed: before } = situation;
  const { ready } = proposed;
  const { company, changes, kind: change } = ready.proposal;
  if (changes.length === 0) {
    const status = { kind: 'nothing-to-change', company } as const;
    return { status, digest: digestOf(situation), isTornDown: true };
  }
  if (typeof approval === 'object') return approval;
  if (approval === 'wanted') return decideWaiting(proposed, situation);
  const quota =
    openPull || history.isApprovedByWriter || !isCounted(proposed.request)
      ? undefined
      : exceededQuota(ready.requester, situation, now);
  if (quota) return { status: quota, digest: '' };
  const reviewed = ready.reviewed ?? before;
  return {
    // The number is known once the pull request is open.
    status: {
      kind: 'proposed',
      change,
      company,
      pull: openPull?.number ?? 0,
      remarks: ready.remarks,
      isPushedTo: false,
      ...placeOf(proposed.request),
    },
    digest: digestOf(situation, reviewed),
    proposed,
    reviewed,
  };
}

/** Our branch stays as it was approved. */
function decideWaiting({ ready }: Proposed, situation: Situation): DesiredState {
  const { openPull, reviewed: before } = situation;
  const { company } = ready.proposal;
  const offered = ready.reviewed?.logo;
  // An approval is for this logo, whatever was there before.
  const remarks = offered?.remarks.filter(({ code }) => code !== 'logo-replaced') ?? [];
  const logo = offered ? { ...offered, remarks } : before.logo;
  const reviewed = { ...before, logo };
  return {
    status: { kind: 'waiting', company, ...(openPull && { pull: openPull.number }) },
    digest: digestOf(situation, reviewed),
    reviewed,
    ...(openPull && { notice: 'unapproved' }),
  };
}
