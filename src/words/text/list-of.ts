import type { Language } from '../../config/reply-languages.ts';

/** Words as a sentence lists them: “Chinese, German, and French”. */
export function listOf(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(words);
}
