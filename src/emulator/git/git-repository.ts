import type { Changes } from './changes.ts';
import { type CommitObject, parseCommit, parseTree, type TreeEntry } from './git-objects.ts';
import { type GitObject, ObjectReader } from './object-reader.ts';
import { readChanges } from './read-changes.ts';
import { runGit } from './run-git.ts';
import { type NewCommit, writeCommit } from './write-commit.ts';

/** The object id of nothing: what a reference is before it was made, and after it was deleted. */
export const noOid = '0'.repeat(40);

/** No limit to a list of commits. */
export const allCommits = -1;

/** Moves a reference from one commit to another, if it still stands there. */
export interface RefMove {
  /** Whole, as `refs/heads/main`. */
  readonly ref: string;
  /** Zeros: it must not exist. */
  readonly before: string;
  /** Zeros: it is deleted. */
  readonly after: string;
}

/** A bare git repository, with the system's git. */
export class GitRepository {
  readonly folder: string;
  readonly #objects: ObjectReader;
  readonly #merges = new Map<string, string | null>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string) {
    this.folder = folder;
    this.#objects = new ObjectReader(folder);
  }

  static async create(folder: string, defaultBranch: string): Promise<GitRepository> {
    await runGit(folder, [
      'init',
      '--bare',
      '--quiet',
      '--template=',
      `--initial-branch=${defaultBranch}`,
    ]);
    return new GitRepository(folder);
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
  async resolve(name: string): Promise<string | undefined> {
    const object = await this.#objects.read(`${name}^{commit}`);
    return object?.oid;
  }

  async branch(name: string): Promise<string | undefined> {
    return this.resolve(`refs/heads/${name}`);
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
  write(commit: NewCommit): Promise<string> {
    return writeCommit(this.folder, commit);
  }

  /**
   * Moves references, all or none.
   *
   * @returns false where one of them did not stand where it should have stood
   */
  async move(moves: readonly RefMove[]): Promise<boolean> {
    const lines = moves.map(({ ref, before, after }) => `update ${ref}\0${after}\0${before}\0`);
    const run = await runGit(
      this.folder,
      ['update-ref', '--stdin', '-z'],
      lines.join(''),
      [128, 1],
    );
    return run.exitCode === 0;
  }

  /** Whether git takes this for a reference's name. */
  async isRefName(ref: string): Promise<boolean> {
    const run = await runGit(this.folder, ['check-ref-format', ref], '', [1]);
    return run.exitCode === 0;
  }

  /** The branches' names, in alphabetical order. */
  async branches(): Promise<string[]> {
    const words = ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'];
    return lines((await runGit(this.folder, words)).output);
  }

  /** Whether everything in one commit is in another too. */
  async contains(later: string, earlier: string): Promise<boolean> {
    const words = ['merge-base', '--is-ancestor', earlier, later];
    return (await runGit(this.folder, words, '', [1])).exitCode === 0;
  }

  /** The commits of `head` that `base` has not, the oldest first: by default 250 of the newest, as many as GitHub lists. */
  async commitsBetween(base: string, head: string, limit = 250): Promise<string[]> {
    const range = base === noOid ? [head] : [`${base}..${head}`];
    const words = ['rev-list', '--reverse', `--max-count=${limit}`, ...range, '--'];
    return lines((await runGit(this.folder, words)).output);
  }

  /** What `head` changes since it left `base`. */
  async changesSince(base: string, head: string): Promise<Changes> {
    const found = await runGit(this.folder, ['merge-base', base, head], '', [1]);
    return readChanges(this.folder, found.output.trim() || base, head);
  }

  /** What a commit changes against its first parent. */
  async changesOf(oid: string): Promise<Changes> {
    const { parents } = await this.commit(oid);
    return readChanges(this.folder, parents[0], oid);
  }

  /**
   * Merges in thought, by `git merge-tree`.
   *
   * @returns the merged tree, or null for a conflict
   */
  async mergedTree(base: string, head: string): Promise<string | null> {
    const key = `${base} ${head}`;
    const known = this.#merges.get(key);
    if (known !== undefined) return known;
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
  }
}

function lines(output: string): string[] {
  return output.split('\n').filter((line) => line !== '');
}
