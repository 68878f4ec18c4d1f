import type { GithubClient } from '../client/github-client.ts';
import type { TypedDocument } from '../client/typed-document.ts';
import type { RepositoryName } from '../repository-name.ts';

/** A file at a commit. */
export interface RevisionFile {
  readonly oid: string;
  readonly byteSize: number;
}

/** What is at some paths at one commit. */
export interface Revision {
  readonly files: ReadonlyMap<string, RevisionFile>;
  /** The names of the files in folders, without those below them, and the folders' object ids. */
  readonly folders: ReadonlyMap<
    string,
    { readonly oid: string; readonly names: readonly string[] }
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
  readonly entries?: readonly { readonly name: string; readonly type: string }[] | null;
}

type CommitNode = Readonly<Record<`path${number}`, { readonly object: ObjectNode | null } | null>>;

interface Answer {
  readonly rateLimit: { readonly remaining: number } | null;
  readonly repository: Revisions<CommitNode | null> | null;
}

/** Reads what is at some paths at two commits: no texts. @throws RequestFailed */
export async function readRevisions(
  client: GithubClient,
  repository: RepositoryName,
  { before, after }: Revisions<string>,
  paths: readonly string[],
): Promise<Revisions<Revision>> {
  const named = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  const variables = { owner: repository.owner, name: repository.name, before, after, ...named };
  const { data } = await client.query(revisionsDocument(paths.length), variables);
  const revisionOf = (node: CommitNode | null | undefined): Revision => {
    const found = paths.flatMap((path, index) => {
      const object = node?.[`path${index}`]?.object;
      return object ? [[path, object] as const] : [];
    });
    const files = found.flatMap(([path, { oid, byteSize }]) =>
      byteSize === undefined ? [] : [[path, { oid, byteSize }] as const],
    );
    const folders = found.flatMap(([path, { oid, entries }]) => {
      const names = (entries ?? []).filter(({ type }) => type !== 'tree').map(({ name }) => name);
      return entries ? [[path, { oid, names }] as const] : [];
    });
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
  object { oid ... on Blob { byteSize } ... on Tree { entries { name type } } }
}`,
  };
}
