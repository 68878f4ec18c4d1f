import mustache from 'mustache';
import type { Configuration } from '../config/configuration.ts';
import { descriptionId, linkTextId } from '../submission/field-ids.ts';
import { languageName } from '../submission/language-name.ts';
import { limits } from '../submission/limits.ts';

/** Where a repository keeps its issue form. */
export const formPath = '.github/ISSUE_TEMPLATE/powered-by.yml';

/**
 * Writes the issue form for a repository: one description for each of its locales.
 *
 * @param template the text of `templates/LANGUAGE/issue-form.yml` in the configuration's language.
 */
export function writeForm(template: string, configuration: Configuration): string {
  const { locales, sourceLocale, project, label, language } = configuration;
  const names = distinctLanguageNames(locales, language);
  const translations = locales
    .filter((locale) => locale !== sourceLocale)
    .map((locale) => ({
      id: descriptionId(locale, sourceLocale),
      linkTextId: linkTextId(locale, sourceLocale),
      language: names.get(locale),
    }));
  const view = {
    project,
    label,
    limits,
    sourceLanguage: names.get(sourceLocale),
    translated: translations.length > 0,
    translations,
  };
  return mustache.render(template, view, {}, { escape: escapeForYaml });
}

/** Labels tell the fields apart, so two locales of one language (`zh-CN`, `zh_cn`) also show which they are. */
function distinctLanguageNames(
  locales: readonly string[],
  reader: string,
): ReadonlyMap<string, string> {
  const names = locales.map((locale) => languageName(locale, reader));
  return new Map(
    locales.map((locale, index) => {
      const name = names[index] ?? locale;
      const shared = names.indexOf(name) !== names.lastIndexOf(name);
      return [locale, shared ? `${name} (${locale})` : name];
    }),
  );
}

/**
 * Text as it stands between double quotes in YAML: JSON's escapes are YAML's, and the breaks and invisible
 * characters that only YAML 1.1 (GitHub's) minds are escaped too.
 */
function escapeForYaml(value: unknown): string {
  return JSON.stringify(String(value))
    .slice(1, -1)
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
