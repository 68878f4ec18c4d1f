import { type Configuration, formatTraits } from '../../config/configuration.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { descriptionId, fieldIds, linkTextId } from '../field-ids.ts';
import { languageAmong } from '../language-name.ts';
import { descriptionLimit, lengthOf, limits } from '../limits.ts';
import type { SubmissionFields } from '../submission-fields.ts';
import { tooLong } from './check-company.ts';
import type { Checked } from './checked.ts';
import { cleanAnswer, cleanAnswerLines } from './clean-answer.ts';
import { listedMark } from './listed-answers.ts';

/** Texts by locale, without those that say nothing. */
type Texts = Readonly<Record<string, string>>;

/**
 * Checks a company's texts.
 *
 * @param isRequired whether there has to be one in the source locale
 * @param listed what the entries of the list say there
 */
export function checkTexts(
  typed: SubmissionFields['descriptions'],
  configuration: Configuration,
  isRequired: boolean,
  listed: readonly string[] = [],
): Checked<Texts> {
  const { locales, sourceLocale, format } = configuration;
  const cleaned = cleanTexts(typed, formatTraits[format].hasLines ? cleanAnswerLines : cleanAnswer);
  const mark = listedMark(typed[sourceLocale], listed);
  const value = mark === undefined ? cleaned : { ...cleaned, [sourceLocale]: mark };
  const problems: Problem[] = [];
  if (isRequired && !Object.hasOwn(value, sourceLocale)) {
    const values = { locale: sourceLocale, language: languageAmong(sourceLocale, configuration) };
    problems.push(
      problem('description-missing', descriptionId(sourceLocale, sourceLocale), values),
    );
  }
  for (const [locale, text] of Object.entries(value)) {
    const field = descriptionId(locale, sourceLocale);
    const limit = descriptionLimit(format);
    const length = lengthOf(text);
    if (!locales.includes(locale)) problems.push(unknownLocale(field, locale, locales));
    else if (length > limit) {
      const values = { locale, language: languageAmong(locale, configuration), length, limit };
      problems.push(problem('description-too-long', field, values));
    }
  }
  return { value, problems };
}

/** The texts of a link. */
export interface LinkTexts {
  /** In the source locale. */
  readonly own: string;
  readonly further: Texts;
}

/** Checks the texts of a link. @param isLinkExpected whether there is a link that they are of */
export function checkLinkTexts(
  { linkText, linkTexts = {} }: Pick<SubmissionFields, 'linkText' | 'linkTexts'>,
  { locales, sourceLocale }: Configuration,
  isLinkExpected: boolean,
): Checked<LinkTexts> {
  const own = cleanAnswer(linkText);
  const further = cleanTexts(linkTexts, cleanAnswer);
  const isAlone = own !== '' && !isLinkExpected;
  const { linkText: id } = fieldIds;
  const check = (field: string, words: string) =>
    tooLong('link-text-too-long', field, words, limits.linkText);
  const problems = [
    ...(isAlone ? [problem('link-text-without-link', id, { linkText: own })] : []),
    ...check(id, own),
    ...Object.entries(further).flatMap(([locale, words]) => {
      const field = linkTextId(locale, sourceLocale);
      return locales.includes(locale)
        ? check(field, words)
        : [unknownLocale(field, locale, locales)];
    }),
  ];
  return { value: { own, further }, problems };
}

function unknownLocale(field: string, locale: string, locales: readonly string[]): Problem {
  return problem('description-locale-unknown', field, { locale, known: locales.join(', ') });
}

function cleanTexts(
  typed: Readonly<Record<string, string | undefined>>,
  clean: (text?: string) => string,
): Texts {
  const cleaned = Object.entries(typed).map(([locale, text]) => [locale, clean(text)]);
  return Object.fromEntries(cleaned.filter(([, text]) => text !== ''));
}
