/**
 * A text for each plural category of a language, as Unicode names them: English has `one` and `other`, Chinese only
 * `other`, Russian `one`, `few`, `many` and `other`.
 */
export type PluralForms = Readonly<
  { other: string } & Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
>;

/**
 * The text for a number of things.
 *
 * @param language a language tag, such as `en`
 */
export function pluralForm(forms: PluralForms, count: number, language: string): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
