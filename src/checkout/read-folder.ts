import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderPattern, stemIn } from '../config/folder-pattern.ts';
import { isReadableFolder, type PageFolder, type PageText } from '../proposal/snapshot.ts';
import { type Checkout, isMissing, placeOf, readText, unreadable } from './checkout.ts';

/** A page of a checkout; nothing where there is none. */
export async function readPage(checkout: Checkout, path: string): Promise<PageText | undefined> {
  const file = await readText(checkout, path);
  return file === 'not-text' ? 'not-utf8' : file;
}

/**
 * The files of a folder that hold an entry each. Links are none: what they lead to may be another's file.
 *
 * @param others patterns of the same list in other locales
 * @returns nothing where there is no such folder
 */
export async function readFolder(
  checkout: Checkout,
  pattern: FolderPattern,
  others: readonly FolderPattern[],
): Promise<PageFolder | undefined> {
  const { folder, below } = pattern;
  const items = await itemsIn(checkout, folder);
  if (items === undefined) return undefined;
  const found: { path: string; size: number }[] = [];
  const beside: string[] = [];
  const inside: string[] = [];
  for (const item of items) {
    const { name } = item;
    const path = `${folder}/${name}`;
    const isFolder = item.isDirectory();
    const isEntry =
      (isFolder || item.isFile()) && stemIn(pattern, { name, isFolder }, others) !== undefined;
    const file = isFolder ? `${path}/${below}` : path;
    const size = isEntry ? await sizeOf(checkout, path, isFolder ? below : undefined) : undefined;
    if (size === undefined) beside.push(path);
    else found.push({ path: file, size });
    if (size !== undefined && isFolder) inside.push(...(await besideFile(checkout, path, below)));
  }
  const isReadable = isReadableFolder(found.map(({ size }) => size));
  const files = found.map(async ({ path, size }) => {
    const content = isReadable ? await readPage(checkout, path) : { bytes: size };
    return content === undefined ? [] : [{ path, content }];
  });
  return { files: (await Promise.all(files)).flat(), others: beside, inside };
}

async function itemsIn(checkout: Checkout, folder: string): Promise<Dirent[] | undefined> {
  try {
    const items = await readdir(await placeOf(checkout, folder), { withFileTypes: true });
    return items.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(error, folder);
  }
}

/** What else is in a folder: files and links, and folders with a trailing `/`. Names that are not UTF-8 have no path. */
async function besideFile(checkout: Checkout, path: string, below: string): Promise<string[]> {
  const items = ((await itemsIn(checkout, path)) ?? []).filter(
    ({ name }) => name !== below && !name.includes('\uFFFD'),
  );
  return items.map((item) => `${path}/${item.name}${item.isDirectory() ? '/' : ''}`);
}

/** The size of a file in bytes; nothing where it is none. @param below its name in a folder of its own */
async function sizeOf(
  checkout: Checkout,
  path: string,
  below: string | undefined,
): Promise<number | undefined> {
  if (below === undefined) return sizeAt(checkout, path);
  const items = (await itemsIn(checkout, path)) ?? [];
  const isThere = items.some((item) => item.name === below && item.isFile());
  return isThere ? sizeAt(checkout, `${path}/${below}`) : undefined;
}

/** Nothing for a file that is gone meanwhile, or whose name is not UTF-8: no path leads to it. */
async function sizeAt({ root }: Checkout, path: string): Promise<number | undefined> {
  try {
    return (await stat(join(root, path))).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(error, path);
  }
}
