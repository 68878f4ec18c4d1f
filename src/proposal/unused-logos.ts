import type { Configuration } from '../config/configuration.ts';
import type { Entry } from '../list/list.ts';
import { logoPathOf } from './logo-file.ts';

/**
 * The logo files that entries had and no page uses any more. Careful: a page that so much as mentions a file's name
 * uses it.
 *
 * @param before the entries that were replaced or removed
 * @param pages the texts of all pages after the change
 * @param logos the files in the logo folder
 */
export function unusedLogos(
  before: readonly Entry[],
  pages: readonly string[],
  logos: readonly string[],
  configuration: Configuration,
): string[] {
  const paths = new Set(before.map(({ logo }) => logoPathOf(logo, configuration)));
  return [...paths].filter((path): path is string => {
    if (path === undefined || !logos.includes(path)) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return pages.every((text) => !text.includes(name) && !text.includes(encodeURI(name)));
  });
}
