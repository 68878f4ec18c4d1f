/** What was read of a repository at one commit. Paths are from its root. */
export interface Snapshot {
  /** Locale to the page, or to the folder of its entries; nothing where that is missing. */
  readonly pages: Readonly<Record<string, PageText | PageFolder | undefined>>;
  /** The paths of the files in the logo folder. */
  readonly logos: readonly string[];
}

/** A page as it was read; `not-utf8` where its bytes are no such text. */
export type PageText = { readonly text: string } | 'not-utf8';

/** A folder with a file for each entry, as it was read. */
export interface PageFolder {
  readonly files: readonly PageFile[];
  /** The paths of all else that is there. */
  readonly others: readonly string[];
  /** Where each entry has a folder, what else is in it: the paths of files, and of folders with a trailing `/`. */
  readonly inside?: readonly string[];
}

/** The file of an entry. */
export interface PageFile {
  readonly path: string;
  /** What it says; or its size, where the folder is too large to be read. */
  readonly content: PageText | { readonly bytes: number };
}

/** No list that people keep by hand has more files, or is larger in all. */
export const folderLimits = { files: 1000, bytes: 2 * 1024 * 1024 } as const;

/** Whether a folder is small enough to be read. @param sizes of its files, in bytes */
export function isReadableFolder(sizes: readonly number[]): boolean {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length <= folderLimits.files && bytes <= folderLimits.bytes;
}

/** The files that are in the folders of entries, from the repository's root, each once. */
export function logosBeside(pages: readonly (PageText | PageFolder | undefined)[]): string[] {
  const inside = pages.flatMap((page) =>
    typeof page === 'object' && 'files' in page ? (page.inside ?? []) : [],
  );
  return [...new Set(inside)].filter((path) => !path.endsWith('/')).sort();
}
