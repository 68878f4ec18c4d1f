import { type FormatId, formatIds } from '../../config/configuration.ts';
import {
  type FoundList,
  type FoundLists,
  fileEndings,
  type ListFormat,
  loadFormat,
  type TextFile,
  type WantedList,
} from '../../list/list.ts';
import type { Problem } from '../../problem/problem.ts';
import { compareNames } from '../../text/compare-names.ts';
import { entryFolders, pathsIn } from './entry-folders.ts';
import { fileStrength, strengthAbove } from './name-strength.ts';
import { isNamedForUsers } from './worth-reading.ts';

/** A list of organizations in one file or folder. */
export interface FoundPage {
  readonly path: string;
  readonly format: FormatId;
  /** The heading above the list, or the key to it; empty where it needs none. */
  readonly within: string;
  /** Whether the file has several lists of this format, so that one has to be named. */
  readonly isOneOfSeveral: boolean;
  readonly fields: FoundList['fields'];
  /** The names of its groups; none where it has none. */
  readonly groups: readonly string[];
  /** The headings above each of its groups, or above its own, the outermost first; keys in data. */
  readonly above: readonly (readonly string[])[];
  readonly entries: FoundList['entries'];
  /** Whether it is a table that is padded as a formatter does. */
  readonly isPadded: boolean;
}

/** A company with a logo. */
export interface FoundCompany {
  readonly name: string;
  /** The logo's address as the page names it. */
  readonly logo: string;
}

/** The lists among some files. */
export interface FoundPages {
  /** Also empty lists, for one may be the page of a further locale. */
  readonly pages: readonly FoundPage[];
  /** Why others that seem to be such lists cannot be edited. */
  readonly problems: readonly Problem[];
  /** How many files were not searched, for there were too many. */
  readonly passedOver: number;
}

/** The formats that a file of this name may hold. */
async function formatsFor(path: string): Promise<readonly ListFormat[]> {
  return Promise.all(formatIds.filter((id) => fileEndings[id].test(path)).map(loadFormat));
}

/** So much of files whose names say nothing is searched: reading it takes about ten seconds. */
const mostCharacters = 4 * 1024 * 1024;

/**
 * Finds the lists in some files, of every format; those first that are named for the users of a project, then those in higher
 * folders.
 *
 * @param wanted what somebody asks for, so that it is found whatever it looks like
 */
export async function findPages(
  files: readonly TextFile[],
  wanted?: WantedList,
): Promise<FoundPages> {
  // Who asks for a list in a file asks for no folder.
  const folders = await findFolders(wanted === undefined ? files : [], false);
  const pages = [...folders.pages];
  const problems = [...folders.problems];
  let left = mostCharacters;
  let passedOver = 0;
  const single = files.filter(({ path }) => !folders.paths.has(path));
  for (const file of single.toSorted(likelierFirst)) {
    const isNamed = wanted !== undefined || isNamedForUsers(file.path);
    if (!isNamed) left -= file.text.length;
    // A table in front matter is found without reading the rest.
    const formats = await formatsFor(file.path);
    const isSearched = isNamed || left >= 0;
    if (!isSearched) passedOver += 1;
    for (const format of isSearched ? formats : formats.filter(({ id }) => id === quickest)) {
      if (wanted === undefined && !format.mayHold(file)) continue;
      const found = wanted === undefined ? findUsual(file, format) : format.find(file, wanted);
      pages.push(...found.lists.map((list) => toPage(list, format, found.lists.length > 1)));
      problems.push(...found.problems);
    }
  }
  // Three formats may not be able to read one Markdown file: it is told once.
  const distinct = new Map(problems.map((each) => [JSON.stringify(each), each]));
  return { pages, problems: [...distinct.values()], passedOver };
}

/** The lists that have a file for each entry. */
interface FoundFolders extends FoundPages {
  /** Of the files that they are read from. */
  readonly paths: ReadonlySet<string>;
}

/**
 * The lists among some files that have a file for each entry.
 *
 * @param isAsked whether somebody says that there is one
 */
export async function findFolders(
  files: readonly TextFile[],
  isAsked: boolean,
): Promise<FoundFolders> {
  const named = isAsked ? files : files.filter(({ path }) => isNamedForUsers(path));
  const pages: FoundPage[] = [];
  const problems: Problem[] = [];
  const paths = new Set<string>();
  for (const folder of entryFolders(named, isAsked)) {
    const own = pathsIn(folder);
    if (own.some((path) => paths.has(path))) continue;
    const format = await loadFormat('entry-files');
    const found = format.find(folder, isAsked ? {} : undefined);
    pages.push(...found.lists.map((list) => toPage(list, format, false)));
    // Where most files are no entries, the folder is something else.
    const isMeant = isAsked || found.problems.length * 2 < own.length;
    if (isMeant) problems.push(...found.problems);
    const isTold = found.lists.length > 0 || (isMeant && found.problems.length > 0);
    if (isTold) for (const path of own) paths.add(path);
  }
  return { pages, problems, paths, passedOver: 0 };
}

function toPage(
  { path, at: { within = '' }, ...list }: FoundList,
  { id: format }: ListFormat,
  isOneOfSeveral: boolean,
): FoundPage {
  return { path, format, within, isOneOfSeveral, ...list };
}

const quickest: FormatId = 'front-matter-table';

function likelierFirst({ path: one }: TextFile, { path: other }: TextFile): number {
  return (
    Number(isNamedForUsers(other)) - Number(isNamedForUsers(one)) ||
    one.split('/').length - other.split('/').length
  );
}

/** The lists in a file that is not asked for: of one that is named for nothing, as a README, the parts that are named for those who use the project. */
function findUsual(file: TextFile, format: ListFormat): FoundLists {
  const found = format.find(file);
  if (fileStrength(file.path) === 2) return found;
  const lists = found.lists.flatMap((list) => {
    const names = namesOfParts(list);
    return names.length === 0
      ? [list]
      : names.flatMap((within) => format.find(file, { within }).lists);
  });
  return { ...found, lists };
}

/**
 * By what those parts of a list are found that are named for those who use the project: a heading above groups, whatever these are called, or
 * a group's own. What is left may list anything else.
 *
 * @returns nothing where all of the list is meant, or nothing is named for these
 */
function namesOfParts({ groups, above }: FoundList): readonly string[] {
  const left = new Map(groups.map((title, index) => [title, above[index] ?? []]));
  const names: string[] = [];
  for (const name of new Set([...above.flat(), ...groups])) {
    const isBelow = ([title, headings]: [string, readonly string[]]) =>
      title === name || headings.includes(name);
    const titles = [...left].filter(isBelow).map(([title]) => title);
    if (strengthAbove(name, titles) === 0) continue;
    for (const title of titles) left.delete(title);
    // The heading of a list does not name the lists below its sub-headings too.
    if (titles.length > 0) names.push(...(titles.includes(name) ? titles : [name]));
  }
  return left.size === 0 && names.every((name) => groups.includes(name)) ? [] : names;
}

/** Whether the entries are in alphabetical order today; false if there are too few to tell. */
export function isAlphabetical({ entries }: FoundPage): boolean {
  const names = entries.map(({ company }) => company);
  return (
    names.length > 2 &&
    names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0)
  );
}

/** The companies of a list, as far as logos go. */
export function companiesOf({ entries }: Pick<FoundPage, 'entries'>): readonly FoundCompany[] {
  return entries.map(({ company: name, logo }) => ({ name, logo }));
}

/** The same by their logos for dark pages; those that have the same for all pages tell nothing of them. */
export function companiesOnDark({ entries }: Pick<FoundPage, 'entries'>): readonly FoundCompany[] {
  return entries.flatMap(({ company: name, logo, darkLogo = logo }) =>
    darkLogo === logo ? [] : [{ name, logo: darkLogo }],
  );
}
