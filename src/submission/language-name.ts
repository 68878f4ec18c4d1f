import type { Configuration } from '../config/configuration.ts';

/**
 * What a locale's language is called, in the language of the reader: `zh` is “Chinese” to `en`.
 * A locale that names no language (`content`, `x_y`) is called as it is written.
 */
export function languageName(locale: string, reader: string): string {
  try {
    return namesFor(reader).of(locale.replaceAll('_', '-')) ?? locale;
  } catch {
    // `of` throws for what is no language tag, and a configuration may call its locales anything.
    return locale;
  }
}

/** What tells a text from those in other languages: the name of its own; empty where a list is in one language. */
export function languageAmong(
  locale: string,
  { locales, language }: Pick<Configuration, 'locales' | 'language'>,
): string {
  return locales.length > 1 || !locales.includes(locale) ? languageName(locale, language) : '';
}

/** The locale in examples of `/poweredby text`: the only one, or a placeholder. */
export function localeToWrite(locales: readonly string[]): string {
  const [only] = locales;
  return locales.length === 1 && only !== undefined ? only : 'LOCALE';
}

const known = new Map<string, Intl.DisplayNames>();

/** To make a list of names takes longer than all that is asked of it. */
function namesFor(reader: string): Intl.DisplayNames {
  const names =
    known.get(reader) ?? new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
  known.set(reader, names);
  return names;
}
