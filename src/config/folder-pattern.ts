import type { Configuration } from './configuration.ts';

/**
 * Where the entries of a list are that has a file for each: a path with a `*` in its last segment or the one before, as `data/adopters/*.yml`,
 * or `index.md` in the folder `content/users/*`.
 */
export interface FolderPattern {
  /** The folder, from the repository's root. */
  readonly folder: string;
  /** What is before the `*` in its segment. */
  readonly before: string;
  /** What is behind the `*` in its segment; empty where files have several endings, and where each entry has a folder. */
  readonly behind: string;
  /** The name of each file, where each entry has a folder; else empty. */
  readonly below: string;
}

/** Something in a folder. */
export interface FolderItem {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The endings of files that may hold an entry. */
export const entryEnding = /\.(?:ya?ml|json|md|mdx|markdown)$/i;

/** Names that Windows keeps for devices, whatever follows their first dot. */
export const reservedByWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is in such folders beside entries: pages of the folder itself, and files to copy. */
const besideEntries =
  /^(?:[._].*|(?:readme|index)(?:\.[a-z-]{2,7})?|contributing|template|sample|example|(?:your|my)[-_ ]?(?:company|organi[sz]ation|name))$/i;

/** The parts of a path with a `*`; nothing where it has none, or too many, or where it cannot lead to entries. */
export function folderPattern(path: string): FolderPattern | undefined {
  const segments = path.split('/');
  const at = segments.findIndex((segment) => segment.includes('*'));
  const [before = '', behind, ...more] = segments[at]?.split('*') ?? [];
  const below = segments.slice(at + 1);
  if (behind === undefined || at === 0 || more.length > 0 || below.length > 1) return undefined;
  const [name = ''] = below;
  const [ending = behind] = below;
  const isEntry = ending === '' || entryEnding.test(ending);
  if (!isEntry || name.includes('*')) return undefined;
  return { folder: segments.slice(0, at).join('/'), before, behind, below: name };
}

/** Where the files of a locale's entries are, in the format that has a file for each. */
export function patternOf(
  { format, pages }: Pick<Configuration, 'format' | 'pages'>,
  locale: string,
): FolderPattern | undefined {
  return format === 'entry-files' ? folderPattern(pages[locale] ?? '') : undefined;
}

/** The patterns of a list in all locales but one. @param pages each locale's path */
export function otherPatterns(
  pages: Readonly<Record<string, string>>,
  locale: string,
): readonly FolderPattern[] {
  const others = Object.entries(pages).filter(([other]) => other !== locale);
  return others.flatMap(([, path]) => folderPattern(path) ?? []);
}

/**
 * What is in the place of the `*` in the name of a file or folder; nothing where it is beside the entries.
 *
 * @param others patterns of other lists, as of `*.zh.md` beside `*.md`: what only they mean is none of these
 */
export function stemIn(
  { folder, before, behind, below }: FolderPattern,
  { name, isFolder }: FolderItem,
  others: readonly FolderPattern[] = [],
): string | undefined {
  if (isFolder !== (below !== '')) return undefined;
  const ending = behind === '' && !isFolder ? (entryEnding.exec(name)?.[0] ?? '/') : behind;
  const stem = name.slice(before.length, name.length - ending.length);
  const isAlike = name.startsWith(before) && name.endsWith(ending) && stem !== '';
  // A file that is called as its folder is the whole list, from before or for something else.
  const isOfFolder = stem.toLowerCase() === folder.split('/').at(-1)?.toLowerCase();
  if (!isAlike || isOfFolder || besideEntries.test(stem)) return undefined;
  const isOfOther = others.some(
    (other) =>
      other.folder === folder &&
      other.below === below &&
      other.before.length + other.behind.length > before.length + behind.length &&
      stemIn(other, { name, isFolder }) !== undefined,
  );
  return isOfOther ? undefined : stem;
}

/**
 * The path of an entry's file.
 *
 * @param ending of a pattern that leaves it open
 */
export function entryPath(
  { folder, before, behind, below }: FolderPattern,
  stem: string,
  ending: string,
): string {
  const name = `${before}${stem}${behind === '' && below === '' ? ending : behind}`;
  return below === '' ? `${folder}/${name}` : `${folder}/${name}/${below}`;
}
