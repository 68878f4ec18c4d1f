import type { GithubClient } from '../client/github-client.ts';
import type { TypedDocument } from '../client/typed-document.ts';
import { type FolderItem, itemsOf } from '../nodes/folder-node.ts';
import type { RepositoryName } from '../repository-name.ts';

/** A file at a commit. */
export interface RevisionFile {
  readonly oid: string;
  readonly byteSize: number;
}

/** What is at some paths at one commit. */
export interface Revision {
  readonly files: ReadonlyMap<string, RevisionFile>;
  /** What is in folders, and their object ids. */
  readonly folders: ReadonlyMap<
    string,
    { readonly oid: string; readonly items: readonly FolderItem[] }
  >;
}

/** The commits that are compared. */
export interface Revisions<Of> {
  readonly before: Of;
  readonly after: Of;
}

interface ObjectNode {
  readonly oid: string;
  readonly byteSize?: number;
  readonly entries?: readonly FolderItem[] | null;
}

type CommitNode = Readonly<Record<`path${number}`, { readonly object: ObjectNode | null } | null>>;

interface Answer {
  readonly rateLimit: { readonly remaining: number } | null;
  readonly repository: Revisions<CommitNode | null> | null;
}

/**
 * Reads what is at some paths at two commits: no texts.
 *
 * @param isNested whether what is in the folders of folders is wanted, too
 * @throws RequestFailed
 */
export async function readRevisions(
  client: GithubClient,
  repository: RepositoryName,
  { before, after }: Revisions<string>,
  paths: readonly string[],
  isNested = false,
): Promise<Revisions<Revision>> {
  const named = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  const variables = { owner: repository.owner, name: repository.name, before, after, ...named };
  const { data } = await client.query(revisionsDocument(paths.length, isNested), variables);
  const revisionOf = (node: CommitNode | null | undefined): Revision => {
    const found = paths.flatMap((path, index) => {
      const object = node?.[`path${index}`]?.object;
      return object ? [[path, object] as const] : [];
    });
    const files = found.flatMap(([path, { oid, byteSize }]) =>
      byteSize === undefined ? [] : [[path, { oid, byteSize }] as const],
    );
    const folders = found.flatMap(([path, { oid, entries }]) =>
      entries ? [[path, { oid, items: entries }] as const] : [],
    );
    return { files: new Map(files), folders: new Map(folders) };
  };
  return {
    before: revisionOf(data.repository?.before),
    after: revisionOf(data.repository?.after),
  };
}

/**
 * Asks for so many paths.
 *
 * @internal
 */
export function revisionsDocument(
  count: number,
  isNested = false,
): TypedDocument<Answer, Readonly<Record<string, string>>> {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `, $path${index}: String!`);
  const files = indexes.map((index) => `  path${index}: file(path: $path${index}) { ...found }`);
  return {
    text: `query Revisions($owner: String!, $name: String!, $before: GitObjectID!, $after: GitObjectID!${parameters.join('')}) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    before: object(oid: $before) { ...revision }
    after: object(oid: $after) { ...revision }
  }
}
fragment revision on Commit {
${files.join('\n')}
}
fragment found on TreeEntry {
  object { oid ... on Blob { byteSize } ... on Tree { ${itemsOf(isNested)} } }
}`,
  };
}
