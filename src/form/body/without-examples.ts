import { fieldIds } from '../../submission/field-ids.ts';
import type { FormField } from '../form-field.ts';
import { foldLabel } from './fold-label.ts';

/**
 * Leaves out answers that are the form's own words: a field's placeholder, the text with which a text area begins, or the
 * example in a placeholder, unless the company is the one that the examples are about.
 *
 * @param answers by field id
 */
export function withoutExamples(
  answers: Readonly<Record<string, string>>,
  fields: readonly FormField[],
): Readonly<Record<string, string>> {
  const company = fields.find(({ id }) => id === fieldIds.company);
  const name = exampleIn(company?.placeholder);
  const isOfExample = name !== '' && fold(answers[fieldIds.company]) === fold(name);
  const own = Object.entries(answers).filter(([id, answer]) => {
    const { type, placeholder, value } = fields.find((field) => field.id === id) ?? {};
    const begun = type === 'textarea' ? value : undefined;
    const example = isOfExample ? undefined : exampleIn(placeholder);
    return ![placeholder, begun, example].some((own) => own && fold(own) === fold(answer));
  });
  return Object.fromEntries(own);
}

/** What follows `Example:` in a placeholder. */
function exampleIn(placeholder = ''): string {
  return placeholder.replace(/^\p{L}+[:：]\s*/u, '');
}

function fold(text = ''): string {
  return foldLabel(text).toLowerCase();
}
