import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { hasFormHeadings } from '../../form/read-body.ts';
import type {
  IssueFacts,
  SubmissionSnapshot,
} from '../../github/submission/submission-snapshot.ts';
import { indispensableIds } from '../../submission/asked-fields.ts';
import { formFieldsOf } from './form-fields.ts';
import { type CommentNote, readPullNote } from './notes/notes.ts';

/**
 * The form that an issue was filled in with: the one by which we first read it, whatever became of the repository's form since.
 * An issue that has the headings of today's form alone was written again with that one.
 */
export function formOfIssue(
  { body }: Pick<IssueFacts, 'body'>,
  note: Pick<CommentNote, 'form'> | undefined,
  snapshot: Pick<SubmissionSnapshot, 'form' | 'pulls'>,
  configuration: Configuration,
): readonly FormField[] {
  const today = formFieldsOf(snapshot, configuration);
  const [newest] = snapshot.pulls;
  const noted = note?.form ?? (newest && readPullNote(newest.body)?.form);
  if (!noted) return today;
  const isOf = (form: readonly FormField[]) =>
    hasFormHeadings(body, form, indispensableIds(configuration));
  const isRewritten = !isOf(noted) && isOf(today);
  return isRewritten ? today : noted;
}

/** Of a note, in characters: more than a hundred fields are longer. */
const mostNoted = 5_000;

/** A form as a note keeps it; nothing where it is too long for one. */
export function formForNote(form: readonly FormField[]): readonly FormField[] | undefined {
  return JSON.stringify(form).length <= mostNoted ? form : undefined;
}
