/** A locale as the configuration writes it: `pt_br` means `pt-BR`. One that it does not have stays as it is typed. */
export function configuredLocale(typed: string, locales: readonly string[]): string {
  const plain = (locale: string) => locale.toLowerCase().replaceAll('_', '-');
  return locales.find((locale) => plain(locale) === plain(typed)) ?? typed;
}
