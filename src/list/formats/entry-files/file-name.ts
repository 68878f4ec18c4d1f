import {
  entryEnding,
  entryPath,
  reservedByWindows,
  stemIn,
} from '../../../config/folder-pattern.ts';
import type { EntryValues } from '../../format.ts';
import { mostCommon } from '../../most-common.ts';
import { datePrefix, splitDate } from './dated-name.ts';
import type { FolderList } from './folder-list.ts';

/** How the name of a file follows from that of a company. */
interface NameStyle {
  /** What is between words. */
  readonly gap: string;
  readonly write: (values: Named) => string;
}

/** Where a new file goes. */
export interface NewPath {
  readonly path: string;
  /** What is in the place of the pattern's `*`. */
  readonly stem: string;
}

type Named = Pick<EntryValues, 'company' | 'homepage' | 'file'>;

/** No file system takes longer names than 255 bytes, and Git on Windows no longer paths than 260 characters. */
const mostCharacters = 60;

/** How many numbers may make a name that is no entry's, as that of the folder, beside those that are taken. */
const unusableNumbers = 3;

/** What a name may have that is written as it is: no program takes any of it for a sign, if it is between quotes. */
const notAsIs = /[^\p{L}\p{M}\p{N} .,_&+-]+/gu;

const styles: readonly NameStyle[] = [
  ...['-', '_', ''].map((gap) => ({ gap, write: worded(gap, plain, lower) })),
  ...['-', '_', ''].map((gap) => ({ gap, write: worded(gap, same, lower) })),
  ...['-', '_', ''].map((gap) => ({ gap, write: worded(gap, plain, same) })),
  ...['-', '_', ''].map((gap) => ({ gap, write: worded(gap, same, same) })),
  { gap: ' ', write: ({ company }) => company.replace(notAsIs, ' ') },
  { gap: '.', write: ({ homepage }) => hostOf(homepage) },
  { gap: '-', write: ({ homepage }) => labelOf(homepage) },
];

/**
 * The path of a new entry's file: where it has one in another locale, its name is the same; else it follows from the company's name, or the host of its homepage, as those of most other
 * entries do; the nearest number is behind one that is there already, in whatever case. Where most begin with a date, it
 * begins with today's.
 */
export function newPath(list: FolderList, values: Named & Pick<EntryValues, 'date'>): NewPath {
  const { pattern, entries, folder } = list;
  const style = usualStyle(list);
  const prefix = datePrefix(entries, values.date);
  const stem = prefix + stemFor(style, values);
  const paths = entries.map(({ read: { file } }) => file.path);
  const ending = mostCommon(paths.map((path) => entryEnding.exec(path)?.[0] ?? '')) ?? '.md';
  const named = prefix === '' ? [] : entries.map(({ stem: other }) => splitDate(other).name);
  const taken = new Set([...paths, ...named, ...(folder?.others ?? [])].flatMap(stemsOf));
  const isFolder = pattern.below !== '';
  const last = taken.size + unusableNumbers;
  for (let count = values.file === undefined ? 1 : 0; count <= last; count += 1) {
    const numbered = `${stem}${style.gap === '' ? '-' : style.gap}${count}`;
    const name = count === 0 ? (values.file ?? stem) : count === 1 ? stem : numbered;
    const path = entryPath(pattern, name, ending);
    const item = { name: path.split('/').at(isFolder ? -2 : -1) ?? '', isFolder };
    const isUsable = !reservedByWindows.test(item.name) && stemIn(pattern, item) === name;
    // In a further locale, the folder of an entry is there already.
    const own =
      count === 0
        ? [path]
        : [
            path,
            ...(isFolder ? [path.slice(0, path.lastIndexOf('/'))] : []),
            ...(prefix === '' ? [] : [name.slice(prefix.length)]),
          ];
    if (isUsable && !own.flatMap(stemsOf).some((each) => taken.has(each)))
      return { path, stem: name };
  }
  throw new Error(`No file of ${list.path} can have a name like ${stem}`);
}

/** The names under which a site, or a file system that folds case, finds what is at a path. */
function stemsOf(path: string): readonly string[] {
  const folded = path.normalize('NFC').toLowerCase();
  return [folded, folded.replace(entryEnding, '')];
}

/** The style after which most entries are named; hyphens between words in lower case, if that of none. */
function usualStyle({ entries }: FolderList): NameStyle {
  const counted = styles.map((style) => ({
    style,
    count: entries.filter((entry) => {
      const { name } = splitDate(entry.stem.normalize('NFC'));
      return stemFor(style, entry) === name;
    }).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  const [first] = styles;
  const best = counted.find(({ count }) => count === most)?.style ?? first;
  if (best === undefined) throw new Error('There are no styles');
  return best;
}

/** Where nothing is left of a name, its homepage says more than a word that means nobody. */
function stemFor(style: NameStyle, values: Named): string {
  const candidates = [style.write(values), labelOf(values.homepage), 'company'];
  const stem = candidates.map((name) => trimmed(name)).find((name) => name !== '') ?? 'company';
  // No number behind a host as `con.example` would make it another name to Windows.
  return reservedByWindows.test(stem) ? stem.replaceAll('.', '-') : stem;
}

function trimmed(name: string): string {
  const [start] = [...name.normalize('NFC').matchAll(/^[\s._-]*/gu)];
  const rest = name.normalize('NFC').slice(start?.[0].length ?? 0);
  return [...rest]
    .slice(0, mostCharacters)
    .join('')
    .replace(/[\s._-]+$/u, '');
}

function worded(gap: string, letters: (text: string) => string, cased: (text: string) => string) {
  return ({ company }: Named): string =>
    cased(letters(company.normalize('NFKC')))
      .replace(/['’‘`]/g, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, gap);
}

function same(text: string): string {
  return text;
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Without the marks of letters, and without letters of other scripts. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{ASCII}]+/gu, '');
}

function hostOf(homepage: string | undefined): string {
  return URL.parse(homepage ?? '')?.hostname.replace(/^www\.|[^a-z0-9.-]/g, '') ?? '';
}

/** As `acme` of `www.acme.co.uk`. */
function labelOf(homepage: string | undefined): string {
  const labels = hostOf(homepage).split('.');
  const isShort = (label: string | undefined) => /^(?:com?|org|net|ac|gov|edu)$/.test(label ?? '');
  return labels.at(isShort(labels.at(-2)) && labels.length > 2 ? -3 : -2) ?? '';
}
