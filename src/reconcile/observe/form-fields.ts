import { LruCache } from '../../cache/lru-cache.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { formFieldsIn } from '../../form/read-form.ts';
import { type IssueFormReading, readIssueForm } from '../../form/read-issue-form.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { Result } from '../../problem/result.ts';
import { indispensableIds } from '../../submission/asked-fields.ts';
import { writtenForm } from '../../written-form.ts';

/** Forms as they were read, by their texts: to read one takes as long as the rest of a job. */
const forms = new LruCache<Result<IssueFormReading>>(200);

/** The fields of a repository's own form, whose labels its maintainers may have reworded; else of the one we would write. */
export function formFieldsOf(
  { form }: Pick<SubmissionSnapshot, 'form'>,
  configuration: Configuration,
): readonly FormField[] {
  const needed = indispensableIds(configuration);
  const own = form && formFieldsIn(formIn(form.text), needed);
  if (own?.ok) return own.value;
  const written = formFieldsIn(formIn(writtenForm(configuration)), needed);
  if (written.ok) return written.value;
  throw new Error('The form that we write cannot be read', { cause: written.problems });
}

/** The title that a repository's form fills in, without blanks around it; or else that of the one we would write. */
export function formTitleOf(
  { form }: Pick<SubmissionSnapshot, 'form'>,
  configuration: Configuration,
): string {
  const read = formIn(form?.text ?? writtenForm(configuration));
  return read.ok ? read.value.form.title.trim() : '';
}

function formIn(text: string): Result<IssueFormReading> {
  const known = forms.get(text);
  if (known) return known;
  const read = readIssueForm(text);
  forms.set(text, read);
  return read;
}
