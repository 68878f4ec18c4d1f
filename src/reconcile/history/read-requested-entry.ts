import type { EntryChangeRequest } from '../../command/change-request.ts';
import type { FormField } from '../../form/form-field.ts';
import { readSubmissionForm } from '../../form/read-submission-form.ts';
import type { Author } from '../../github/nodes/author.ts';
import type { TypedEntry } from '../../proposal/check-entry.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/** What an issue or a comment says of an entry, not yet checked. */
export interface RequestedEntry extends TypedEntry {
  /** The address of the logo. */
  readonly logo?: string;
  readonly requester: Author | undefined;
  /** Whether only a company that is on the pages already is meant. */
  readonly isUpdate: boolean;
  /** The fields of the form that was filled in; none where it was none. */
  readonly form: readonly FormField[];
}

/** Reads what is asked for: the form or the comment, then the texts that were given by command. */
export function readRequestedEntry(
  { source, texts }: EntryChangeRequest,
  { issue, form, configuration }: Pick<ObservedIssue, 'issue' | 'form' | 'configuration'>,
): RequestedEntry {
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
