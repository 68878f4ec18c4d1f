import { LruCache } from '../../cache/lru-cache.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { formFieldsIn } from '../../form/read-form.ts';
import { readIssueForm } from '../../form/read-issue-form.ts';
import { writeForm } from '../../form/write-form.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { Result } from '../../problem/result.ts';
import { readTemplate } from '../../templates.ts';

/** What is read of a form. */
interface ReadForm {
  readonly fields: Result<readonly FormField[]>;
  /** What an issue's title begins as, without blanks around it; empty where it is none, or the form cannot be read. */
  readonly title: string;
}

/** Forms as they were read, by their texts: to read one takes as long as the rest of a job. */
const forms = new LruCache<ReadForm>(200);

/** The fields of a repository's own form, whose labels its maintainers may have reworded; else of the one we would write. */
export function formFieldsOf(
  { form }: Pick<SubmissionSnapshot, 'form'>,
  configuration: Configuration,
): readonly FormField[] {
  const own = form && formIn(form.text).fields;
  if (own?.ok) return own.value;
  const written = formIn(writtenForm(configuration)).fields;
  if (written.ok) return written.value;
  throw new Error('The form that we write cannot be read', { cause: written.problems });
}

/** The title that a repository's form fills in; or else the one that we would write. */
export function formTitleOf(
  { form }: Pick<SubmissionSnapshot, 'form'>,
  configuration: Configuration,
): string {
  return formIn(form?.text ?? writtenForm(configuration)).title;
}

function writtenForm(configuration: Configuration): string {
  return writeForm(readTemplate(`${configuration.language}/issue-form.yml`), configuration);
}

function formIn(text: string): ReadForm {
  const known = forms.get(text);
  if (known) return known;
  const read = readIssueForm(text);
  const form: ReadForm = {
    fields: formFieldsIn(read),
    title: read.ok ? read.value.form.title.trim() : '',
  };
  forms.set(text, form);
  return form;
}
