import {
  type Configuration,
  configurationPath,
  misnamedConfigurationPath,
} from '../config/configuration.ts';
import { otherPatterns, patternOf } from '../config/folder-pattern.ts';
import { isBesideEntry } from '../config/logo-place.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import { problem } from '../problem/problem.ts';
import { failure, type Result } from '../problem/result.ts';
import { logosBeside, type Snapshot } from '../proposal/snapshot.ts';
import { type Checkout, listFiles, readText } from './checkout.ts';
import { readFolder, readPage } from './read-folder.ts';

/** The configuration of a checkout. */
export async function readConfigurationOf(checkout: Checkout): Promise<Result<Configuration>> {
  const file = await readText(checkout, configurationPath);
  if (file === undefined) {
    const path = misnamedConfigurationPath;
    const isMisnamed = (await readText(checkout, path)) !== undefined;
    return failure(
      isMisnamed
        ? problem('configuration-misnamed', '', { path })
        : problem('configuration-missing', ''),
    );
  }
  if (file === 'not-text') {
    return failure(problem('configuration-not-yaml', '', { line: 1, reason: 'not UTF-8' }));
  }
  return readConfiguration(file.text);
}

/** Every page of a checkout, and the names of its logos. */
export async function takeSnapshot(
  checkout: Checkout,
  { locales, pages, format, logo }: Configuration,
): Promise<Snapshot> {
  const texts: Record<string, Snapshot['pages'][string]> = {};
  for (const locale of locales) {
    const path = pages[locale] ?? '';
    const pattern = patternOf({ format, pages }, locale);
    texts[locale] =
      pattern === undefined
        ? await readPage(checkout, path)
        : await readFolder(checkout, pattern, otherPatterns(pages, locale));
  }
  const logos = isBesideEntry(logo)
    ? logosBeside(Object.values(texts))
    : await listFiles(checkout, logo.directory);
  return { pages: texts, logos };
}
