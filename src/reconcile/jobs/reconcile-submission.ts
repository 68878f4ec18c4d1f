import type { Configuration } from '../../config/configuration.ts';
import { readSubmissionForm } from '../../form/read-submission-form.ts';
import type {
  IssueFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import { applyDesiredState } from '../apply/apply.ts';
import type { BranchPublisher } from '../apply/branch-publisher.ts';
import { type Decision, decide } from '../decide/decide.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import type { HistoryInput } from '../history/history-state.ts';
import { replayHistory } from '../history/replay-history.ts';
import { findReviewed } from '../observe/find-reviewed.ts';
import { formFieldsOf } from '../observe/form-fields.ts';
import { hasLabel } from '../observe/has-label.ts';
import { isForm } from '../observe/is-form.ts';
import { isOwnBranch } from '../observe/is-own-branch.ts';
import { type CommentNote, readCommentNote } from '../observe/notes.ts';
import { type ObservedState, type ObserveTarget, observe } from '../observe/observe.ts';
import { findSticky } from '../observe/sticky-comment.ts';
import type { Services } from '../services.ts';

/**
 * Makes an issue's pull request, branch, comment, labels and reactions what they should be.
 *
 * @returns whether commands are left to answer
 */
export async function reconcileSubmission(
  issue: IssueFacts,
  observed: ObservedState,
  target: ObserveTarget,
  services: Services,
  publisher: BranchPublisher,
): Promise<boolean> {
  const settled = await decideOn(issue, observed, services, publisher);
  if (!settled) return false;
  const { situation, decision } = settled;
  if (decision === 'others-wanted') {
    const wider = await observe({ ...target, others: true }, services);
    const seen = wider?.snapshot.subject;
    if (!wider || seen === undefined || seen === 'gone' || seen.kind !== 'issue') return false;
    return reconcileSubmission(seen, wider, { ...target, others: true }, services, publisher);
  }
  recordOutcome(decision, situation, services);
  await applyDesiredState(decision, situation, services, publisher);
  return situation.history.hasMoreCommands;
}

interface Settled {
  readonly situation: Situation;
  readonly decision: DesiredState | 'others-wanted';
}

/** Decides, and decides again without a command that turns out not to be possible. */
async function decideOn(
  issue: IssueFacts,
  observed: ObservedState,
  services: Services,
  publisher: BranchPublisher,
): Promise<Settled | undefined> {
  const refusals = new Map<string, readonly Problem[]>();
  for (;;) {
    const found = situationOf(issue, observed, refusals);
    if (!found) return undefined;
    const situation = publisher.resume(found);
    const decision: Decision = await decide(situation, services);
    if (decision === 'others-wanted' || !('refused' in decision)) return { situation, decision };
    refusals.set(decision.refused, decision.problems);
  }
}

function situationOf(
  issue: IssueFacts,
  { snapshot, configuration, commands }: ObservedState,
  refusals: ReadonlyMap<string, readonly Problem[]>,
): Situation | undefined {
  const sticky = findSticky(issue.thread);
  const note = readCommentNote(sticky?.body ?? '');
  const isLabelled = hasLabel(issue.labels, configuration);
  const isSubmissionForm = isForm(issue, note, snapshot, configuration);
  const isTouched = commands.length > 0 || sticky !== undefined || snapshot.pulls.length > 0;
  if (!isSubmissionForm && !isTouched) return undefined;
  // Apps may not begin to comment where somebody locked the conversation: it waits until that is opened again.
  if (issue.isLocked && !sticky) return undefined;
  const nameInForm = () => companyInForm(issue, snapshot, configuration);
  const facts: HistoryInput = {
    issue,
    isForm: isSubmissionForm,
    pulls: snapshot.pulls,
    commands,
    // Where the label is not even in the repository any more, nobody took it off this issue.
    isLabelTakenOff:
      !isLabelled && snapshot.labelId !== undefined && hadLabel(issue, note, configuration),
    configuration,
    isWriter: (login) => snapshot.writers.get(login.toLowerCase()) === true,
    hasBranch: snapshot.branch !== undefined,
    pushedAt: isOwnBranch(snapshot, note) ? undefined : snapshot.branch?.committedAt,
    refusals,
    note,
    companyInForm: nameInForm,
  };
  const history = replayHistory(facts);
  const answered = commands.filter(({ state }) => state !== 'pending');
  const openPull = snapshot.pulls.find(({ state }) => state === 'OPEN');
  return {
    issue,
    snapshot,
    configuration,
    isForm: isSubmissionForm,
    history,
    commands,
    note,
    companyInForm: nameInForm,
    reviewed: findReviewed(note, snapshot.pulls),
    requestBefore: () => replayHistory({ ...facts, commands: answered }).request,
    openPull,
  };
}

function companyInForm(
  { body }: IssueFacts,
  snapshot: SubmissionSnapshot,
  configuration: Configuration,
): string | undefined {
  const form = formFieldsOf(snapshot, configuration);
  return readSubmissionForm(body, form, configuration).fields.company;
}

/** Whether an issue had the label once: by our note, or where there is none any more, by what happened to the issue. */
function hadLabel(
  { labelsTakenOff }: IssueFacts,
  note: CommentNote | undefined,
  configuration: Configuration,
): boolean {
  return note ? note.label === configuration.label : hasLabel(labelsTakenOff, configuration);
}

function recordOutcome(
  { status }: DesiredState,
  { note, issue, snapshot }: Situation,
  { telemetry, logger }: Services,
): void {
  if (JSON.stringify(status) === JSON.stringify(note?.content.status)) return;
  telemetry.submission(status.kind);
  const { owner, name } = snapshot.repository;
  logger.info('A submission stands otherwise', {
    owner,
    name,
    number: issue.number,
    outcome: status.kind,
  });
  if (status.kind !== 'problems' && status.kind !== 'logo-waiting') return;
  for (const { problem } of status.problems) telemetry.problem(problem.code);
}
