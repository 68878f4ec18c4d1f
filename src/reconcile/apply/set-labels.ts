import type { Change } from '../../github/changes/change.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import { hasLabel } from '../observe/has-label.ts';

/**
 * Sets the label on a submission's issue, and on its pull request, by which others are found.
 *
 * @param labelId of the configured label
 * @param openPullId of our open pull request
 */
export function setLabels(
  { issue, configuration, history, openPull }: Situation,
  { status }: DesiredState,
  labelId: string,
  openPullId: string | undefined,
): readonly Change[] {
  const isMissing = isSubmission(history) && !hasLabel(issue.labels, configuration);
  const isPullLabelled = openPull !== undefined && hasLabel(openPull.labels, configuration);
  const isPullMissing = status.kind === 'proposed' && !isPullLabelled;
  const subjects = [isMissing ? issue.id : undefined, isPullMissing ? openPullId : undefined];
  return subjects
    .filter((subjectId) => subjectId !== undefined)
    .map((subjectId) => ({ kind: 'add-label', subjectId, labelId }));
}
