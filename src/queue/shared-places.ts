import type { Job } from './queue.ts';

/** A job that has a place. */
export interface RunningJob {
  /** Gives the place back. */
  end(): void;
}

type Sharer = Pick<Job, 'group' | 'priority'>;

/**
 * A number of places for jobs. No group has more than half of them, so that another one finds one; and what nobody waits
 * for has no more than half of what there is for it otherwise.
 */
export class SharedPlaces {
  readonly #count: number;
  readonly #background: number;
  readonly #taken = new Set<Sharer>();

  /** @param background jobs of this priority and behind it nobody waits for */
  constructor(count: number, background: number) {
    this.#count = count;
    this.#background = background;
  }

  /** How many a group has. */
  countOf(group: string): number {
    return this.#countOf((each) => each.group === group);
  }

  isFreeFor({ group, priority }: Sharer): boolean {
    if (this.#taken.size >= this.#count) return false;
    const ofGroup = halfOf(this.#count);
    if (this.countOf(group) >= ofGroup) return false;
    if (priority < this.#background) return true;
    const isBehind = (each: Sharer) => each.priority >= this.#background;
    const isBehindInGroup = (each: Sharer) => isBehind(each) && each.group === group;
    return (
      this.#countOf(isBehind) < halfOf(this.#count) &&
      this.#countOf(isBehindInGroup) < halfOf(ofGroup)
    );
  }

  take({ group, priority }: Sharer): RunningJob {
    const taken = { group, priority };
    this.#taken.add(taken);
    return { end: () => this.#taken.delete(taken) };
  }

  #countOf(isMeant: (each: Sharer) => boolean): number {
    let count = 0;
    for (const each of this.#taken) if (isMeant(each)) count += 1;
    return count;
  }
}

function halfOf(count: number): number {
  return Math.max(1, Math.floor(count / 2));
}
