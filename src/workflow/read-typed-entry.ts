import type { EntryChangeRequest } from '../command/change-request.ts';
import type { Configuration } from '../config/configuration.ts';
import type { FormField } from '../form/form-field.ts';
import { readForm } from '../form/read-form.ts';
import { readSubmissionForm } from '../form/read-submission-form.ts';
import { writeForm } from '../form/write-form.ts';
import type { Author } from '../github/author.ts';
import type { IssueFacts, SubmissionSnapshot } from '../github/submission-snapshot.ts';
import type { TypedEntry } from '../proposal/check-entry.ts';
import { readTemplate } from '../templates.ts';
import { LastUsed } from './last-used.ts';

/** What an issue or a comment says of an entry, not yet checked. */
export interface AskedEntry extends TypedEntry {
  /** The address of the logo. */
  readonly logo?: string;
  readonly requester: Author | undefined;
  /** Whether only a company that is on the pages already is meant. */
  readonly isUpdate: boolean;
  /** The fields of the form that was filled in; none where it was none. */
  readonly form: readonly FormField[];
}

/** Reads what is asked for: the form or the comment, then the texts that were given by command. */
export function readTypedEntry(
  { source, texts }: EntryChangeRequest,
  issue: IssueFacts,
  form: readonly FormField[],
  configuration: Configuration,
): AskedEntry {
  switch (source.kind) {
    case 'form': {
      const read = readSubmissionForm(issue.body, form, configuration);
      const { fields } = read;
      const descriptions = { ...fields.descriptions, ...texts };
      return {
        ...read,
        fields: { ...fields, descriptions },
        requester: issue.author,
        isUpdate: false,
        form,
      };
    }
    case 'comment': {
      const { entry, requester } = source;
      const descriptions = { ...entry.fields.descriptions, ...texts };
      const fields = { ...entry.fields, descriptions };
      return { ...entry, fields, missing: [], requester, isUpdate: false, form: [] };
    }
    case 'texts': {
      const { company, requester } = source;
      const fields = { company, descriptions: texts };
      return { fields, problems: [], missing: [], requester, isUpdate: true, form: [] };
    }
  }
}

/** Forms as they were read, by their texts: to read one takes as long as the rest of a job. */
const ownForms = new LastUsed<ReturnType<typeof readForm>>(200);

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
