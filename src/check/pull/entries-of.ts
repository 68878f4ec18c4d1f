import type { Configuration } from '../../config/configuration.ts';
import { otherPatterns, patternOf } from '../../config/folder-pattern.ts';
import { entriesIn, type FolderEntries } from '../../github/nodes/folder-entries.ts';
import type { Revision } from '../../github/pull-check/read-revisions.ts';

/** The files of entries in a locale's folder; nothing where it has none. */
export function entriesOf(
  configuration: Configuration,
  locale: string,
  { folders }: Revision,
): FolderEntries | undefined {
  const pattern = patternOf(configuration, locale);
  const items = pattern && folders.get(pattern.folder)?.items;
  return items && entriesIn(items, pattern, otherPatterns(configuration.pages, locale));
}
