import type { BranchFacts, PullFacts } from '../github/submission-snapshot.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { openPages } from '../proposal/open-pages.ts';
import { previewRows } from '../proposal/preview-rows.ts';
import type { Status } from '../words/comment-content.ts';
import { type Ask, isAskedByForm } from './ask.ts';
import { decideStopped, decideWithoutAsk } from './decide-ended.ts';
import { describePull } from './describe-pull.ts';
import { digestOf } from './digest.ts';
import { exceededQuota } from './exceeded-quota.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { isOwnBranch } from './is-own-branch.ts';
import { readPullNote } from './notes.ts';
import type { Outcome, Proposed } from './outcome.ts';
import { type Prepared, type ReadyProposal, unlabelled } from './prepare.ts';
import { prepareEntry } from './prepare-entry.ts';
import { prepareRemoval } from './prepare-removal.ts';
import type { Services } from './services.ts';
import type { Situation } from './situation.ts';

/** What becomes of an issue, or what must be known before that can be said. */
export type Decision =
  | Outcome
  /** Our other pull requests have to be read. */
  | 'others-wanted'
  /** A command that has no answer yet cannot be carried out. */
  | { readonly refused: string; readonly problems: readonly Problem[] };

/** Decides what should become of an issue. Fetches the logo where that is needed for it, and writes nothing. */
export async function decide(situation: Situation, services: Services): Promise<Decision> {
  const { course, openPull, snapshot, note } = situation;
  const { ask, stop } = course;
  if (!ask) return decideWithoutAsk(situation);
  if (stop) return decideStopped(stop, situation);
  const { branch } = snapshot;
  if (branch && !isOwnBranch(snapshot, note) && !course.isForced) {
    return openPull
      ? decidePushedTo(openPull, ask, situation)
      : decideOccupied(ask, branch, situation);
  }
  const digest = digestOf(situation);
  if (isSettled(digest, situation)) {
    const status = situation.note?.content.status ?? { kind: 'none' };
    return decideDoubled(ask, situation) ?? { status, digest };
  }
  // Only before a pull request is opened does it matter who else has one, and that is not read for nothing.
  if (!openPull && !snapshot.others) return 'others-wanted';
  return propose(ask, digest, situation, services);
}

/** Whoever pushed to our branch knows better than the issue does. */
function decidePushedTo(openPull: PullFacts, ask: Ask, situation: Situation): Outcome {
  const last = situation.note?.content.status;
  const { change, company = openPull.title } = describePull(openPull, ask, situation);
  const remarks = last?.kind === 'proposed' ? last.remarks : [];
  const pull = openPull.number;
  return {
    status: { kind: 'proposed', change, company, pull, remarks, isPushedTo: true },
    digest: '',
    notice: 'pushed-to',
  };
}

/** Somebody keeps work of their own on a branch of this name. */
function decideOccupied(ask: Ask, { name }: BranchFacts, situation: Situation): Decision {
  const problems = unlabelled([problem('branch-occupied', '', { branch: name })]);
  return decideProblems(ask, { kind: 'problems', problems }, '', situation);
}

/** Whether all is as it was left, so that nothing needs to be fetched, drawn or written. */
function isSettled(digest: string, { note, course, openPull, snapshot }: Situation): boolean {
  if (course.isForced || note?.digest !== digest) return false;
  const { status } = note.content;
  if (status.kind !== 'proposed') return true;
  return openPull?.number === status.pull && snapshot.branch?.oid === note.commit;
}

/** Two pull requests for one company came of two looks at once: the later one is closed. */
function decideDoubled(ask: Ask, situation: Situation): Decision | undefined {
  const company = readPullNote(situation.openPull?.body ?? '')?.company;
  const elsewhere = company === undefined ? undefined : findElsewhere(company, situation);
  if (!elsewhere) return undefined;
  const problems = unlabelled([elsewhere]);
  return { status: { kind: 'problems', problems, ...placeOf(ask) }, digest: '', isTornDown: true };
}

/** Somebody else's pull request is for the same company. A branch without one of its own was left when it was closed. */
function decideElsewhere(ask: Ask, elsewhere: Problem, situation: Situation): Decision {
  const problems = unlabelled([elsewhere]);
  const decision = decideProblems(ask, { kind: 'problems', problems }, '', situation);
  return 'refused' in decision ? decision : { ...decision, isTornDown: !situation.openPull };
}

async function propose(
  ask: Ask,
  digest: string,
  situation: Situation,
  services: Services,
): Promise<Decision> {
  const { issue, snapshot, configuration } = situation;
  const pages = openPages(snapshot.files, configuration);
  if (!pages.ok) return { status: { kind: 'repository-broken', problems: pages.problems }, digest };
  const preparation = { ...services, issue, snapshot, configuration, pages: pages.value };
  const prepared: Prepared =
    ask.kind === 'entry' ? await prepareEntry(ask, preparation) : prepareRemoval(ask, preparation);
  if (prepared.kind !== 'ready') return decideProblems(ask, prepared, digest, situation);
  const elsewhere = findElsewhere(prepared.proposal.company, situation);
  if (elsewhere) {
    return decideDoubled(ask, situation) ?? decideElsewhere(ask, elsewhere, situation);
  }
  const rows = previewRows(prepared.proposal, pages.value, configuration);
  const proposed = { ask, ready: prepared, rows };
  return decideReady(proposed, digest, situation, services.clock.now());
}

/** What a comment asks for and cannot be is answered there; anything else is a problem of the submission. */
function decideProblems(
  ask: Ask,
  { kind, problems }: Exclude<Prepared, ReadyProposal>,
  digest: string,
  { openPull, course }: Situation,
): Exclude<Decision, string> {
  const commentId = ask.kind === 'removal' ? ask.commentId : commentOf(ask);
  const isPending = course.verdicts.some(({ given }) => given.comment.id === commentId);
  if (commentId !== undefined && isPending && kind === 'problems') {
    return { refused: commentId, problems: problems.map(({ problem }) => problem) };
  }
  const status: Status = {
    kind,
    problems,
    ...(openPull && { pull: openPull.number }),
    ...(kind === 'problems' && placeOf(ask)),
  };
  return { status, digest: kind === 'logo-waiting' ? '' : digest, notice: 'outdated' };
}

function commentOf({ source }: Extract<Ask, { kind: 'entry' }>): string | undefined {
  return source.kind === 'form' ? undefined : source.commentId;
}

/** Whoever asked by a comment has no form to edit. */
function placeOf(ask: Ask): { readonly askedIn?: 'comment' } {
  return isAskedByForm(ask) ? {} : { askedIn: 'comment' };
}

/** Requests for new entries count: a removal is a maintainer's, and a translation is welcome. */
function isCounted(ask: Ask): boolean {
  return ask.kind === 'entry' && ask.source.kind !== 'texts';
}

function decideReady(
  proposed: Proposed,
  digest: string,
  situation: Situation,
  now: number,
): Outcome {
  const { configuration, course, openPull } = situation;
  const { ready } = proposed;
  const { company, changes, kind: change } = ready.proposal;
  if (changes.length === 0) {
    return { status: { kind: 'nothing-to-change', company }, digest, isTornDown: true };
  }
  if (configuration.open === 'on-command' && !course.isTakenUp) {
    return { status: { kind: 'waiting', company }, digest };
  }
  const quota =
    openPull || course.isTakenUpByWriter || !isCounted(proposed.ask)
      ? undefined
      : exceededQuota(ready.requester?.login ?? '', situation, now);
  if (quota) return { status: quota, digest: '' };
  return {
    // The number is known once the pull request is open.
    status: {
      kind: 'proposed',
      change,
      company,
      pull: openPull?.number ?? 0,
      remarks: ready.remarks,
      isPushedTo: false,
      ...placeOf(proposed.ask),
    },
    digest,
    proposed,
  };
}
