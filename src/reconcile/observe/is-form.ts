import type { Configuration } from '../../config/configuration.ts';
import { hasFormHeadings } from '../../form/read-body.ts';
import type {
  IssueFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import { formFieldsOf } from './form-fields.ts';
import { hasLabel } from './has-label.ts';
import type { CommentNote } from './notes.ts';

/**
 * Whether an issue is the form: it has the label, or the form's headings.
 *
 * @param note a label that we set ourselves does not make one
 */
export function isForm(
  issue: IssueFacts,
  note: CommentNote | undefined,
  snapshot: SubmissionSnapshot,
  configuration: Configuration,
): boolean {
  if (hasLabel(issue.labels, configuration) && note?.isForm !== false) return true;
  return hasFormHeadings(issue.body, formFieldsOf(snapshot, configuration));
}
