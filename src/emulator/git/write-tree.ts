import { parseTree, type TreeEntry } from './git-objects.ts';

/** How trees are read and written. */
export interface TreeStore {
  /** @param oid a tree's */
  readonly readTree: (oid: string) => Promise<Buffer>;
  /** @returns the object id */
  readonly write: (type: 'blob' | 'tree', content: Uint8Array) => string;
}

/** What becomes of paths: a content, or null for what goes. */
export type TreeChanges = ReadonlyMap<string, Uint8Array | null>;

/**
 * Writes a tree in which some paths are other than in an old one. Folders come and go with their files; a file takes the
 * place of a folder, and the other way round.
 *
 * @param old the old tree; none to begin with nothing
 * @returns its object id, or nothing where no file is left
 */
export async function writeTree(
  store: TreeStore,
  old: string | undefined,
  changes: TreeChanges,
): Promise<string | undefined> {
  const listed = old === undefined ? [] : parseTree(await store.readTree(old));
  const entries = new Map(listed.map((entry) => [entry.name, entry]));
  const inner = new Map<string, Map<string, Uint8Array | null>>();
  for (const [path, content] of changes) {
    const cut = path.indexOf('/');
    const name = cut === -1 ? path : path.slice(0, cut);
    if (cut !== -1) {
      const folder = inner.get(name) ?? new Map<string, Uint8Array | null>();
      inner.set(name, folder.set(path.slice(cut + 1), content));
    } else if (content === null) {
      entries.delete(name);
    } else {
      // Every file that is written here is of this mode, as GitHub's are.
      const oid = store.write('blob', content);
      entries.set(name, { mode: '100644', type: 'blob', name, oid });
    }
  }
  for (const [name, changed] of inner) {
    const known = entries.get(name);
    const folder = known?.type === 'tree' ? known.oid : undefined;
    const oid = await writeTree(store, folder, changed);
    if (oid !== undefined) entries.set(name, { mode: '40000', type: 'tree', name, oid });
    else if (folder !== undefined) entries.delete(name);
  }
  if (entries.size === 0) return undefined;
  return store.write('tree', printTree([...entries.values()]));
}

function printTree(entries: readonly TreeEntry[]): Buffer {
  // git sorts by bytes, and folders as if their names ended in a slash.
  const keyed = entries.map((entry) => ({
    entry,
    key: Buffer.from(entry.type === 'tree' ? `${entry.name}/` : entry.name),
  }));
  keyed.sort((one, other) => Buffer.compare(one.key, other.key));
  const parts = keyed.flatMap(({ entry: { mode, name, oid } }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(oid, 'hex'),
  ]);
  return Buffer.concat(parts);
}
