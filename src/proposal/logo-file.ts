import type { Configuration } from '../config/configuration.ts';
import { fillPlaceholders } from '../config/placeholders.ts';

/** A logo's file, and how pages name it. */
export interface LogoFile {
  /** From the repository's root. */
  readonly path: string;
  /** What stands in `src`. */
  readonly url: string;
}

/** The file of a company's logo. */
export function logoFileOf(slug: string, configuration: Configuration): LogoFile {
  const { directory, file } = configuration.logo;
  return logoFileAt(`${directory}/${fillPlaceholders(file, { slug })}`, configuration);
}

/** A file in the logo folder, by its path. */
export function logoFileAt(path: string, { logo }: Configuration): LogoFile {
  const name = path.slice(logo.directory.length + 1);
  return { path, url: `${logo.url.replace(/\/$/, '')}/${encodeURI(name)}` };
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

/**
 * The file that a page's `src` names, from the repository's root; nothing for one that lies elsewhere. A query
 * behind the name is left out, and `%20` is a blank.
 */
export function logoPathOf(source: string, { logo }: Configuration): string | undefined {
  const prefix = `${logo.url.replace(/\/$/, '')}/`;
  if (!source.startsWith(prefix)) return undefined;
  const name = decodeName(source.slice(prefix.length).replace(/[?#].*$/s, ''));
  const isInFolder = name !== '' && !/[/\\]/.test(name) && name !== '..' && name !== '.';
  return isInFolder ? `${logo.directory}/${name}` : undefined;
}

/** The slug under which an entry's logo is filed, where its file is named as configured. */
export function slugInUse(source: string, configuration: Configuration): string | undefined {
  const path = logoPathOf(source, configuration);
  const { directory, file } = configuration.logo;
  const [before = '', after = ''] = `${directory}/${file}`.split('{slug}');
  if (!path?.startsWith(before) || !path.endsWith(after)) return undefined;
  return path.slice(before.length, path.length - after.length) || undefined;
}

/** A file's name as it stands in an address; one that was never encoded is left as it is. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
