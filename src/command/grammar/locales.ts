import type { Configuration } from '../../config/configuration.ts';

/** What the grammar needs to know of a configuration. */
export type Locales = Pick<Configuration, 'locales' | 'sourceLocale'>;

/** A locale as it is compared: people write `zh_cn` for `zh-CN`. */
export function foldLocale(locale: string): string {
  return locale.toLowerCase().replaceAll('_', '-');
}
