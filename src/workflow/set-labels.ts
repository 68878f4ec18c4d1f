import { addLabel } from '../github/mutations.ts';
import { isSubmission } from './course.ts';
import { hasLabel } from './has-label.ts';
import type { Outcome } from './outcome.ts';
import type { Mutations } from './send.ts';
import type { Situation } from './situation.ts';

/**
 * Sets the label on a submission's issue, and on its pull request, by which others are found.
 *
 * @param labelId of the configured label
 * @param openPullId of our open pull request
 */
export function setLabels(
  { issue, configuration, course, openPull }: Situation,
  { status }: Outcome,
  labelId: string,
  openPullId: string | undefined,
): Mutations {
  const isMissing = !hasLabel(issue.labels, configuration);
  const isPullLabelled = openPull !== undefined && hasLabel(openPull.labels, configuration);
  const isPullWanted = status.kind === 'proposed' && !isPullLabelled;
  return {
    ...(isSubmission(course) && isMissing && { issueLabel: addLabel(issue.id, labelId) }),
    ...(isPullWanted && openPullId !== undefined && { pullLabel: addLabel(openPullId, labelId) }),
  };
}
