import * as z from 'zod';
import type { SourceTree } from '../../checkout/source-tree.ts';
import {
  type FolderEntry,
  type WalkedFiles,
  type WalkOptions,
  walkFolders,
} from '../../checkout/walk-files.ts';
import type { GithubClient } from '../client/github-client.ts';
import { readBlob } from '../client/read-blob.ts';
import type { RepositoryName } from '../repository-name.ts';
import { readBlobTexts } from './read-blob-texts.ts';

const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), sha: z.string(), size: z.int().optional() }),
  ),
});

/** The modes of files that are no links. */
const fileModes = ['100644', '100755', '100664'];
const folderMode = '040000';

/** Of all files that may hold a list, so many are read, and so many bytes: the most telling first. */
const mostTexts = 400;
const mostBytes = 20 * 1024 * 1024;

/** GraphQL cuts longer texts, and no list is as long. */
const longestText = 500_000;

/** So many other files are read, each with a request: pictures, to see how large they are. */
const mostSingle = 12;
const largestSingle = 1_000_000;

interface TreeFile {
  readonly oid: string;
  readonly size: number;
}

/** The files of a repository on GitHub at one commit: the whole tree is read at once, texts in batches, and both are bounded. */
export class GithubTree implements SourceTree {
  readonly #client: GithubClient;
  readonly #repository: RepositoryName;
  readonly #files = new Map<string, TreeFile>();
  readonly #folders = new Map<string, FolderEntry[]>();
  readonly #texts = new Map<string, Uint8Array | undefined>();
  readonly #isTruncated: boolean;
  #singleReads = 0;

  private constructor(
    client: GithubClient,
    repository: RepositoryName,
    { tree, truncated }: z.infer<typeof treeAnswer>,
  ) {
    this.#client = client;
    this.#repository = repository;
    this.#isTruncated = truncated;
    for (const { path, mode, sha, size = 0 } of tree) {
      const isFolder = mode === folderMode;
      if (!isFolder && !fileModes.includes(mode)) continue;
      if (!isFolder) this.#files.set(path, { oid: sha, size });
      const end = path.lastIndexOf('/');
      const folder = path.slice(0, Math.max(end, 0));
      const entries = this.#folders.get(folder) ?? [];
      entries.push({ name: path.slice(end + 1), isFolder });
      this.#folders.set(folder, entries);
    }
    for (const entries of this.#folders.values()) {
      entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    }
  }

  /** Reads the tree of a commit. @throws RequestFailed */
  static async read(
    client: GithubClient,
    repository: RepositoryName,
    commit: string,
  ): Promise<GithubTree> {
    const { data } = await client.rest('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      owner: repository.owner,
      repo: repository.name,
      tree_sha: commit,
      recursive: '1',
    });
    return new GithubTree(client, repository, treeAnswer.parse(data));
  }

  async walk(options: WalkOptions): Promise<WalkedFiles> {
    const read = async (folder: string, most: number) =>
      (this.#folders.get(folder) ?? []).slice(0, most);
    const { paths, isComplete } = await walkFolders(read, options);
    return { paths, isComplete: isComplete && !this.#isTruncated };
  }

  async has(path: string): Promise<boolean> {
    return this.#files.has(path);
  }

  async readAhead(paths: readonly string[]): Promise<void> {
    const wanted: [string, TreeFile][] = [];
    let bytes = 0;
    for (const path of paths) {
      const file = this.#files.get(path);
      if (!file) continue;
      // What is out of bounds is not read on its own either.
      this.#texts.set(path, undefined);
      if (file.size > longestText || bytes + file.size > mostBytes) continue;
      if (wanted.length === mostTexts) continue;
      bytes += file.size;
      wanted.push([path, file]);
    }
    const oids = [...new Set(wanted.map(([, { oid }]) => oid))];
    const texts = await readBlobTexts(this.#client, this.#repository, oids);
    for (const [path, { oid }] of wanted) {
      const text = texts.get(oid);
      if (text !== undefined) this.#texts.set(path, Buffer.from(text));
    }
  }

  async readStart(path: string, most: number): Promise<Uint8Array | undefined> {
    if (this.#texts.has(path)) return this.#texts.get(path)?.subarray(0, most);
    const file = this.#files.get(path);
    if (!file || file.size > largestSingle || this.#singleReads === mostSingle) return undefined;
    this.#singleReads += 1;
    const bytes = await readBlob(this.#client, this.#repository, file.oid);
    return bytes.subarray(0, most);
  }

  async rootAbove(): Promise<undefined> {
    return undefined;
  }
}
