import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decodeUtf8 } from '../text/decode-utf8.ts';

/**
 * A repository on disk. Paths are from its root, with `/`. A path that leads outside, directly or through a link,
 * is refused with an `OutsideCheckoutError`.
 */
export interface Checkout {
  /** The root, without links. */
  readonly root: string;
}

/** A path that leaves the checkout. */
export class OutsideCheckoutError extends Error {
  override readonly name = 'OutsideCheckoutError';
  readonly path: string;

  constructor(path: string) {
    super(`${path} leads outside the checkout`);
    this.path = path;
  }
}

/** A path at which no file can be read: a folder, a link to itself, or one that we may not open. */
export class UnreadablePathError extends Error {
  override readonly name = 'UnreadablePathError';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be read`, { cause });
    this.path = path;
  }
}

/** Opens the checkout in a folder; `undefined` where there is no such folder. */
export async function openCheckout(directory: string): Promise<Checkout | undefined> {
  try {
    const root = await realpath(directory);
    await readdir(root);
    return { root };
  } catch {
    return undefined;
  }
}

/** The bytes of a file; `undefined` where there is none. */
export async function readBytes(checkout: Checkout, path: string): Promise<Uint8Array | undefined> {
  try {
    const place = await placeOf(checkout, path);
    // To open a pipe would wait for somebody to write into it.
    if (!(await stat(place)).isFile()) throw new Error('It is not a file');
    return await readFile(place);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(error, path);
  }
}

/**
 * The text of a file, its byte-order mark included, so that every byte can be written back.
 *
 * @returns `undefined` where there is none, `'not-text'` where it is not UTF-8
 */
export async function readText(
  checkout: Checkout,
  path: string,
): Promise<{ text: string } | 'not-text' | undefined> {
  const bytes = await readBytes(checkout, path);
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  return text === undefined ? 'not-text' : { text };
}

/** The paths of the files and links in a folder, sorted, without its folders; none where there is no such folder. */
export async function listFiles(checkout: Checkout, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(await placeOf(checkout, folder), { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(error, folder);
  }
}

/**
 * Where a path is on disk, every link followed as far as it exists; that must be inside the checkout.
 *
 * @throws OutsideCheckoutError where it does not
 */
export async function placeOf(checkout: Checkout, path: string): Promise<string> {
  const place = resolve(checkout.root, path);
  if (!isInside(checkout.root, place)) throw new OutsideCheckoutError(path);
  const real = await realPlace(place);
  if (!isInside(checkout.root, real)) throw new OutsideCheckoutError(path);
  return real;
}

/** The place with every link followed, as far as it exists. */
async function realPlace(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const parent = resolve(place, '..');
    return parent === place ? place : join(await realPlace(parent), relative(parent, place));
  }
}

function isInside(root: string, place: string): boolean {
  const path = relative(root, place);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** What to throw where something could not be read: that it leads outside says more than that. */
export function unreadable(error: unknown, path: string): Error {
  return error instanceof OutsideCheckoutError ? error : new UnreadablePathError(path, error);
}

/** Whether a file or folder is simply not there. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
