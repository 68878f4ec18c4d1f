import type { Halt } from '../../command/change-request.ts';
import type { DesiredState } from './desired-state.ts';
import type { Situation } from './situation.ts';

/** Nothing is asked for: it was merged, or never was. */
export function decideWithoutRequest({ history, issue }: Situation): DesiredState {
  const { merged } = history;
  if (!merged) return { status: { kind: 'none' }, digest: '' };
  const { pull, change, company = pull.title, closesIssue } = merged;
  const isReopened =
    issue.reopenedAt !== undefined &&
    pull.mergedAt !== undefined &&
    issue.reopenedAt > pull.mergedAt;
  return {
    status: { kind: 'merged', change, company, pull: pull.number },
    digest: '',
    isTornDown: true,
    closesIssue: closesIssue && issue.isOpen && !isReopened,
    reviewed: {},
  };
}

/** Something is asked for, and somebody said that it is not to be. */
export function decideHalted(halt: Halt, { configuration, snapshot }: Situation): DesiredState {
  switch (halt) {
    case 'withdrawn':
    case 'issue-closed':
      return { status: { kind: halt }, digest: '', isTornDown: true };
    case 'label-taken-off':
      return { status: { kind: halt, label: configuration.label }, digest: '', isTornDown: true };
    case 'pull-closed':
      return { status: { kind: halt, pull: snapshot.pulls[0]?.number ?? 0 }, digest: '' };
  }
}
