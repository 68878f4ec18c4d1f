import { opendir } from 'node:fs/promises';
import { type Checkout, isMissing, placeOf } from './checkout.ts';

/** The files of a checkout, as far as they were looked at. */
export interface WalkedFiles {
  /** From the root, those in higher folders first; sorted within a folder. */
  readonly paths: readonly string[];
  /** Whether the walk came to its end before the limit. */
  readonly isComplete: boolean;
}

/** How far a walk goes. */
export interface WalkOptions {
  /** The most files and folders to look at. */
  readonly limit: number;
  /** Whether to pass over a file or folder, by its name and the names of all that are in the same folder. */
  isSkipped(name: string, siblings: ReadonlySet<string>): boolean;
}

/** Walks a checkout's folders, higher ones first, and follows no links. A folder that may not be read is passed over. */
export function walkFiles(checkout: Checkout, options: WalkOptions): Promise<WalkedFiles> {
  return walkFolders((folder, most) => readFolder(checkout, folder, most), options);
}

/**
 * Walks folders, higher ones first.
 *
 * @param read gives a folder's files and folders, sorted by name, no more than `most`; the root is `''`
 */
export async function walkFolders(
  read: (folder: string, most: number) => Promise<readonly FolderEntry[]>,
  options: WalkOptions,
): Promise<WalkedFiles> {
  const paths: string[] = [];
  const folders = [''];
  let left = options.limit;
  for (let next = 0; next < folders.length; next += 1) {
    const folder = folders[next] ?? '';
    const entries = await read(folder, left + 1);
    if (entries.length > left) return { paths, isComplete: false };
    left -= entries.length;
    const names = new Set(entries.map(({ name }) => name));
    for (const { name, isFolder } of entries) {
      if (options.isSkipped(name, names)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isFolder) folders.push(path);
      else paths.push(path);
    }
  }
  return { paths, isComplete: true };
}

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A folder's files and folders, sorted by name; of a huge folder no more than `most`. */
async function readFolder(
  checkout: Checkout,
  folder: string,
  most: number,
): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  try {
    const place = folder === '' ? checkout.root : await placeOf(checkout, folder);
    for await (const entry of await opendir(place)) {
      if (!entry.isFile() && !entry.isDirectory()) continue;
      entries.push({ name: entry.name, isFolder: entry.isDirectory() });
      if (entries.length === most) break;
    }
  } catch (error) {
    if (isMissing(error) || isForbidden(error)) return [];
    throw new Error(`${folder} cannot be read`, { cause: error });
  }
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function isForbidden(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM';
}
