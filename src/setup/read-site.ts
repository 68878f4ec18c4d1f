import type { SourceTree } from '../checkout/source-tree.ts';
import { type TextFile, usualFormat } from '../list/list.ts';
import { decodeUtf8 } from '../text/decode-utf8.ts';
import { isAskedFor } from './lists/entry-folders.ts';
import { isMarkup, isNamedForUsers, isWorthReading, speaksOfUsers } from './lists/worth-reading.ts';
import { isSiteConfiguration, readSiteSettings, type SiteSettings } from './site-settings.ts';
import { isSkipped } from './skipped.ts';

/** What set-up reads of a repository before it looks for anything. */
export interface SiteFiles {
  /** Every file that was come by. */
  readonly paths: readonly string[];
  /** Whether there were no more than the limit. */
  readonly isComplete: boolean;
  /** The files that may hold a list; where one is asked for, only that one. */
  readonly pages: readonly TextFile[];
  readonly sites: readonly SiteSettings[];
  readonly readme: TextFile | undefined;
}

/** Larger pages are not edited, and a larger README or configuration says no more. */
const mostBytes = 10 * 1024 * 1024 + 1;
const mostOfOthers = 256 * 1024;

/** So many files are read side by side. */
const atOnce = 16;

/**
 * Walks a repository's files and reads what may matter. Of all texts, only those that may hold a list are kept.
 *
 * @param asked the path of the only file in which somebody looks for one
 */
export async function readSite(
  tree: SourceTree,
  limit: number,
  asked?: string,
): Promise<SiteFiles> {
  const { paths, isComplete } = await tree.walk({ limit, isSkipped });
  const pages: TextFile[] = [];
  const sites: SiteSettings[] = [];
  const isCandidate = (path: string) =>
    asked === undefined ? isWorthReading(path) : isAskedFor(path, asked);
  const wanted = paths.filter((path) => isSiteConfiguration(path) || isCandidate(path));
  const mayHold = (file: TextFile) =>
    asked !== undefined || usualFormat.mayHold(file) || speaksOfUsers(file);
  const readme = paths.find((path) => /^readme\.(?:md|markdown)$/i.test(path));
  await tree.readAhead(mostTelling([...wanted, ...(readme === undefined ? [] : [readme])]));
  for (let start = 0; start < wanted.length; start += atOnce) {
    const batch = wanted.slice(start, start + atOnce);
    for (const file of await Promise.all(batch.map((path) => readWhole(tree, path)))) {
      if (file === undefined) continue;
      if (isSiteConfiguration(file.path)) sites.push(readSiteSettings(file));
      if (isCandidate(file.path) && mayHold(file)) pages.push(file);
    }
  }
  return {
    paths,
    isComplete,
    pages,
    sites,
    readme: readme === undefined ? undefined : await readStartOf(tree, readme, mostOfOthers),
  };
}

/** Of a folder with a file for each entry, so many tell how they are written. */
const tellingFiles = 60;

/** Paths in the order in which they matter. */
function mostTelling(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const rank = (path: string) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const count = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, count);
    if (isNamedForUsers(path)) return count > tellingFiles ? 3 : 0;
    return isSiteConfiguration(path) || folder === '' ? 1 : 2;
  };
  const ranked = [...new Set(paths)].map((path) => ({ path, rank: rank(path) }));
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ path }) => path);
}

/** A file, but for one that is longer than lists and configurations are. One that is too long to be edited is told as such. */
async function readWhole(tree: SourceTree, path: string): Promise<TextFile | undefined> {
  const mayBeLong = !isSiteConfiguration(path) && (isMarkup(path) || isNamedForUsers(path));
  const most = mayBeLong ? mostBytes : mostOfOthers;
  const file = await readStartOf(tree, path, most);
  return mayBeLong || (file !== undefined && file.text.length < most) ? file : undefined;
}

/** The beginning of a text; nothing where there is no file, or it is not UTF-8. */
async function readStartOf(
  tree: SourceTree,
  path: string,
  most: number,
): Promise<TextFile | undefined> {
  const bytes = await tree.readStart(path, most);
  const text = bytes && decodeUtf8(bytes, bytes.length === most);
  return text === undefined ? undefined : { path, text };
}
