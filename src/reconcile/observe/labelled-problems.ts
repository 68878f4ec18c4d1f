import { lineKeys } from '../../command/line-keys.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import type { Problem } from '../../problem/problem.ts';
import { type AskedSettings, askedFields } from '../../submission/asked-fields.ts';
import { descriptionId, fieldIds } from '../../submission/field-ids.ts';
import type { Submission } from '../../submission/submission.ts';
import type { LabelledProblem } from '../../words/comment-content.ts';

/**
 * Problems with the labels of the form's fields that they are about.
 *
 * @param keys what a line of a comment begins with, by the field's id, where a comment asks
 */
export function labelled(
  problems: readonly Problem[],
  form: readonly FormField[],
  keys: ReadonlyMap<string, string> = new Map(),
): LabelledProblem[] {
  return problems.map((problem) => {
    const { field, values } = problem;
    const label = form.find(({ id }) => id === field)?.label;
    if (label === undefined) return { problem };
    const key = keys.get(field);
    // A form may call the field otherwise than the list.
    const renamed = 'name' in values ? { ...problem, values: { ...values, name: label } } : problem;
    return { problem: renamed, label, ...(key !== undefined && { key }) };
  });
}

/** What the lines of a comment begin with, by the ids of fields; the name of a company needs no such line. */
export function keysOfLines(configuration: AskedSettings): ReadonlyMap<string, string> {
  const keys = lineKeys(configuration).map(({ id, key }) => [id, key] as const);
  const { company, darkLogo } = fieldIds;
  return new Map([...keys.filter(([id]) => id !== company), [darkLogo, darkLogo]]);
}

/** Problems with texts that a list cannot show, which it calls by its own names: as problems of the answers that they are in. */
export function ofAnswers(
  problems: readonly Problem[],
  { texts }: Pick<Submission, 'texts'>,
  configuration: Configuration,
): readonly Problem[] {
  const { locales, pages, sourceLocale } = configuration;
  const asked = askedFields(configuration);
  const placed = problems.map((problem) => {
    if (problem.code !== 'list-text-markup') return problem;
    const field = asked.find(({ name }) => name === problem.values['name']);
    if (!field) return problem;
    const locale = locales.find((each) => pages[each] === problem.field) ?? sourceLocale;
    const isTranslation = field.kind === 'text' && Object.hasOwn(texts, locale);
    return { ...problem, field: isTranslation ? descriptionId(locale, sourceLocale) : field.id };
  });
  // A text without a translation is on each page.
  const byAnswer = new Map(placed.map((each) => [`${each.field} ${each.code}`, each]));
  return [...byAnswer.values()];
}
