import { type AskedSettings, askedFields } from './asked-fields.ts';
import type { SubmissionFields } from './submission-fields.ts';

/**
 * What was typed for a submission, of answers by the ids of the form's fields. Answers to what nobody asks for are left out.
 */
export function typedFields(
  answers: Readonly<Record<string, string | undefined>>,
  settings: AskedSettings,
): SubmissionFields {
  const asked = askedFields(settings);
  const given = new Map(Object.entries(answers));
  const all = (kind: 'text' | 'link-text' | 'own') =>
    asked.flatMap((field) => {
      const answer = given.get(field.id);
      return field.kind === kind && answer !== undefined ? [{ ...field, answer }] : [];
    });
  const one = (kind: 'company' | 'link' | 'homepage' | 'group') =>
    // Where a list has one address of a company, some forms call it the link.
    asked.some((field) => field.kind === kind || (kind === 'link' && field.kind === 'homepage'))
      ? given.get(kind)
      : undefined;
  const { sourceLocale } = settings;
  const linkTexts = all('link-text').filter(({ locale }) => locale !== sourceLocale);
  const own = all('own');
  const [homepage, group] = [one('homepage'), one('group')];
  return {
    company: one('company'),
    descriptions: byKey(all('text'), ({ locale }) => locale),
    link: one('link'),
    linkText: all('link-text').find(({ locale }) => locale === sourceLocale)?.answer,
    ...(linkTexts.length > 0 && { linkTexts: byKey(linkTexts, ({ locale }) => locale) }),
    ...(homepage !== undefined && { homepage }),
    ...(group !== undefined && { group }),
    ...(own.length > 0 && { fields: byKey(own, ({ name }) => name) }),
  };
}

function byKey<Field extends { readonly answer: string }>(
  fields: readonly Field[],
  keyOf: (field: Field) => string | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [keyOf(field) ?? '', field.answer]));
}
