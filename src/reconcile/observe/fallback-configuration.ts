import type { Configuration } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';

/**
 * A fallback for a configuration that cannot be read: every key has its default, and there are no pages. It is enough to
 * recognize a submission by, and to say what is wrong.
 *
 * @param path of the configuration, from the repository's root
 */
export function fallbackConfiguration(path: string): Configuration {
  const read = readConfiguration('pages: {en: page.md}', path);
  if (!read.ok) throw new Error('The defaults are no configuration', { cause: read.problems });
  return { ...read.value, locales: [], pages: {} };
}
