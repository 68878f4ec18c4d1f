import { type FolderPattern, stemIn } from '../../config/folder-pattern.ts';
import { isReadableFolder, type PageFile, type PageFolder } from '../../proposal/snapshot.ts';
import type { GithubClient } from '../client/github-client.ts';
import { type FolderItem, type FolderNode, isFile } from '../nodes/folder-node.ts';
import type { RepositoryName } from '../repository-name.ts';
import type { BlobTexts } from '../tree/blob-texts.ts';

/** What is needed to read the files of a folder. */
export interface FolderReading {
  readonly client: GithubClient;
  readonly repository: RepositoryName;
  readonly texts: BlobTexts;
}

/**
 * Reads the files of a folder that hold an entry each.
 *
 * @param others patterns of the same list in other locales
 * @returns nothing where there is no such folder
 * @throws RequestFailed
 */
export async function readPageFolder(
  { object }: FolderNode,
  pattern: FolderPattern,
  others: readonly FolderPattern[],
  { client, repository, texts }: FolderReading,
): Promise<PageFolder | undefined> {
  if (object?.__typename !== 'Tree') return undefined;
  const found: { path: string; item: FolderItem }[] = [];
  const beside: string[] = [];
  for (const item of object.entries ?? []) {
    const path = `${pattern.folder}/${item.name}`;
    const file = entryIn(item, pattern, others);
    if (file === undefined) beside.push(path);
    else found.push({ path: file === item ? path : `${path}/${file.name}`, item: file });
  }
  const isReadable = isReadableFolder(found.map(({ item }) => item.size));
  const oids = isReadable ? found.map(({ item }) => item.oid) : [];
  const read = await texts.read(client, repository, oids);
  const files = found.map(({ path, item: { oid } }): PageFile => {
    const text = read.get(oid);
    const content = text === undefined ? 'not-utf8' : { text };
    return { path, content: isReadable ? content : undefined };
  });
  return { files, others: beside };
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
