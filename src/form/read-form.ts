import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { FormField } from './form-field.ts';
import { fieldsOf, type ShownField } from './issue-form.ts';
import { type IssueFormReading, readIssueForm } from './read-issue-form.ts';

/**
 * Reads a repository's own issue form: maintainers may reword, translate, reorder it, and add fields.
 *
 * @param needed the ids of the fields without which no submission is complete, as `indispensableIds` names them
 * @returns the fields that take an answer, in their order, or every problem of the form. A problem of one field has
 *   that field's id as its `field`; others have none.
 */
export function readForm(text: string, needed: readonly string[]): Result<readonly FormField[]> {
  return formFieldsIn(readIssueForm(text), needed);
}

/** The same, of a form that was read already. */
export function formFieldsIn(
  read: Result<IssueFormReading>,
  needed: readonly string[],
): Result<readonly FormField[]> {
  if (!read.ok) return read;
  const fields = fieldsOf(read.value.form);
  const missing = needed.filter((id) => !fields.some((field) => field.id === id));
  const problems = [
    ...read.value.problems,
    ...missing.map((id) => problem('form-field-missing', id, { id })),
  ];
  return problems.length > 0 ? failure(...problems) : success(fields.map(toField));
}

/** What the answer to a field is read by. */
function toField(field: ShownField): FormField {
  const { id, type, label, required, placeholder, value, render, options } = field;
  return {
    id,
    type,
    label,
    required,
    ...(placeholder !== '' && { placeholder }),
    ...(value !== '' && { value }),
    ...(render === undefined ? {} : { render }),
    ...(options === undefined ? {} : { options }),
  };
}
