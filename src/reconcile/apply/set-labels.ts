import { addLabel } from '../../github/changes/mutations.ts';
import type { DesiredState } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isSubmission } from '../history/history-state.ts';
import { hasLabel } from '../observe/has-label.ts';
import type { Mutations } from './send.ts';

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
): Mutations {
  const isMissing = !hasLabel(issue.labels, configuration);
  const isPullLabelled = openPull !== undefined && hasLabel(openPull.labels, configuration);
  const isPullWanted = status.kind === 'proposed' && !isPullLabelled;
  return {
    ...(isSubmission(history) && isMissing && { issueLabel: addLabel(issue.id, labelId) }),
    ...(isPullWanted && openPullId !== undefined && { pullLabel: addLabel(openPullId, labelId) }),
  };
}
