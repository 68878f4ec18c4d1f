import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChangeReader, emptyTree } from './change-reader.ts';
import type { Changes } from './changes.ts';
import {
  type CommitObject,
  type GitObject,
  parseCommit,
  parseTree,
  type TreeEntry,
} from './git-objects.ts';
import { History } from './history.ts';
import { ObjectReader } from './object-reader.ts';
import { noOid, type RefMove } from './ref-mover.ts';
import { Refs } from './refs.ts';
import { runGit } from './run-git.ts';
import { type NewCommit, printCommit } from './write-commit.ts';
import { objectId, writeObject } from './write-object.ts';
import { writeTree } from './write-tree.ts';

const emptyConfig = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n';

/** No limit to a list of commits. */
export const allCommits = Number.POSITIVE_INFINITY;

/** A bare git repository, with the system's git. */
export class GitRepository {
  readonly folder: string;
  readonly #objects: ObjectReader;
  readonly #changes: ChangeReader;
  readonly #refs: Refs;
  readonly #history: History;
  readonly #merges = new Map<string, string | null>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, { isNew }: { readonly isNew: boolean }) {
    this.folder = folder;
    this.#objects = new ObjectReader(folder);
    this.#changes = new ChangeReader(folder);
    this.#refs = new Refs(folder, this.#objects, { isNew });
    this.#history = new History((oid) => this.commit(oid));
  }

  /** One that is there. @throws Error if it is not */
  static open(folder: string): GitRepository {
    if (existsSync(join(folder, 'HEAD'))) return new GitRepository(folder, { isNew: false });
    throw new Error(`There is no git repository in ${folder}`);
  }

  /** An empty one, as `git init --bare` makes it: where there are thousands, a process for each would take minutes. */
  static async create(folder: string, defaultBranch: string): Promise<GitRepository> {
    for (const path of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
      await mkdir(join(folder, path), { recursive: true });
    }
    await writeFile(join(folder, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`);
    await writeFile(join(folder, 'config'), emptyConfig);
    return new GitRepository(folder, { isNew: true });
  }

  /** Does one thing that moves references after another. */
  serially<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }

  /** @param expression an object id, a reference, or `COMMIT:path` */
  read(expression: string): Promise<GitObject | undefined> {
    return this.#objects.read(expression);
  }

  /** The commit that a branch, a tag or an object id names. */
  resolve(name: string): Promise<string | undefined> {
    return this.#refs.resolve(name);
  }

  branch(name: string): Promise<string | undefined> {
    return this.#refs.branch(name);
  }

  async commit(oid: string): Promise<CommitObject> {
    const object = await this.#objects.read(oid);
    if (object?.type !== 'commit') throw new Error(`${oid} is no commit`);
    return parseCommit(object);
  }

  /** @param expression a tree's object id, or `COMMIT:path` */
  async tree(expression: string): Promise<readonly TreeEntry[] | undefined> {
    const object = await this.#objects.read(expression);
    return object?.type === 'tree' ? parseTree(object.bytes) : undefined;
  }

  /** Writes a commit that no reference names yet. */
  async write(commit: NewCommit): Promise<string> {
    const tree = commit.tree ?? (await this.#writeTree(commit));
    return this.#writeObject('commit', Buffer.from(printCommit(commit, tree)));
  }

  #writeObject(type: GitObject['type'], content: Uint8Array): string {
    const oid = objectId(type, content);
    if (this.#objects.isKnown(oid)) return oid;
    const object = { oid, type, bytes: Buffer.from(content) };
    writeObject(this.folder, object);
    this.#objects.remember(object);
    return oid;
  }

  async #writeTree({ parents, files = new Map(), deletions = [] }: NewCommit): Promise<string> {
    const [parent] = parents;
    const old = parent === undefined ? undefined : await this.commit(parent);
    const store = {
      readTree: async (oid: string) => this.#tree(oid),
      write: (type: GitObject['type'], content: Uint8Array) => this.#writeObject(type, content),
    };
    const changes = new Map([...deletions.map((path) => [path, null] as const), ...files]);
    const tree = await writeTree(store, old?.treeOid, changes);
    return tree ?? this.#writeObject('tree', Buffer.alloc(0));
  }

  async #tree(oid: string): Promise<Buffer> {
    const object = await this.#objects.read(oid);
    if (object?.type === 'tree') return object.bytes;
    throw new Error(`${oid} is no tree`);
  }

  /**
   * Moves references, all or none.
   *
   * @returns false where one of them was not where it should have been
   */
  move(moves: readonly RefMove[]): Promise<boolean> {
    return this.#refs.move(moves);
  }

  /** The branches' names, in alphabetical order. */
  branches(): Promise<string[]> {
    return this.#refs.branches();
  }

  /** Whether everything in one commit is in another too. */
  contains(later: string, earlier: string): Promise<boolean> {
    return this.#history.contains(later, earlier);
  }

  /** The commits of `head` that `base` has not, the oldest first: by default 250 of the newest, as many as GitHub lists. */
  async commitsBetween(base: string, head: string, limit = 250): Promise<string[]> {
    const found = await this.#history.between(base === noOid ? undefined : base, head);
    return limit < found.length ? found.slice(-limit) : found;
  }

  /** The newest commit that both have. */
  mergeBase(base: string, head: string): Promise<string | undefined> {
    return this.#history.mergeBase(base, head);
  }

  /** What `head` changes since it left `base`. */
  async changesSince(base: string, head: string): Promise<Changes> {
    return this.#changesBetween((await this.#history.mergeBase(base, head)) ?? base, head);
  }

  /** What a commit changes against its first parent. */
  async changesOf(oid: string): Promise<Changes> {
    const { parents } = await this.commit(oid);
    return this.#changesBetween(parents[0], oid);
  }

  async #changesBetween(from: string | undefined, to: string): Promise<Changes> {
    const old = from === undefined ? emptyTree : (await this.commit(from)).treeOid;
    return this.#changes.compare(old, (await this.commit(to)).treeOid);
  }

  /**
   * Merges in thought: by `git merge-tree`, unless the head has all of the base.
   *
   * @returns the merged tree, or null for a conflict
   */
  async mergedTree(base: string, head: string): Promise<string | null> {
    const key = `${base} ${head}`;
    const known = this.#merges.get(key);
    if (known !== undefined) return known;
    if (await this.#history.contains(head, base)) return (await this.commit(head)).treeOid;
    const words = ['merge-tree', '--write-tree', '--no-messages', base, head];
    const run = await runGit(this.folder, words, '', [1]);
    const tree = run.exitCode === 0 ? run.output.trim() : null;
    this.#merges.set(key, tree);
    return tree;
  }

  /** The unified diff of what `head` changes since it left `base`. */
  async diff(base: string, head: string): Promise<string> {
    return (await runGit(this.folder, ['diff', `${base}...${head}`])).output;
  }

  close(): void {
    this.#objects.close();
    this.#changes.close();
    this.#refs.close();
  }
}
