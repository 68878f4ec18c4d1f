import { entryEnding, folderPattern, stemIn } from '../../config/folder-pattern.ts';
import { folderFile, type TextFile } from '../../list/list.ts';

/** Of fewer files nobody can tell whether they are the entries of a list, unless somebody says so. */
const fewestFiles = 3;

/**
 * The folders among some files that may hold a file for each entry, each as one file; the fullest first.
 *
 * @param isAsked whether somebody says that there is such a folder
 */
export function entryFolders(files: readonly TextFile[], isAsked = false): readonly TextFile[] {
  const paths = new Set(files.map(({ path }) => path));
  const groups = new Map<string, TextFile[]>();
  for (const file of files) {
    for (const pattern of patternsFor(file.path, paths)) {
      groups.set(pattern, [...(groups.get(pattern) ?? []), file]);
    }
  }
  const folders = [...groups].flatMap(([path, own]) => {
    const entries = own.filter((file) => isEntry(file.path, path, [...groups.keys()]));
    const isUseful = !path.endsWith('/*') || hasBothEndings(entries);
    const isEnough = entries.length >= (isAsked ? 1 : fewestFiles);
    if (!isAsked && foldersOfYears(path) !== undefined) return [];
    return isUseful && isEnough ? [folderFile(path, { files: entries, others: [] })] : [];
  });
  return folders.toSorted((one, other) => pathsIn(other).length - pathsIn(one).length);
}

/** Folders of years, or of months in these: next year's entries go to another one. */
const folderOfYear = /^(.+?)\/(?:19|20)\d{2}(?:\/(?:0?[1-9]|1[0-2]))?\/(?:[^/]+\/)?[^/]+$/;

/** The folder that has folders of years, in one of which a file or a pattern's files are; also where each entry has a folder. */
export function foldersOfYears(path: string): string | undefined {
  return folderOfYear.exec(path)?.[1];
}

/** A file by its path, or a folder by the pattern of its files. */
export function pageAt(files: readonly TextFile[], path: string): TextFile | undefined {
  const file = files.find((each) => each.path === path);
  const folder = folderPattern(path)?.folder;
  if (file !== undefined || folder === undefined) return file;
  const inside = files.filter((each) => each.path.startsWith(`${folder}/`));
  return entryFolders(inside, true).find((each) => each.path === path);
}

/**
 * Whether a file is what somebody asks for, or in a folder that they ask for.
 *
 * @param asked a path, also of a folder, or with a `*`
 */
export function isAskedFor(path: string, asked: string): boolean {
  const folder = folderPattern(asked)?.folder ?? asked.replace(/\/$/, '');
  return path === asked || path.startsWith(`${folder}/`);
}

/** The paths of the files in a folder. */
export function pathsIn({ folder }: TextFile): readonly string[] {
  return (folder?.files ?? []).map(({ path }) => path);
}

/** Behind a file's name, before its ending: a locale. */
const localeMark = /\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.\w+$)/i;

/** The patterns of the folders whose entry a file may be: by its ending, by that and a locale, or with any ending. */
function patternsFor(path: string, paths: ReadonlySet<string>): readonly string[] {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const folder = segments.slice(0, -1).join('/');
  const [ending] = entryEnding.exec(name) ?? [];
  if (ending === undefined || folder === '') return [];
  if (name.replace(localeMark, '').toLowerCase() === `index${ending}`) {
    return segments.length > 2 ? [[...segments.slice(0, -2), '*', name].join('/')] : [];
  }
  // What looks like a locale may be the end of a host's name, but not beside the same file without it.
  const [mark = ''] = localeMark.exec(name) ?? [];
  const isMarked = mark !== '' && paths.has(path.replace(localeMark, ''));
  return [`${folder}/*${isMarked ? mark : ''}${ending}`, `${folder}/*`];
}

function isEntry(path: string, of: string, all: readonly string[]): boolean {
  const pattern = folderPattern(of);
  if (pattern === undefined) return false;
  const isFolder = pattern.below !== '';
  const name = path.split('/').at(isFolder ? -2 : -1) ?? '';
  const others = of.endsWith('/*') ? [] : all.flatMap((other) => folderPattern(other) ?? []);
  return stemIn(pattern, { name, isFolder }, others) !== undefined;
}

/** Whether some files are YAML with one ending, and all others with the other one. */
function hasBothEndings(files: readonly TextFile[]): boolean {
  const endings = new Set(files.map(({ path }) => entryEnding.exec(path)?.[0].toLowerCase()));
  return endings.size === 2 && endings.has('.yml') && endings.has('.yaml');
}
