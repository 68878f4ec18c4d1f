import type { Configuration } from '../config/configuration.ts';
import { languageOf } from '../config/language-of.ts';
import { fillPlaceholders } from '../config/placeholders.ts';
import { defaultLanguage } from '../config/reply-languages.ts';
import { ownValue } from '../text/own-value.ts';

/** Texts of a link for repositories that configure none, by language. */
export type DefaultLinkTexts = Readonly<Record<string, string>>;

/**
 * The text of a company's link in a locale, where the company gave none: the configured one, else that of the
 * locale's language, else the English one.
 */
export function linkTextFor(
  locale: string,
  company: string,
  configuration: Configuration,
  defaults: DefaultLinkTexts,
): string {
  const text =
    ownValue(configuration.linkText, locale) ??
    ownValue(defaults, languageOf(locale)) ??
    ownValue(defaults, defaultLanguage);
  return fillPlaceholders(text ?? '{company}', { company, project: configuration.project });
}
