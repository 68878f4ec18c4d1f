import type { Configuration } from '../../config/configuration.ts';
import type { Revision } from '../../github/pull-check/read-revisions.ts';
import { entriesOf } from './entries-of.ts';

/** What is not read, because anybody could send more than can be checked: the first such path. */
export interface TooLarge {
  readonly tooLarge: string;
}

/** Larger than any list, in bytes: GraphQL cuts longer texts. */
const longestText = 500_000;
/** The lists of all locales, in bytes: to check as much takes seconds, and anybody may open pull requests. */
const mostText = 1_000_000;
/** The files with an entry each of all locales: a hundred of them take a request. */
const mostEntries = 3_000;
/** More pages than any project has locales. */
const mostPages = 50;

/** The first file that is larger than any list. */
export function largeFile({ files }: Revision, paths: readonly string[]): string | undefined {
  return paths.find((path) => (files.get(path)?.byteSize ?? 0) > longestText);
}

/** The largest of a configuration's lists, where they are too much together. */
export function largestOfTooMuch(configuration: Configuration, side: Revision): string | undefined {
  const sizes = configuration.locales.map((locale) => {
    const path = configuration.pages[locale] ?? '';
    const entries = entriesOf(configuration, locale, side);
    // What is not read takes no time.
    if (entries?.isReadable === false) return { path, bytes: 0, count: 0 };
    const bytes = entries?.bytes ?? side.files.get(path)?.byteSize ?? 0;
    return { path, bytes, count: entries?.files.length ?? 0 };
  });
  const sum = (of: 'bytes' | 'count') => sizes.reduce((all, each) => all + each[of], 0);
  const exceeded =
    sum('bytes') > mostText ? 'bytes' : sum('count') > mostEntries ? 'count' : undefined;
  if (exceeded === undefined) return undefined;
  return sizes.toSorted((one, other) => other[exceeded] - one[exceeded])[0]?.path;
}

/** Whether a configuration names more pages than are read. */
export function hasTooManyPages({ locales }: Configuration): boolean {
  return locales.length > mostPages;
}
