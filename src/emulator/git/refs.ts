import type { ObjectReader } from './object-reader.ts';
import { noOid, type RefMove, RefMover } from './ref-mover.ts';
import { runGit } from './run-git.ts';

const branchPrefix = 'refs/heads/';

/** Where references are, by their whole names. */
type Known = Map<string, string>;

/**
 * The references of a repository. Nobody else moves any here, so that they are read once; should somebody, the next move
 * fails, and all are read again.
 */
export class Refs {
  readonly #folder: string;
  readonly #objects: ObjectReader;
  readonly #mover: RefMover;
  /** Nothing until they are read. */
  #known: Known | undefined;
  #moves = 0;

  /** @param isNew whether there are none yet */
  constructor(folder: string, objects: ObjectReader, { isNew }: { readonly isNew: boolean }) {
    this.#folder = folder;
    this.#objects = objects;
    this.#mover = new RefMover(folder);
    this.#known = isNew ? new Map() : undefined;
  }

  /** The commit that a branch, a tag or an object id names. */
  async resolve(name: string): Promise<string | undefined> {
    const oid = name.startsWith('refs/') ? (await this.#all()).get(name) : name;
    return oid && (await this.#objects.read(`${oid}^{commit}`))?.oid;
  }

  /** The commit of a branch. @param name without `refs/heads/` */
  branch(name: string): Promise<string | undefined> {
    return this.resolve(branchPrefix + name);
  }

  /** The branches' names, in alphabetical order. */
  async branches(): Promise<string[]> {
    const branches = [...(await this.#all()).keys()].filter((ref) => ref.startsWith(branchPrefix));
    return branches.map((ref) => ref.slice(branchPrefix.length)).sort();
  }

  /**
   * Moves references, all or none.
   *
   * @returns false where one of them was not where it should have been
   */
  async move(moves: readonly RefMove[]): Promise<boolean> {
    const isMoved = await this.#mover.move(moves);
    this.#moves += 1;
    if (!isMoved) this.#known = undefined;
    for (const { ref, after } of isMoved ? moves : []) {
      if (after === noOid) this.#known?.delete(ref);
      else this.#known?.set(ref, after);
    }
    return isMoved;
  }

  close(): void {
    this.#mover.close();
  }

  async #all(): Promise<Known> {
    if (this.#known) return this.#known;
    const moves = this.#moves;
    const words = ['for-each-ref', '--format=%(objectname) %(refname)'];
    const { output } = await runGit(this.#folder, words);
    // What was moved meanwhile may be there or not.
    if (moves !== this.#moves) return this.#all();
    const lines = output.split('\n').filter((line) => line !== '');
    this.#known = new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
    return this.#known;
  }
}
