import type * as z from 'zod';
import type { Configuration, FormatId } from './configuration.ts';
import { folderPattern, reservedByWindows } from './folder-pattern.ts';
import { logoFolder } from './logo-place.ts';
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

/** Refuses logos beside entries that have no folder of their own, and one name for the logos of all companies anywhere else. */
export function checkLogoPlace(
  {
    format,
    pages,
    logo,
  }: {
    readonly format: FormatId;
    readonly pages: Readonly<Record<string, string>>;
    readonly logo: 'none' | { readonly directory: string; readonly file: string };
  },
  context: z.RefinementCtx,
): void {
  if (logo === 'none') return;
  const { directory, file } = logo;
  const [path = ''] = Object.values(pages);
  const pattern = format === 'entry-files' ? folderPattern(path) : undefined;
  const folder = pattern && pattern.below !== '' ? `${pattern.folder}/*` : '';
  if (directory.includes('*')) {
    if (directory !== folder)
      refuse(context, 'configuration-logos-not-beside', { directory }, ['logo', 'directory']);
  } else if (!file.includes('{slug}')) {
    refuse(context, 'configuration-placeholder-missing', { placeholder: 'slug' }, ['logo', 'file']);
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
  const inside = need === 'none' ? folders : [...folders, logoFolder({ directory })];
  return files.includes(path) || inside.some((folder) => path.startsWith(`${folder}/`));
}
