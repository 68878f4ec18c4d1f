import { type Problem, problem } from '../problem/problem.ts';
import { foldLabel } from './fold-label.ts';
import type { FormField } from './form-field.ts';

/**
 * Whether every box that the form requires is checked. The author may have edited the list, so a box that is not there
 * counts as not checked.
 *
 * @param answers field id to answer, as `readBody` gives them.
 * @returns a problem for each field with a box missing, naming the missing ones.
 */
export function checkConsent(
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
): readonly Problem[] {
  return fields.flatMap(({ id, options = [] }) => {
    const checked = checkedBoxes(answers[id] ?? '');
    const missing = options.filter(
      ({ label, required }) => required && !checked.has(foldLabel(label)),
    );
    if (missing.length === 0) return [];
    const labels = missing.map(({ label }) => `“${foldLabel(label)}”`).join(', ');
    return [problem('consent-missing', id, { options: labels })];
  });
}

function checkedBoxes(answer: string): ReadonlySet<string> {
  const boxes = answer.matchAll(/^[ \t]*[-*+][ \t]+\[x\][ \t]+(\S.*)$/gim);
  return new Set(Array.from(boxes, ([, label = '']) => foldLabel(label)));
}
