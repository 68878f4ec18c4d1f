import type { AskedField } from '../submission/asked-fields.ts';
import { foldLabel } from './body/fold-label.ts';
import { fieldsOf } from './issue-form.ts';
import { readIssueForm } from './read-issue-form.ts';

/**
 * Fields with labels that tell them apart, as answers are found by them: a list's own word may be one that we use for something
 * else.
 *
 * @param form as it was written for them
 * @returns the same fields, if nothing has to be changed
 */
export function distinctLabels(fields: readonly AskedField[], form: string): readonly AskedField[] {
  if (fields.every(({ label }) => label === undefined)) return fields;
  const read = readIssueForm(form);
  if (!read.ok) return fields;
  const fold = (label: string) => foldLabel(label).toLowerCase();
  const shown = fieldsOf(read.value.form).map(({ label }) => fold(label));
  const isShared = (label: string) => shown.filter((other) => other === fold(label)).length > 1;
  if (!fields.some(({ label = '' }) => isShared(label))) return fields;
  return fields.map((field) =>
    isShared(field.label ?? '') ? { ...field, label: `${field.label} (${field.id})` } : field,
  );
}
