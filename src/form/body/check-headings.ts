import { type Problem, problem } from '../../problem/problem.ts';
import { shorten } from '../../text/shorten.ts';
import type { FormField } from '../form-field.ts';
import { findHeadings, labelsOf } from './find-headings.ts';
import { foldLabel } from './fold-label.ts';
import type { ShownBody } from './read-shown.ts';

/** What became of the headings that GitHub wrote. */
export interface HeadingCheck {
  /** The ids of the fields whose answers cannot be found for want of a heading. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** A body of nothing but headings is not repeated to its author. */
const mostNamed = 3;
const mostCharacters = 60;

/**
 * Tells of headings that the author took away, changed or hid: GitHub writes one for every field.
 *
 * The section of a field that may stay empty can be deleted. But where a heading is in the answers that is no field's, a
 * deleted section cannot be told from one whose heading was changed, and its answer would join the one above it. Nor can
 * the answers be parted where a heading is in code.
 *
 * @param needed the ids of the fields without whose answer a submission lacks something
 */
export function checkHeadings(
  body: ShownBody,
  fields: readonly FormField[],
  needed: readonly string[],
): HeadingCheck {
  const { lines, others } = findHeadings(body.lines, labelsOf(fields));
  const linesOf = ({ label }: FormField) => lines.get(foldLabel(label));
  const absent = fields.filter((field) => !linesOf(field)?.shown.length);
  if (absent.length === fields.length) {
    const label = foldLabel(fields[0]?.label ?? '');
    return {
      missing: fields.map(({ id }) => id),
      problems: [problem('form-not-the-form', '', { label })],
    };
  }
  const first = fields
    .flatMap((field) => linesOf(field)?.shown ?? [])
    .reduce((one, other) => Math.min(one, other));
  // What is before the first answer is in none.
  const strange = others.filter(({ line, isLabel }) => isLabel || line > first);
  const isRaw = (field: FormField) => (linesOf(field)?.raw ?? []).length > 0;
  const isWanted = (field: FormField) => strange.length > 0 || isNeeded(field, needed);
  const missing = absent.filter((field) => isRaw(field) || isWanted(field));
  const headings = strange
    .slice(0, mostNamed)
    .map(({ text }) => `“${shorten(text, mostCharacters)}”`);
  return {
    missing: missing.map(({ id }) => id),
    problems: missing.map(({ id, label }) => {
      const { raw = [], hidden = [] } = lines.get(foldLabel(label)) ?? {};
      const line = body.lines[raw[0] ?? hidden[0] ?? -1];
      const mark = line?.hiddenBy;
      return mark === undefined
        ? problem('form-heading-missing', id, {
            label: foldLabel(label),
            headings: headings.join(', '),
          })
        : problem('form-heading-hidden', id, {
            label: foldLabel(label),
            mark: shorten(mark, mostCharacters),
          });
    }),
  };
}

/** Whether a submission lacks something without this field's answer, be it a box to check. */
function isNeeded({ id, type, required }: FormField, needed: readonly string[]): boolean {
  return needed.includes(id) || (type === 'checkboxes' && required);
}
