import type { Configuration } from '../config/configuration.ts';
import { isBesideEntry, logoFolder } from '../config/logo-place.ts';
import { fillPlaceholders } from '../config/placeholders.ts';
import type { EntryValues } from '../list/list.ts';

/** A logo's file, and how pages name it. */
export interface LogoFile {
  /** From the repository's root. */
  readonly path: string;
  /** What is in `src`. */
  readonly url: string;
}

/** Every configured name of a logo file has this ending. */
const pngEnding = /\.png$/;

/** Which of a company's logos: the one for all pages, or for light ones; or the one for dark pages. */
export type LogoVariant = 'light' | 'dark';

/** The file of a company's logo. @param content of the file: an SVG's name ends so */
export function logoFileOf(
  slug: string,
  configuration: Configuration,
  content?: Uint8Array,
  variant: LogoVariant = 'light',
): LogoFile {
  const [png = '', svg = ''] = logoPathsOf(slug, configuration, variant);
  return logoFileAt(isSvg(content) ? svg : png, configuration);
}

/** The two paths that a company's logo may have: as PNG and as SVG. @param slug where logos are beside entries, their folder */
export function logoPathsOf(
  slug: string,
  { logo }: Configuration,
  variant: LogoVariant = 'light',
): string[] {
  const file = variant === 'light' ? logo.file : darkFileName(logo);
  const folder = isBesideEntry(logo) ? `${logoFolder(logo)}/${slug}` : logo.directory;
  const png = `${folder}/${fillPlaceholders(file, { slug })}`;
  return [png, png.replace(pngEnding, '.svg')];
}

/** The name of a logo file for dark pages, as configured; else like the light one's, with `dark` in it. */
export function darkFileName({ file, darkFile }: Pick<Configuration['logo'], 'file' | 'darkFile'>) {
  if (darkFile !== undefined) return darkFile;
  const swapped = file.replace(/(?<![A-Za-z])light(?![A-Za-z])/, 'dark');
  return swapped === file ? file.replace(pngEnding, '-dark.png') : swapped;
}

/** The addresses of an entry's logos, each once. */
export function logosOf({ logo, darkLogo = '' }: EntryValues): readonly string[] {
  return [...new Set([logo, darkLogo])].filter((address) => address !== '');
}

/** A file in the logo folder, by its path. */
export function logoFileAt(path: string, { logo }: Configuration): LogoFile {
  const [name = '', folder] = path
    .slice(logoFolder(logo).length + 1)
    .split('/')
    .toReversed();
  const before = folder === undefined ? prefixOf(logo) : `${folder}/`;
  const address = encodeURI(name).replace(/[?#]/g, encodeURIComponent);
  return { path, url: before + address };
}

/** What is before a file's name: nothing, where pages write bare names. */
function prefixOf({ url }: Configuration['logo']): string {
  return url === '' ? '' : `${url.replace(/\/$/, '')}/`;
}

/**
 * Whether a checkout on macOS or Windows takes two paths for one file: they fold the case of letters and compose accents, and
 * Windows leaves out dots and blanks at a name's end.
 */
export function isSameFile(one: string, other: string): boolean {
  return fileKey(one) === fileKey(other);
}

function fileKey(path: string): string {
  return path
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[. ]+$/, '');
}

/** Says whether a logo that was made is an SVG: the other kind, a PNG, begins with another byte. */
function isSvg(content: Uint8Array | undefined): boolean {
  return content?.[0] === '<'.charCodeAt(0);
}

/**
 * The file that a page's `src` names, from the repository's root; nothing for one that lies elsewhere. A query
 * behind the name is left out, and `%20` is a blank.
 */
export function logoPathOf(source: string, { logo }: Configuration): string | undefined {
  if (isBesideEntry(logo)) return pathBesideEntry(source, logoFolder(logo));
  const prefix = prefixOf(logo);
  if (!source.startsWith(prefix)) return undefined;
  const name = decodeName(source.slice(prefix.length).replace(/[?#].*$/s, ''));
  return isName(name) ? `${logo.directory}/${name}` : undefined;
}

/** The same where each logo is in the folder of an entry, which is before its name: `acme/logo.svg`. */
export function pathBesideEntry(source: string, directory: string): string | undefined {
  const [folder = '', name = '', ...more] = source.replace(/[?#].*$/s, '').split('/');
  const file = decodeName(name);
  const isThere = more.length === 0 && isName(folder) && isName(file) && !folder.includes(':');
  return isThere ? `${directory}/${folder}/${file}` : undefined;
}

function isName(name: string): boolean {
  return name !== '' && !/[/\\]/.test(name) && name !== '..' && name !== '.';
}

/** The slug under which an entry's logo is filed, where its file is named as configured. */
export function slugInUse(source: string, configuration: Configuration): string | undefined {
  if (isBesideEntry(configuration.logo)) return undefined;
  const path = logoPathOf(source, configuration);
  const { directory, file } = configuration.logo;
  const [before = '', after = ''] = `${directory}/${file}`.split('{slug}');
  const named = path?.endsWith('.svg') ? path.replace(/\.svg$/, '.png') : path;
  if (!named?.startsWith(before) || !named.endsWith(after)) return undefined;
  return named.slice(before.length, named.length - after.length) || undefined;
}

/** A file's name as it is in an address; one that was never encoded is left as it is. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
