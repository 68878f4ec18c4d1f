import type { EntryChangeRequest, FormSource } from '../../command/change-request.ts';
import type { FormField } from '../../form/form-field.ts';
import { readSubmissionForm, type SubmissionForm } from '../../form/read-submission-form.ts';
import type { Author } from '../../github/nodes/author.ts';
import type { Remark } from '../../problem/remark.ts';
import type { TypedEntry } from '../../proposal/check-entry.ts';
import { askedFields } from '../../submission/asked-fields.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import type { ObservedIssue } from '../observe/observed-issue.ts';

/** What an issue or a comment says of an entry, not yet checked. */
export interface RequestedEntry extends TypedEntry {
  /** The address of the logo. */
  readonly logo?: string;
  /** The same of the logo for dark pages. */
  readonly darkLogo?: string;
  /** The comment that it is in, if not in the issue's own text: GitHub's node id. */
  readonly logoComment?: string;
  readonly remarks: readonly Remark[];
  readonly requester: Author | undefined;
  /** Whether only a company that is on the pages already is meant. */
  readonly isUpdate: boolean;
  /** The fields of the form that was filled in; none where it was none. */
  readonly form: readonly FormField[];
}

/** What is read of an issue and its repository. */
type Observed = Pick<ObservedIssue, 'issue' | 'form' | 'configuration'>;

/** Reads what is asked for: the form or the comment, then the texts that were given by command. A list without logos has none. */
export function readRequestedEntry(
  request: EntryChangeRequest,
  observed: Observed,
): RequestedEntry {
  const asked = readSource(request, observed);
  const { logo, darkLogo, logoComment, ...others } = asked;
  const hasLogos = askedFields(observed.configuration).some(({ kind }) => kind === 'logo');
  return hasLogos ? asked : others;
}

function readSource({ source, texts }: EntryChangeRequest, observed: Observed): RequestedEntry {
  switch (source.kind) {
    case 'form': {
      const { issue, form } = observed;
      const { fields, ...read } = readForm(source, observed);
      const descriptions = { ...fields.descriptions, ...texts };
      return {
        ...read,
        fields: { ...fields, descriptions },
        requester: issue.author,
        isUpdate: false,
        form,
        remarks: [],
      };
    }
    case 'comment': {
      const { entry, requester, picture, commentId } = source;
      const descriptions = { ...entry.fields.descriptions, ...texts };
      const fields = { ...entry.fields, descriptions };
      const read = { ...entry, fields, missing: [], requester, isUpdate: false, form: [] };
      if (!picture) return { ...read, logoComment: commentId };
      const problems = entry.problems.filter(({ field }) => field !== fieldIds.logo);
      return { ...read, problems, logo: picture.address, logoComment: picture.commentId };
    }
    case 'texts': {
      const { company, requester } = source;
      const fields = { company, descriptions: texts };
      const read = { fields, problems: [], missing: [], remarks: [] };
      return { ...read, requester, isUpdate: true, form: [] };
    }
  }
}

/** The issue's form, with the logo that a comment has where the form has none; one that was given by command goes first. */
function readForm(
  { picture }: FormSource,
  { issue, form, configuration }: Observed,
): SubmissionForm & Pick<RequestedEntry, 'logoComment'> {
  const read = readSubmissionForm(issue.body, form, configuration);
  if (!picture || (!picture.isGiven && read.logo !== undefined)) return read;
  const given = readSubmissionForm(issue.body, form, configuration, { logoGiven: true });
  return { ...given, logo: picture.address, logoComment: picture.commentId };
}
