import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import { applyDesiredState } from '../apply/apply.ts';
import { type AttemptMemory, reopenCommands, resumeAttempt } from '../apply/attempt-memory.ts';
import { decide } from '../decide/decide.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import { circumstancesOf, heldRefusals, isRefused } from '../decide/held-refusals.ts';
import type { Situation } from '../decide/situation.ts';
import { refusalKey } from '../history/history-state.ts';
import { replayHistory } from '../history/replay-history.ts';
import { withRemembered } from '../observe/notes/refusal-memory.ts';
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
  const found = observeIssue(issue, observed);
  if (!found) return false;
  const { repository } = observed.snapshot;
  const remembered = await services.refusals.get(repository, issue.number);
  const commands = withRemembered(found.commands, remembered);
  const known = reopenCommands({ ...found, commands }, memory);
  const { refused } = memory;
  const refusedBefore = remembered ?? known.note?.refused;
  const refusals = new Map<string, readonly Problem[]>();
  let prepared: Prepared | undefined;
  for (;;) {
    const history = replayHistory(known, refusals);
    const situation = resumeAttempt({ ...known, history, refused, refusedBefore }, memory);
    const decision = decide(situation, prepared, services.clock.now());
    switch (decision.kind) {
      case 'desired-state': {
        recordStatus(decision.state, situation, services);
        services.onStatus?.(issue.number, decision.state.status);
        const status = await applyDesiredState(decision.state, situation, services, memory);
        services.onStatus?.(issue.number, status);
        await rememberRefusals(situation, services);
        return situation.history.hasMoreCommands;
      }
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
        const wider = { ...target, others: true, writers: observed.writers };
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

/** Where not even our comment may be written, nothing else remembers what was tried in vain. */
async function rememberRefusals(
  situation: Situation,
  { refusals: memory, clock }: Services,
): Promise<void> {
  const { refused, issue, snapshot, commands, history } = situation;
  const { repository } = snapshot;
  const now = clock.now();
  if (!isRefused(heldRefusals(situation, now), 'comment')) {
    await memory.set(repository, issue.number, undefined);
    return;
  }
  if (refused.length === 0) return;
  const answered = commands.filter(({ state }) => state !== 'pending');
  const answers = Object.fromEntries([
    ...answered.map(({ comment, state }) => [comment.id, state === 'accepted'] as const),
    ...history.results.map(
      ({ given, problems }) => [given.comment.id, problems.length === 0] as const,
    ),
  ]);
  const after = circumstancesOf(situation, refused);
  const at = Math.floor(now / 1000);
  await memory.set(repository, issue.number, { at, after, refusals: [...refused], answers });
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
