import type { Configuration } from '../../src/config/configuration.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';

/** A configuration as a maintainer would write it: two locales unless told otherwise. */
export function configurationOf(
  text = 'pages: {en: content/powered-by.md, zh: content.zh/powered-by.md}\nproject: Kestrel',
): Configuration {
  const read = readConfiguration(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
