import type * as z from 'zod';
import type { FormatId } from './configuration.ts';
import { folderPattern } from './folder-pattern.ts';
import { refuse } from './schema-texts.ts';

/** Refuses paths of one file where each entry has a file, and paths of many files where it has not. */
export function checkPagePaths(
  {
    format,
    pages,
  }: { readonly format: FormatId; readonly pages: Readonly<Record<string, string>> },
  context: z.RefinementCtx,
): void {
  for (const [locale, path] of Object.entries(pages)) {
    const isFolder = format === 'entry-files';
    if (isFolder && folderPattern(path) === undefined) {
      refuse(context, 'configuration-not-a-folder', { path }, ['pages', locale]);
    } else if (!isFolder && path.includes('*')) {
      refuse(context, 'configuration-folder-of-other-format', { path }, ['pages', locale]);
    }
  }
}
