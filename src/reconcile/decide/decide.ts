import type { ChangeRequest } from '../../command/change-request.ts';
import type { BranchFacts, PullFacts } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import { describePullRequest } from '../history/describe-pull-request.ts';
import { isOwnBranch } from '../observe/is-own-branch.ts';
import type { Prepared } from '../prepare/prepare.ts';
import { isApprovalAsked } from './approval.ts';
import { decideHalted, decideWithoutRequest } from './decide-ended.ts';
import { decideProblems } from './decide-problems.ts';
import { decideDoubled, decideProposal } from './decide-proposal.ts';
import { type Decision, type DesiredStateDecision, desire } from './decision.ts';
import { digestOf } from './digest.ts';
import { heldRefusals, isRefused, refusedCommand } from './held-refusals.ts';
import { unlabelled } from './plan/planned-change.ts';
import type { Situation } from './situation.ts';

/**
 * Decides what should become of an issue. Values in, values out: what takes time to get is asked for by the decision, and
 * given to the next call.
 *
 * @param prepared for the request of a `needs-preparation` before
 * @param now milliseconds since 1970
 */
export function decide(
  situation: Situation,
  prepared: Prepared | undefined,
  now: number,
): Decision {
  const { history, openPull, snapshot, note, refused } = situation;
  const stopped = refusedCommand(situation);
  if (stopped) return stopped;
  const { request, halt } = history;
  if (!request) return desire(decideWithoutRequest(situation));
  if (halt) return desire(decideHalted(halt, situation));
  const { branch } = snapshot;
  if (branch && !isOwnBranch(snapshot, note) && !history.isForced) {
    return openPull
      ? decidePushedTo(openPull, request, situation)
      : decideOccupied(request, branch, situation);
  }
  const digest = digestOf(situation);
  const isHeld = isRefused(heldRefusals(situation, now), 'publish');
  // What was refused in this job has to be told first.
  const isTold = isHeld && !isRefused(refused, 'publish');
  if (isTold || isUpToDate(digest, situation)) {
    const { status = { kind: 'none' } as const, digest: known = digest } = note ?? {};
    const isTornDown = status.kind === 'refused' && !openPull;
    return decideDoubled(request, situation) ?? desire({ status, digest: known, isTornDown });
  }
  // Only before a pull request is opened does it matter who else has one, and that is not read for nothing.
  if (!openPull && !snapshot.others) return { kind: 'needs-other-pull-requests' };
  if (!prepared) return { kind: 'needs-preparation', request };
  return decideProposal(request, digest, situation, prepared, now);
}

/** Whoever pushed to our branch knows better than the issue does. */
function decidePushedTo(
  openPull: PullFacts,
  request: ChangeRequest,
  situation: Situation,
): DesiredStateDecision {
  const last = situation.note?.status;
  const { change, company = openPull.title } = describePullRequest(openPull, request, situation);
  const remarks = last?.kind === 'proposed' ? last.remarks : [];
  const pull = openPull.number;
  return desire({
    status: { kind: 'proposed', change, company, pull, remarks, isPushedTo: true },
    digest: '',
    notice: 'pushed-to',
  });
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
function isUpToDate(digest: string, situation: Situation): boolean {
  const { note, history, openPull, snapshot } = situation;
  if (history.isForced || note?.digest !== digest) return false;
  const { status } = note;
  if (status.kind === 'refused') return false;
  if (status.kind === 'waiting' && isApprovalAsked(situation)) return false;
  if (status.kind !== 'proposed') return true;
  return openPull?.number === status.pull && snapshot.branch?.oid === note.commit;
}
