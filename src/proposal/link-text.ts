import type { Configuration } from '../config/configuration.ts';
import { languageOf, replyLanguage } from '../config/language-of.ts';
import { fillPlaceholders } from '../config/placeholders.ts';
import { defaultLanguage, isUnnamed, unnamedProject } from '../config/reply-languages.ts';
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
  const project = isUnnamed(configuration)
    ? unnamedProject[replyLanguage(locale)]
    : configuration.project;
  return fillPlaceholders(text ?? '{company}', { company, project });
}

/** Whether the text of a link in a locale would have the project's name, if the configuration said it. */
export function lacksProject(text: string, locale: string, configuration: Configuration): boolean {
  return isUnnamed(configuration) && text.includes(unnamedProject[replyLanguage(locale)]);
}
