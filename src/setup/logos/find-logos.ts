import { folderPattern } from '../../config/folder-pattern.ts';
import { isSafePath, unsafeCharacters } from '../../config/paths.ts';
import { decodeName, pathBesideEntry } from '../../proposal/logo-file.ts';
import { pictureEnding } from '../../text/picture-ending.ts';
import type { FoundCompany } from '../lists/found-list.ts';

/** Where a site's logos lie, and how pages name them. */
export interface LogoPlace {
  readonly directory: string;
  readonly url: string;
  /** The files in the folder that pages name, from the repository's root. */
  readonly present: readonly string[];
  /** How many files pages name under `url`. */
  readonly named: number;
  /** Whether most logos of the pages are on other sites. */
  readonly isElsewhere?: boolean;
}

/** Where they go on a site that tells nothing. */
const usual = { folder: 'img/poweredby', url: '/img/poweredby' };

/** Where they go beside a Markdown file that GitHub shows: below its own folder, and named from there. */
const besideFile = 'logos';

/**
 * Finds the logos' folder by the addresses in a page: the folder that holds files of these names. Where there is
 * none, it is guessed as the site's `static/` and the address below it.
 *
 * @param pagePath the source locale's page
 * @param siteFolder where the site's own files lie, empty for the repository's root; nothing for a file that belongs to no site
 * @param paths the files of the repository
 */
export function findLogos(
  companies: readonly FoundCompany[],
  pagePath: string,
  siteFolder: string | undefined,
  paths: readonly string[],
): LogoPlace {
  const beside = findBeside(companies, pagePath, paths);
  if (beside !== undefined) return beside;
  const addresses = companies.map(({ logo }) => splitAddress(withoutEntry(logo, pagePath)));
  const known = addresses.filter(({ name, url }) => name !== '' && isUsableUrl(url));
  const url = mostFrequent(known.map((address) => address.url));
  const names = new Set(known.filter((address) => address.url === url).map(({ name }) => name));
  const below = url === undefined ? '' : folderBelow(url);
  const present = presentFiles(paths, names, below, pagePath);
  const [first] = present;
  if (url !== undefined && first !== undefined) {
    return { directory: parentOf(first), url, present, named: names.size };
  }
  if (siteFolder === undefined) {
    const directory = joinPath(parentOf(pagePath), besideFile);
    if (isSafePath(directory))
      return { directory, url: besideFile, present: [], named: names.size };
  }
  // Before a bare name is nothing, and nothing goes before others.
  const far = companies.filter(({ logo }) => isElsewhere(logo)).length;
  const isOwn = url === '' || (url !== undefined && below !== '' && !isElsewhere(url));
  const folder = isOwn && below !== '' ? below : usual.folder;
  const directory = joinPath(siteFolder ?? '', `static/${folder}`);
  return {
    directory: isSafePath(directory) ? directory : `static/${usual.folder}`,
    url: isOwn ? url : usual.url,
    present: [],
    named: names.size,
    ...(far * 2 > companies.length && { isElsewhere: true }),
  };
}

/** The folders of entries, if most logos are in them. */
function findBeside(
  companies: readonly FoundCompany[],
  pagePath: string,
  paths: readonly string[],
): LogoPlace | undefined {
  const pattern = folderPattern(pagePath);
  if (pattern === undefined || pattern.below === '') return undefined;
  const directory = `${pattern.folder}/*`;
  const all = new Set(paths);
  const named = new Set(companies.map(({ logo }) => logo).filter((logo) => logo !== ''));
  const present = [...named].flatMap((address) => {
    const path = pathBesideEntry(address, pattern.folder);
    return path !== undefined && all.has(path) ? [path] : [];
  });
  if (present.length * 2 <= named.size) return undefined;
  return { directory, url: '', present, named: named.size };
}

/** An address as an entry has it: of an entry with a folder, that is before it. */
function withoutEntry(logo: string, pagePath: string): string {
  return folderPattern(pagePath)?.below ? logo.replace(/^(?!\.)[^/:]+\/(?=[^/]+$)/, '') : logo;
}

/** The files of these names in the folder that holds most likely the ones that the site serves. */
function presentFiles(
  paths: readonly string[],
  names: ReadonlySet<string>,
  below: string,
  pagePath: string,
): readonly string[] {
  // Where a page's template adds the ending, the list names files without it.
  const isNamed = (name: string) => names.has(name) || names.has(name.replace(pictureEnding, ''));
  const named = paths.filter((path) => isNamed(nameOf(path)) && isSafePath(path));
  const folders = [...Map.groupBy(named, parentOf)].filter(([folder]) => folder !== '');
  const ranked = folders.map(([folder, files]) => ({
    files,
    rank: [
      below !== '' && `/${folder}`.endsWith(`/${below}`) ? 1 : 0,
      files.length,
      /(?:^|\/)(?:static|public|assets)(?:\/|$)/.test(folder) ? 1 : 0,
      sharedFolders(folder, pagePath),
      -folder.length,
    ],
  }));
  return ranked.toSorted((one, other) => compareRanks(other.rank, one.rank))[0]?.files ?? [];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** An address without its query: what is before the last slash, and the file's name after it. */
function splitAddress(logo: string): { url: string; name: string } {
  const address = logo.replace(/[?#].*$/s, '');
  const slash = address.lastIndexOf('/');
  const name = decodeName(address.slice(slash + 1));
  return { url: slash === -1 ? '' : address.slice(0, slash), name };
}

/** What a template makes of an address cannot be matched by what precedes the name; before a bare name is nothing. */
function isUsableUrl(url: string): boolean {
  return url.length <= 500 && !unsafeCharacters.test(url);
}

function isElsewhere(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
}

/** The folders that an address names, without its host. */
function folderBelow(url: string): string {
  return url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/^[./]+|\/+$/g, '');
}

function sharedFolders(folder: string, pagePath: string): number {
  const own = folder.split('/');
  const others = pagePath.split('/');
  const differs = own.findIndex((name, index) => name !== others[index]);
  return differs === -1 ? own.length : differs;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(values, (value) => value).values()];
  return groups.toSorted((one, other) => other.length - one.length)[0]?.[0];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joinPath(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
