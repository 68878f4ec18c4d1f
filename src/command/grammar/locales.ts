/** A locale as it is compared: people write `zh_cn` for `zh-CN`. */
export function foldLocale(locale: string): string {
  return locale.toLowerCase().replaceAll('_', '-');
}
