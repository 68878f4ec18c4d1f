import type { Configuration } from '../../config/configuration.ts';
import { isBesideEntry } from '../../config/logo-place.ts';
import { type Entry, filesOf, type List, type TextFile } from '../../list/list.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { slugOf, slugWithDigest } from '../../submission/slug.ts';
import type { FileChange } from '../file-change.ts';
import { isSameFile, logoPathOf, logoPathsOf, logosOf } from '../logo-file.ts';

/** A page after a change. */
export type ChangedPage = TextFile & Pick<List, 'entries'>;

/**
 * The logo files that entries had and no page uses anymore. Careful: a page that so much as mentions a file by its name, in
 * whatever case, uses it.
 *
 * @param before the entries that were replaced or removed
 * @param pages the lists of all pages after the change
 * @param logos the files in the logo folder
 */
export function unusedLogos(
  before: readonly Entry[],
  pages: readonly ChangedPage[],
  logos: readonly string[],
  configuration: Configuration,
): string[] {
  const addresses = before.flatMap(logosOf);
  const paths = new Set(addresses.map((address) => logoPathOf(address, configuration)));
  return [...paths].filter((path): path is string => {
    if (path === undefined || !logos.includes(path)) return false;
    if (isBesideEntry(configuration.logo)) return !isUsedInFolders(path, pages, configuration);
    return pages.every(({ text }) => !mentions(text, path, configuration));
  });
}

/**
 * Whether a file in the folder of an entry is used: by the entry itself, by the logo of another one, or by a text that contains its
 * folder and name, such as `acme/logo.svg`.
 */
export function isUsedInFolders(
  path: string,
  pages: readonly ChangedPage[],
  configuration: Configuration,
): boolean {
  const [name = '', folder = ''] = path.split('/').toReversed();
  const parent = path.slice(0, -name.length);
  const own = pages.flatMap(filesOf).filter((file) => file.path.startsWith(parent));
  const named = pages.flatMap(({ entries }) => entries.flatMap(logosOf));
  return (
    named.some((address) => logoPathOf(address, configuration) === path) ||
    own.some(({ text }) => text.toLowerCase().includes(name.toLowerCase())) ||
    pages.some(({ text }) => text.toLowerCase().includes(`${folder}/${name}`.toLowerCase()))
  );
}

/** What a longer name goes on with: `rail-logo.png` is no part of `alder-rail-logo.png`. */
const partOfName = /[\p{L}\p{N}\p{M}_.%+~@-]/u;

/** Whether a text names a logo's file: alone, or in a folder of that name. */
function mentions(text: string, path: string, { logo }: Configuration): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folders = [logo.directory, logo.url].map((each) => lastSegment(each).toLowerCase());
  const lower = text.toLowerCase();
  return [name, encodeURI(name)].some((each) => {
    const wanted = each.toLowerCase();
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      const [before = '', after = ''] = [lower[at - 1], lower[at + wanted.length]];
      if (partOfName.test(before) || /[\p{L}\p{N}\p{M}_-]/u.test(after)) continue;
      if (
        before !== '/' ||
        folders.includes(lastSegment(lower.slice(Math.max(0, at - 201), at - 1)))
      ) {
        return true;
      }
    }
    return false;
  });
}

function lastSegment(path: string): string {
  return /[^/\s"'()<>=]*$/.exec(path.replace(/\/$/, ''))?.[0] ?? '';
}

/**
 * What becomes of unused logos of a company that has a new one: those that were named for it are deleted. Of any other file
 * nobody knows who shows it, so it stays.
 */
export function retireLogos(
  paths: readonly string[],
  company: string,
  configuration: Configuration,
): { readonly changes: readonly FileChange[]; readonly remarks: readonly Remark[] } {
  if (isBesideEntry(configuration.logo)) {
    return {
      changes: paths.map((path) => ({ path, content: undefined })),
      remarks: paths.map((path) => remark('logo-file-deleted', { path })),
    };
  }
  const names = [slugOf(company), slugWithDigest(company)];
  const own = names.flatMap((slug) => [
    ...logoPathsOf(slug, configuration),
    ...logoPathsOf(slug, configuration, 'dark'),
  ]);
  const deleted = paths.filter((path) => own.some((each) => isSameFile(each, path)));
  return {
    changes: deleted.map((path) => ({ path, content: undefined })),
    remarks: paths.map((path) =>
      remark(deleted.includes(path) ? 'logo-file-deleted' : 'logo-file-kept', { path }),
    ),
  };
}
