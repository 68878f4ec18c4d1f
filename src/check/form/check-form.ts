import type { Configuration } from '../../config/configuration.ts';
import { isAsWritten } from '../../form/form-checksum.ts';
import { fieldsOf, type ShownField } from '../../form/issue-form.ts';
import { readIssueForm } from '../../form/read-issue-form.ts';
import { askedInForm, formPath } from '../../form/write-form.ts';
import { problem } from '../../problem/problem.ts';
import { type AskedField, askedFields } from '../../submission/asked-fields.ts';
import { choicesIn } from '../../submission/choices.ts';
import { type Finding, finding, type Place } from '../finding.ts';
import { problemFinding } from '../problem-finding.ts';

/**
 * Finds what GitHub would not show of an issue form, and where the form and the configuration disagree.
 *
 * @param text the form's file; undefined where there is none
 * @param configuration undefined where it cannot be read
 */
export function checkForm(
  text: string | undefined,
  configuration: Configuration | undefined,
): Finding[] {
  if (text === undefined) return [];
  const read = readIssueForm(text);
  const problems = read.ok ? read.value.problems : read.problems;
  const found = problems.map((each) => problemFinding(each, formPath));
  if (!read.ok || configuration === undefined) return found;
  const { form, lines } = read.value;
  const placeOf = ({ id }: ShownField): Place => {
    const line = lines.get(id);
    return { path: formPath, ...(line !== undefined && { line }) };
  };
  const fields = fieldsOf(form);
  const asked = askedFields(configuration);
  const isUnedited = isAsWritten(text);
  return [
    ...found,
    ...asked.flatMap((each) => {
      const field = fields.find(({ id }) => id === each.id);
      if (field === undefined) return missing(each, isUnedited);
      const place = placeOf(field);
      return [...compareNeed(each, field, place), ...compareChoices(each, field, place)];
    }),
    // A field of the maintainers' own needs no id, and a checkbox counts whatever its id.
    ...fields
      .filter(({ id, type }) => !id.startsWith('#') && type !== 'checkboxes')
      .filter(({ id }) => !asked.some((each) => each.id === id))
      .map((field) => finding('form-field-unknown', placeOf(field), namesOf(field))),
  ];
}

/** Maintainers may have removed a field that need not be answered, but not from a form that nobody edited. */
function missing({ id, kind, label, required }: AskedField, isUnedited: boolean): Finding[] {
  if (required) return [problemFinding(problem('form-field-missing', id, { id }), formPath)];
  if (kind !== 'own' || !isUnedited) return [];
  return [finding('form-field-not-asked', { path: formPath }, { id, label: label ?? id })];
}

function compareNeed(asked: AskedField, field: ShownField, place: Place): Finding[] {
  if (asked.kind === 'consent') return [];
  if (askedInForm(asked).required && !field.required)
    return [finding('form-field-optional', place, namesOf(field))];
  return field.required && !asked.required
    ? [finding('form-field-required', place, namesOf(field))]
    : [];
}

function compareChoices(asked: AskedField, field: ShownField, place: Place): Finding[] {
  const wanted = askedInForm(asked).choices;
  if (wanted.length === 0) return [];
  const offered = field.options?.map(({ label }) => label) ?? field.choices;
  const lacking = wanted.filter((choice) => choicesIn(choice, offered) === undefined);
  // Any group of the list is taken, also one that the configuration does not name.
  const refused =
    asked.kind === 'group'
      ? []
      : offered.filter((choice) => choicesIn(choice, asked.choices) === undefined);
  const values = { ...namesOf(field), lacking: lacking.join(', '), refused: refused.join(', ') };
  if (asked.required && refused.length > 0 && refused.length === offered.length)
    return [finding('form-choices-refused', place, values)];
  return lacking.length + refused.length > 0 ? [finding('form-choices-differ', place, values)] : [];
}

function namesOf({ id, label }: ShownField) {
  return { id, label };
}
