import type { Halt } from '../command/change-request.ts';
import type { Outcome } from './outcome.ts';
import type { Situation } from './situation.ts';

/** Nothing is asked for: it was merged, or never was. */
export function decideWithoutAsk({ course, issue }: Situation): Outcome {
  const { merged } = course;
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
export function decideStopped(halt: Halt, { configuration, snapshot }: Situation): Outcome {
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
