import { type Problem, problem } from '../../problem/problem.ts';
import type { FormField } from '../form-field.ts';
import { foldLabel } from './fold-label.ts';

/**
 * Whether every box that the form requires is checked. The author may have edited the list, so a box that is not there
 * counts as not checked.
 *
 * @param ticked field id to the labels of its checked boxes, as `readBody` gives them.
 * @returns a problem for each field with a box missing, naming the missing ones.
 */
export function checkConsent(
  fields: readonly FormField[],
  ticked: Readonly<Record<string, ReadonlySet<string>>>,
): readonly Problem[] {
  return fields.flatMap(({ id, options = [] }) => {
    const missing = options.filter(
      ({ label, required }) => required && !ticked[id]?.has(foldLabel(label)),
    );
    if (missing.length === 0) return [];
    const labels = missing.map(({ label }) => `“${foldLabel(label)}”`).join(', ');
    return [problem('consent-missing', id, { options: labels })];
  });
}
