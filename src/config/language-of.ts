import { defaultLanguage, type Language, languages } from './reply-languages.ts';

/** The language of a locale, in lower case: `zh` of `zh-CN`. */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

/** The language in which we write to people whose pages are in a locale: its own where we have it, else the default. */
export function replyLanguage(locale: string): Language {
  return languages.find((each) => each === languageOf(locale)) ?? defaultLanguage;
}
