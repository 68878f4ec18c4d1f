import type * as z from 'zod';
import type { Configuration, FormatId } from './configuration.ts';
import { folderPattern, reservedByWindows } from './folder-pattern.ts';
import { refuse } from './schema/texts.ts';

/** Refuses paths of one file where each entry has a file, paths of many files where it has not, and those that Windows cannot have. */
export function checkPagePaths(
  {
    format,
    pages,
  }: { readonly format: FormatId; readonly pages: Readonly<Record<string, string>> },
  context: z.RefinementCtx,
): void {
  for (const [locale, path] of Object.entries(pages)) {
    const isFolder = format === 'entry-files';
    const pattern = isFolder ? folderPattern(path) : undefined;
    if (isFolder && pattern === undefined) {
      refuse(context, 'configuration-not-a-folder', { path }, ['pages', locale]);
    } else if (pattern?.before.includes('.') && reservedByWindows.test(pattern.before)) {
      refuse(context, 'configuration-path-reserved', { path }, ['pages', locale]);
    } else if (!isFolder && path.includes('*')) {
      refuse(context, 'configuration-folder-of-other-format', { path }, ['pages', locale]);
    }
  }
}

type ListSettings = Pick<Configuration, 'format' | 'logo' | 'pages'>;

/** Where lists are, from the repository's root: files, and folders with a file for each entry. Each once. */
export function listPlaces({ format, pages }: Omit<ListSettings, 'logo'>): {
  readonly files: readonly string[];
  readonly folders: readonly string[];
} {
  const paths = [...new Set(Object.values(pages))];
  if (format !== 'entry-files') return { files: paths, folders: [] };
  const folders = paths.flatMap((path) => folderPattern(path)?.folder ?? []);
  return { files: [], folders: [...new Set(folders)] };
}

/** Whether a file may be a part of a list, or one of its logos. */
export function isOfList(path: string, configuration: ListSettings): boolean {
  const { need, directory } = configuration.logo;
  const { files, folders } = listPlaces(configuration);
  const inside = need === 'none' ? folders : [...folders, directory];
  return files.includes(path) || inside.some((folder) => path.startsWith(`${folder}/`));
}
