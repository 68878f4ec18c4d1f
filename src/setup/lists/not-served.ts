import type { TextFile } from '../../list/list.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { foldersOfYears } from './entry-folders.ts';
import { fileStrength, liesAside, nameStrength } from './name-strength.ts';
import { namedParagraphs, shapeOf } from './shape-of.ts';
import { isMarkup, isServed } from './worth-reading.ts';

/** Endings of files in which projects keep lists too, whether or not a format reads these. */
const otherEndings = /\.(?:adoc|asciidoc|rst|csv|tsv|toml|txt|org|xml|html?)$/i;

/** More tell a maintainer nothing more. */
const most = 10;

/**
 * Says of files that are named for those who use the project why they cannot be edited, though they may hold a list.
 *
 * @param paths all files of the checkout
 * @param empty those that were read and hold no list
 */
export function listsNotServed(
  paths: readonly string[],
  empty: readonly TextFile[],
): readonly Problem[] {
  const isList = (path: string, least: number) =>
    fileStrength(path) >= least && !liesAside(path) && !/[.-]?logos?\.\w+$/i.test(path);
  const unread = paths.filter((path) => isOfOtherKind(path) && isList(path, 2));
  const kinds = new Set([...unread, ...empty.map(({ path }) => path).filter(isOfOtherKind)]);
  const shapes = empty.flatMap((file): Problem[] => {
    if (kinds.has(file.path)) return [];
    const shape = shapeOf(file);
    // What is not clear is told only of a file that is clearly named.
    return isList(file.path, shape.code === 'setup-list-unknown' ? 2 : 1) ? [shape] : [];
  });
  const ofOtherKinds = [...kinds].map((path) => {
    const [ending = ''] = otherEndings.exec(path) ?? [];
    return problem('setup-list-of-other-kind', path, { ending });
  });
  return [...ofOtherKinds, ...shapes, ...foldersOfEntries(paths)].slice(0, most);
}

/** Whether no format reads files of that name; of HTML only what is in its front matter is read. */
function isOfOtherKind(path: string): boolean {
  return otherEndings.test(path) && (isMarkup(path) || !isServed(path));
}

/** An entry of a wall of logos may have one for light and one for dark pages. */
const mostPictures = 2;

/** Whether most entries of a file are not those that were found: paragraphs that begin with a name, or a wall of logos. */
export function isRatherOtherwise({ text }: TextFile, entries: number): boolean {
  const pictures = text.match(/<img\b/gi)?.length ?? 0;
  return (
    namedParagraphs(text) > Math.max(2, entries) ||
    pictures > Math.max(2, entries) * mostPictures + 2
  );
}

/** Folders with a file for each organization. */
function foldersOfEntries(paths: readonly string[]): readonly Problem[] {
  const entries = paths.filter((path) => /\.(?:md|mdx|ya?ml|json|toml|adoc|rst)$/i.test(path));
  const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('/') + 1);
  const isList = (folder: string) => nameStrength(nameOf(folder)) > 0 && !liesAside(`${folder}/`);
  const folders = Map.groupBy(entries, (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const years = Map.groupBy(entries, (path) => foldersOfYears(path) ?? '');
  return [
    ...[...years].flatMap(([folder, files]) =>
      isList(folder) ? [problem('setup-list-by-years', folder, { count: files.length })] : [],
    ),
    // Folders of locales hold the same file several times.
    ...[...folders].flatMap(([folder, files]) =>
      isList(folder) && files.length > 2
        ? [problem('setup-list-of-files', folder, { count: files.length })]
        : [],
    ),
  ];
}
