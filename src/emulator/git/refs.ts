import type { ObjectReader } from './object-reader.ts';
import { noOid, type RefMove, RefMover } from './ref-mover.ts';
import { runGit } from './run-git.ts';

const branchPrefix = 'refs/heads/';

/**
 * The references of a repository. Nobody else moves any here, so that each is asked for once; should somebody, the next move
 * fails, and all are read again.
 */
export class Refs {
  readonly #folder: string;
  readonly #objects: ObjectReader;
  readonly #mover: RefMover;
  /** Where they are, by their whole names. */
  readonly #known = new Map<string, string>();
  /** The branches' names; nothing until they are read. */
  #branches: Set<string> | undefined;
  #moves = 0;

  constructor(folder: string, objects: ObjectReader) {
    this.#folder = folder;
    this.#objects = objects;
    this.#mover = new RefMover(folder);
  }

  /** The commit that a branch, a tag or an object id names. */
  async resolve(name: string): Promise<string | undefined> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const moves = this.#moves;
    const object = await this.#objects.read(`${name}^{commit}`);
    // What was asked before a move and answered after it may be either.
    const isRef = name.startsWith('refs/');
    if (object && isRef && moves === this.#moves) this.#known.set(name, object.oid);
    return object?.oid;
  }

  /** The commit of a branch. @param name without `refs/heads/` */
  branch(name: string): Promise<string | undefined> {
    return this.resolve(branchPrefix + name);
  }

  /** The branches' names, in alphabetical order. */
  async branches(): Promise<string[]> {
    const branches = this.#branches ?? (await this.#readBranches());
    return [...branches].sort();
  }

  /**
   * Moves references, all or none.
   *
   * @returns false where one of them was not where it should have been
   */
  async move(moves: readonly RefMove[]): Promise<boolean> {
    const isMoved = await this.#mover.move(moves);
    this.#moves += 1;
    if (!isMoved) {
      this.#known.clear();
      this.#branches = undefined;
    }
    for (const { ref, after } of isMoved ? moves : []) this.#moved(ref, after);
    return isMoved;
  }

  close(): void {
    this.#mover.close();
  }

  #moved(ref: string, after: string): void {
    const branch = ref.startsWith(branchPrefix) ? ref.slice(branchPrefix.length) : undefined;
    if (after === noOid) {
      this.#known.delete(ref);
      if (branch !== undefined) this.#branches?.delete(branch);
    } else {
      this.#known.set(ref, after);
      if (branch !== undefined) this.#branches?.add(branch);
    }
  }

  async #readBranches(): Promise<ReadonlySet<string>> {
    const moves = this.#moves;
    const words = ['for-each-ref', '--format=%(refname:lstrip=2)', branchPrefix];
    const { output } = await runGit(this.#folder, words);
    // What was moved meanwhile may be there or not.
    if (moves !== this.#moves) return this.#readBranches();
    this.#branches = new Set(output.split('\n').filter((line) => line !== ''));
    return this.#branches;
  }
}
