import type { CommitObject } from './git-objects.ts';

/** A commit on the way from two others to what they have in common. */
interface Step {
  readonly oid: string;
  /** Whether it can be reached from the first, and from the second. */
  readonly isFirst: boolean;
  readonly isSecond: boolean;
  /** How many are waiting that only the second reaches. */
  readonly waiting: number;
}

/**
 * What comes after what, kept in memory. A commit's generation is greater than that of all its ancestors: those who walk
 * from the greatest downward know a commit's descendants before it.
 */
export class History {
  readonly #read: (oid: string) => Promise<CommitObject>;
  readonly #parents = new Map<string, readonly string[]>();
  readonly #generations = new Map<string, number>();

  constructor(read: (oid: string) => Promise<CommitObject>) {
    this.#read = read;
  }

  /** Whether everything in one commit is in another too. */
  async contains(later: string, earlier: string): Promise<boolean> {
    await this.#load(later, earlier);
    const lowest = this.#generation(earlier);
    const seen = new Set([later]);
    // What is added to a set while it is gone through is gone through as well.
    for (const oid of seen) {
      if (oid === earlier) return true;
      if (this.#generation(oid) <= lowest) continue;
      for (const parent of this.#parents.get(oid) ?? []) seen.add(parent);
    }
    return false;
  }

  /** The commits of `head` that `base` has not, each after its parents. @param base none: all of them */
  async between(base: string | undefined, head: string): Promise<string[]> {
    await this.#load(head, ...(base === undefined ? [] : [base]));
    const found: string[] = [];
    for (const { oid, isFirst, isSecond, waiting } of this.#walk(base, head)) {
      if (isSecond && !isFirst) found.push(oid);
      if (waiting === 0) break;
    }
    return found.reverse();
  }

  /** The last commit that both have, if there is one. */
  async mergeBase(one: string, other: string): Promise<string | undefined> {
    await this.#load(one, other);
    for (const { oid, isFirst, isSecond } of this.#walk(one, other)) {
      if (isFirst && isSecond) return oid;
    }
    return undefined;
  }

  *#walk(first: string | undefined, second: string): Generator<Step> {
    const marks = new Map<string, { isFirst: boolean; isSecond: boolean }>();
    const byGeneration: string[][] = [];
    let waiting = 0;
    const mark = (oid: string, isFirst: boolean, isSecond: boolean) => {
      const known = marks.get(oid);
      const generation = this.#generation(oid);
      if (!known) byGeneration[generation] = [...(byGeneration[generation] ?? []), oid];
      const merged = {
        isFirst: isFirst || (known?.isFirst ?? false),
        isSecond: isSecond || (known?.isSecond ?? false),
      };
      const wasWaiting = known?.isSecond === true && !known.isFirst;
      const isWaiting = merged.isSecond && !merged.isFirst;
      waiting += Number(isWaiting) - Number(wasWaiting);
      marks.set(oid, merged);
    };
    if (first !== undefined) mark(first, true, false);
    mark(second, false, true);
    for (let generation = byGeneration.length - 1; generation > 0; generation -= 1) {
      // Whatever is marked on the way is of a smaller generation.
      for (const oid of byGeneration[generation] ?? []) {
        const { isFirst = false, isSecond = false } = marks.get(oid) ?? {};
        if (isSecond && !isFirst) waiting -= 1;
        for (const parent of this.#parents.get(oid) ?? []) mark(parent, isFirst, isSecond);
        yield { oid, isFirst, isSecond, waiting };
      }
    }
  }

  async #load(...oids: readonly string[]): Promise<void> {
    let frontier = oids.filter((oid) => !this.#parents.has(oid));
    while (frontier.length > 0) {
      const commits = await Promise.all(frontier.map((oid) => this.#read(oid)));
      for (const { oid, parents } of commits) this.#parents.set(oid, parents);
      const next = new Set(commits.flatMap(({ parents }) => parents));
      frontier = [...next].filter((oid) => !this.#parents.has(oid));
    }
  }

  /** 1 for a commit without parents. Without recursion: histories are long. */
  #generation(wanted: string): number {
    const open = [wanted];
    for (let oid = open.at(-1); oid !== undefined; oid = open.at(-1)) {
      const parents = this.#parents.get(oid) ?? [];
      const unknown = parents.filter((parent) => !this.#generations.has(parent));
      if (unknown.length > 0 && !this.#generations.has(oid)) {
        open.push(...unknown);
        continue;
      }
      const above = parents.map((parent) => this.#generations.get(parent) ?? 0);
      if (!this.#generations.has(oid)) this.#generations.set(oid, 1 + Math.max(0, ...above));
      open.pop();
    }
    return this.#generations.get(wanted) ?? 1;
  }
}
