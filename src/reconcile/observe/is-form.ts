import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { hasFormHeadings } from '../../form/read-body.ts';
import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import { indispensableIds } from '../../submission/asked-fields.ts';
import { hasLabel } from './has-label.ts';
import type { CommentNote } from './notes/notes.ts';

/**
 * Whether an issue is the form: it has the label, or the form's headings.
 *
 * @param note a label that we set ourselves does not make one
 */
export function isForm(
  issue: IssueFacts,
  note: CommentNote | undefined,
  form: readonly FormField[],
  configuration: Configuration,
): boolean {
  if (hasLabel(issue.labels, configuration) && note?.isForm !== false) return true;
  return hasFormHeadings(issue.body, form, indispensableIds(configuration));
}
