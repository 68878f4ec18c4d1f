/** The language of a locale, in lower case: `zh` of `zh-CN`. */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
