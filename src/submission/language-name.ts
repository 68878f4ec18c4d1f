/**
 * What a locale's language is called, in the language of the reader: `zh` is “Chinese” to `en`.
 * A locale that names no language (`content`, `x_y`) is called as it is written.
 */
export function languageName(locale: string, reader: string): string {
  const names = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
  try {
    return names.of(locale.replaceAll('_', '-')) ?? locale;
  } catch {
    // `of` throws for what is no language tag, and a configuration may call its locales anything.
    return locale;
  }
}
