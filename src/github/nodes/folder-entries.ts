import { type FolderPattern, stemIn } from '../../config/folder-pattern.ts';
import { isReadableFolder, type PageFile, type PageFolder } from '../../proposal/snapshot.ts';
import { type FolderItem, isFile } from './folder-node.ts';

/** The files of a folder that hold an entry each, not yet read. */
export interface FolderEntries {
  readonly files: readonly {
    readonly path: string;
    readonly oid: string;
    /** In bytes. */
    readonly size: number;
  }[];
  /** The paths of all else that is there. */
  readonly others: readonly string[];
  /** What else is in the folders of entries; a folder's path ends with `/`. */
  readonly inside: readonly { readonly path: string; readonly oid: string }[];
  /** Whether it is small enough to be read. */
  readonly isReadable: boolean;
  /** Of all entries. */
  readonly bytes: number;
}

/** The entries of a folder. @param others patterns of the same list in other locales */
export function entriesIn(
  items: readonly FolderItem[],
  pattern: FolderPattern,
  others: readonly FolderPattern[],
): FolderEntries {
  const found: { path: string; item: FolderItem }[] = [];
  const beside: string[] = [];
  const inside: { path: string; oid: string }[] = [];
  for (const item of items) {
    const path = `${pattern.folder}/${item.name}`;
    const file = entryIn(item, pattern, others);
    if (file === undefined) beside.push(path);
    else found.push({ path: file === item ? path : `${path}/${file.name}`, item: file });
    if (file === undefined) continue;
    for (const each of item.object?.entries ?? []) {
      const isOther = each.name !== file.name;
      const end = each.type === 'tree' ? '/' : '';
      if (isOther) inside.push({ path: `${path}/${each.name}${end}`, oid: each.oid });
    }
  }
  const sizes = found.map(({ item }) => item.size);
  return {
    files: found.map(({ path, item: { oid, size } }) => ({ path, oid, size })),
    others: beside,
    inside,
    isReadable: isReadableFolder(sizes),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** The objects that have to be read of a folder. */
export function oidsOf({ files, isReadable }: FolderEntries): readonly string[] {
  return isReadable ? files.map(({ oid }) => oid) : [];
}

/** A folder with its texts. @param texts by the ids of their objects; those that are not UTF-8 are missing */
export function toPageFolder(
  { files, others, inside, isReadable }: FolderEntries,
  texts: ReadonlyMap<string, string>,
): PageFolder {
  const read = files.map(({ path, oid, size }): PageFile => {
    if (!isReadable) return { path, content: { bytes: size } };
    const text = texts.get(oid);
    return { path, content: text === undefined ? 'not-utf8' : { text } };
  });
  return { files: read, others, inside: inside.map(({ path }) => path) };
}

/** The file of an entry: what is in the folder, or a file in it. */
function entryIn(
  item: FolderItem,
  pattern: FolderPattern,
  others: readonly FolderPattern[],
): FolderItem | undefined {
  const isFolder = item.type === 'tree';
  if (!isFolder && !isFile(item)) return undefined;
  if (stemIn(pattern, { name: item.name, isFolder }, others) === undefined) return undefined;
  if (!isFolder) return item;
  const inside = item.object?.entries ?? [];
  return inside.find((each) => each.name === pattern.below && isFile(each));
}
