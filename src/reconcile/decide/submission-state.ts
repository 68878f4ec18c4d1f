import type { SubmissionState } from '../../config/configuration.ts';
import type { Status } from '../../words/comment-content.ts';

/**
 * What the list of issues says of a submission, in a label.
 *
 * @returns nothing where nobody has to do anything, or no entry is asked for
 */
export function submissionState(status: Status): SubmissionState | undefined {
  switch (status.kind) {
    case 'problems':
    case 'form-wanted':
      return 'needs-info';
    case 'waiting':
    case 'refused':
    case 'repository-broken':
      return 'needs-maintainer';
    case 'proposed':
      return 'in-review';
    case 'merged':
      return status.change === 'remove' ? undefined : 'listed';
    case 'withdrawn':
    case 'pull-closed':
      return 'stopped';
    case 'logo-waiting':
    case 'quota':
    case 'nothing-to-change':
    case 'issue-closed':
    case 'label-taken-off':
    case 'none':
      return undefined;
    default:
      throw status satisfies never;
  }
}
