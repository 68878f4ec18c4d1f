import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import { applyDesiredState } from '../apply/apply.ts';
import { type AttemptMemory, resumeAttempt } from '../apply/attempt-memory.ts';
import { decide } from '../decide/decide.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { refusalKey } from '../history/history-state.ts';
import { replayHistory } from '../history/replay-history.ts';
import { type ObservedState, type ObserveTarget, observe } from '../observe/observe.ts';
import { observeIssue } from '../observe/observed-issue.ts';
import { type Prepared, prepare } from '../prepare/prepare.ts';
import type { Services } from '../services.ts';

/**
 * Reconciles an issue's pull request, branch, comment, labels and reactions with what should be there.
 *
 * @returns whether commands are left to answer
 */
export async function reconcileSubmission(
  issue: IssueFacts,
  observed: ObservedState,
  target: ObserveTarget,
  services: Services,
  memory: AttemptMemory,
): Promise<boolean> {
  const known = observeIssue(issue, observed);
  if (!known) return false;
  const refusals = new Map<string, readonly Problem[]>();
  let prepared: Prepared | undefined;
  for (;;) {
    const situation = resumeAttempt({ ...known, history: replayHistory(known, refusals) }, memory);
    const decision = decide(situation, prepared, services.clock.now());
    switch (decision.kind) {
      case 'desired-state':
        recordStatus(decision.state, situation, services);
        await applyDesiredState(decision.state, situation, services, memory);
        return situation.history.hasMoreCommands;
      case 'command-refused':
        refusals.set(refusalKey(decision.commentId, decision.command), decision.problems);
        // Without it, something else may be requested.
        prepared = undefined;
        break;
      case 'needs-preparation': {
        const { isForced } = situation.history;
        prepared = await prepare(decision.request, known, isForced, services);
        break;
      }
      case 'needs-other-pull-requests': {
        const wider = { ...target, others: true };
        const again = await observe(wider, services);
        const subject = again?.snapshot.subject;
        if (!again || !subject || subject === 'gone' || subject.kind !== 'issue') return false;
        return reconcileSubmission(subject, again, wider, services, memory);
      }
      default:
        throw decision satisfies never;
    }
  }
}

function recordStatus(
  { status }: DesiredState,
  { note, issue, snapshot }: Situation,
  { telemetry, logger }: Services,
): void {
  if (JSON.stringify(status) === JSON.stringify(note?.status)) return;
  telemetry.submission(status.kind);
  const { owner, name } = snapshot.repository;
  const { number } = issue;
  logger.info('The status of a submission changed', { owner, name, number, status: status.kind });
  if (status.kind !== 'problems' && status.kind !== 'logo-waiting') return;
  for (const { problem } of status.problems) telemetry.problem(problem.code);
}
