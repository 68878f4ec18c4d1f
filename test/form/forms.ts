import type { Configuration } from '../../src/config/configuration.ts';
import type { FormField } from '../../src/form/form-field.ts';
import { readForm } from '../../src/form/read-form.ts';
import { indispensableIds } from '../../src/submission/asked-fields.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';

/** The ids that every form needs where the list has the usual fields. */
export const needed = indispensableIds(configurationOf());

/** The fields of a form, read from its text. */
export function fieldsOf(
  form: string = writtenForm(configurationOf()),
  ids: readonly string[] = needed,
): readonly FormField[] {
  const read = readForm(form, ids);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** A required or optional field by its words alone. */
export function field(id: string, label: string, more: Partial<FormField> = {}): FormField {
  return { id, type: 'textarea', label, required: false, ...more };
}

/** The fields of the form that a repository with a configuration gets. */
export function ownFieldsOf(configuration: Configuration): readonly FormField[] {
  return fieldsOf(writtenForm(configuration), indispensableIds(configuration));
}

/** The answers of somebody who checks every box. */
export function withConsent(
  answers: Readonly<Record<string, string>>,
  fields: readonly FormField[],
): Readonly<Record<string, string>> {
  const boxes = fields.flatMap(({ options = [] }) => options.map((option) => option.label));
  return { ...answers, consent: boxes.join('\n') };
}
