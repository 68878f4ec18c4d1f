import { LruCache } from '../../cache/lru-cache.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { readForm } from '../../form/read-form.ts';
import { writeForm } from '../../form/write-form.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import { readTemplate } from '../../templates.ts';

/** Forms as they were read, by their texts: to read one takes as long as the rest of a job. */
const ownForms = new LruCache<ReturnType<typeof readForm>>(200);

/** The fields of a repository's own form, whose labels its maintainers may have reworded; else of the one we would write. */
export function formFieldsOf(
  { form }: Pick<SubmissionSnapshot, 'form'>,
  configuration: Configuration,
): readonly FormField[] {
  const own = form && (ownForms.get(form.text) ?? readForm(form.text));
  if (own) ownForms.set(form.text, own);
  if (own?.ok) return own.value;
  const written = readForm(
    writeForm(readTemplate(`${configuration.language}/issue-form.yml`), configuration),
  );
  if (written.ok) return written.value;
  throw new Error('The form that we write cannot be read', { cause: written.problems });
}
