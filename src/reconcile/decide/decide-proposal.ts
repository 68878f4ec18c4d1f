import type { ChangeRequest } from '../../command/change-request.ts';
import type { Problem } from '../../problem/problem.ts';
import type { OpenPage } from '../../proposal/open-pages.ts';
import { previewRows } from '../../proposal/preview-rows.ts';
import { labelled } from '../observe/labelled-problems.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { LogoPin } from '../observe/notes/reviewed.ts';
import type { Prepared } from '../prepare/prepare.ts';
import { type Approval, approvalOf } from './approval.ts';
import { decideProblems, placeOf } from './decide-problems.ts';
import { type Decision, desire } from './decision.ts';
import type { DesiredState, Proposed } from './desired-state.ts';
import { digestOf } from './digest.ts';
import { exceededQuota } from './exceeded-quota.ts';
import { findDuplicate, remarksOnNearlySame } from './find-duplicate.ts';
import { isRefused } from './held-refusals.ts';
import { planEntry } from './plan/plan-entry.ts';
import { planRemoval } from './plan/plan-removal.ts';
import { planRenaming } from './plan/plan-renaming.ts';
import type { PlannedChange } from './plan/planned-change.ts';
import type { Situation } from './situation.ts';

/**
 * Decides on a request for which everything is prepared: a pull request, or why there is none.
 *
 * @param digest of the situation
 * @param now milliseconds since 1970
 */
export function decideProposal(
  request: ChangeRequest,
  digest: string,
  situation: Situation,
  prepared: Prepared,
  now: number,
): Decision {
  if (!prepared.pages.ok) {
    const { problems } = prepared.pages;
    return desire({ status: { kind: 'repository-broken', problems }, digest });
  }
  const pages = prepared.pages.value;
  const planned = plan(request, situation, pages, prepared);
  if (planned.kind !== 'ready') return decideProblems(request, planned, digest, situation);
  const duplicate = findDuplicate(planned.proposal.company, situation);
  if (duplicate) {
    return decideDoubled(request, situation) ?? decideElsewhere(request, duplicate, situation);
  }
  const rows = previewRows(planned.proposal, pages, situation.configuration);
  const { company } = planned.proposal;
  const near = request.kind === 'entry' ? remarksOnNearlySame(company, situation) : [];
  const ready = { ...planned, remarks: [...near, ...planned.remarks] };
  const proposed = { request, ready, rows };
  return decideReady(proposed, approvalOf(proposed, pages, situation), situation, now);
}

function plan(
  request: ChangeRequest,
  situation: Situation,
  pages: readonly OpenPage[],
  prepared: Prepared,
): PlannedChange {
  switch (request.kind) {
    case 'entry':
      return planEntry(request, situation, pages, prepared);
    case 'renaming':
      return planRenaming(request, situation, pages, prepared.defaultLinkTexts);
    case 'removal':
      return planRemoval(request, situation, pages);
    default:
      throw request satisfies never;
  }
}

/** Two pull requests for one company were opened at once: the later one is closed. */
export function decideDoubled(request: ChangeRequest, situation: Situation): Decision | undefined {
  const company = readPullNote(situation.openPull?.body ?? '')?.company;
  const duplicate = company === undefined ? undefined : findDuplicate(company, situation);
  if (!duplicate) return undefined;
  const problems = labelled([duplicate], situation.form);
  const status = { kind: 'problems', problems, ...placeOf(request) } as const;
  return desire({ status, digest: '', isTornDown: true });
}

/** Somebody else's pull request is for the same company. A branch without a pull request was left when it was closed. */
function decideElsewhere(
  request: ChangeRequest,
  duplicate: Problem,
  situation: Situation,
): Decision {
  const problems = labelled([duplicate], situation.form);
  const decision = decideProblems(request, { kind: 'problems', problems }, '', situation);
  if (decision.kind === 'command-refused') return decision;
  return desire({ ...decision.state, isTornDown: !situation.openPull });
}

function decideReady(
  proposed: Proposed,
  approval: Approval,
  situation: Situation,
  now: number,
): Decision {
  const { history, openPull, reviewed: before } = situation;
  const { ready, request } = proposed;
  const { company, changes, kind: change } = ready.proposal;
  if (changes.length === 0) {
    const status = { kind: 'nothing-to-change', company } as const;
    return desire({ status, digest: digestOf(situation), isTornDown: true });
  }
  if (approval.kind === 'command-refused') return approval;
  if (approval.kind === 'missing') return desire(waitingState(proposed, situation));
  const quota =
    openPull || history.isApprovedByWriter || !isCounted(request)
      ? undefined
      : exceededQuota(ready.requester, situation, now);
  if (quota) return desire({ status: quota, digest: '' });
  const reviewed = ready.reviewed ?? before;
  const digest = digestOf(situation, reviewed);
  const isHeld = isRefused(situation.refused, 'publish');
  if (isHeld && !isPublished(digest, situation)) {
    const status = {
      kind: 'refused',
      company,
      ...(openPull && { pull: openPull.number }),
    } as const;
    return desire({ status, digest, reviewed, isTornDown: !openPull, notice: 'refused' });
  }
  return desire({
    // The number is known once the pull request is open.
    status: {
      kind: 'proposed',
      change,
      company,
      pull: openPull?.number ?? 0,
      remarks: ready.remarks,
      isPushedTo: false,
      ...placeOf(request),
    },
    digest,
    ...(!isHeld && { proposed }),
    reviewed,
  });
}

/** Whether what is proposed is on our branch already, so that nothing is missing where GitHub refuses to build it again. */
function isPublished(digest: string, { openPull, pullTextBefore, snapshot }: Situation): boolean {
  const published = readPullNote((pullTextBefore ?? openPull)?.body ?? '')?.published;
  return published?.digest === digest && published.commit === snapshot.branch?.oid;
}

/** Requests for new entries count: a removal is a maintainer's, and a translation is welcome. */
function isCounted(request: ChangeRequest): boolean {
  return request.kind === 'entry' && request.source.kind !== 'texts';
}

/** An approval is for this logo, whatever was there before. */
function asOffered(logo: LogoPin): LogoPin {
  return { ...logo, remarks: logo.remarks.filter(({ code }) => code !== 'logo-replaced') };
}

/** Our branch stays as it was approved. */
function waitingState({ ready }: Proposed, situation: Situation): DesiredState {
  const { openPull, reviewed: before } = situation;
  const { company } = ready.proposal;
  const { logo, darkLogo } = ready.reviewed ?? {};
  const reviewed = {
    ...before,
    ...(logo && { logo: asOffered(logo) }),
    ...(darkLogo && { darkLogo: asOffered(darkLogo) }),
  };
  return {
    status: { kind: 'waiting', company, ...(openPull && { pull: openPull.number }) },
    digest: digestOf(situation, reviewed),
    reviewed,
    ...(openPull && { notice: 'unapproved' }),
  };
}
