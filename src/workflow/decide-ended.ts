import type { Stop } from './ask.ts';
import type { Outcome } from './outcome.ts';
import type { Situation } from './situation.ts';

/** Nothing is asked for: it was merged, or never was. */
export function decideWithoutAsk({ course, issue, note }: Situation): Outcome {
  const { merged } = course;
  if (!merged) return { status: { kind: 'none' }, digest: '' };
  const { pull } = merged;
  const last = note?.content.status;
  // Somebody may have edited our note out of the pull request.
  const known = merged.note ?? (last?.kind === 'proposed' ? last : undefined);
  const { change = 'add', company = pull.title } = known ?? {};
  const isReopened =
    issue.reopenedAt !== undefined &&
    pull.mergedAt !== undefined &&
    issue.reopenedAt > pull.mergedAt;
  return {
    status: { kind: 'merged', change, company, pull: pull.number },
    digest: '',
    isTornDown: true,
    reviewed: {},
    closesIssue: merged.note?.closesIssue === true && issue.isOpen && !isReopened,
  };
}

/** Something is asked for, and somebody said that it is not to be. */
export function decideStopped(stop: Stop, { configuration, snapshot }: Situation): Outcome {
  switch (stop) {
    case 'withdrawn':
    case 'issue-closed':
      return { status: { kind: stop }, digest: '', isTornDown: true };
    case 'label-taken-off':
      return { status: { kind: stop, label: configuration.label }, digest: '', isTornDown: true };
    case 'pull-closed':
      return { status: { kind: stop, pull: snapshot.pulls[0]?.number ?? 0 }, digest: '' };
  }
}
