import type { Job } from './queue.ts';

/** Allows one job to run. */
export interface Permit {
  /** Gives it back. */
  release(): void;
}

type Holder = Pick<Job, 'group' | 'priority'>;

/**
 * A semaphore whose permits are shared: no group holds more than half of them, so that another one finds one; and background
 * jobs hold no more than half of what there is for them otherwise.
 */
export class Semaphore {
  readonly #permits: number;
  readonly #background: number;
  readonly #holders = new Set<Holder>();

  /** @param background jobs of this priority and behind it nobody waits for */
  constructor(permits: number, background: number) {
    this.#permits = permits;
    this.#background = background;
  }

  /** How many permits a group holds. */
  heldBy(group: string): number {
    return this.#count((each) => each.group === group);
  }

  canAcquire({ group, priority }: Holder): boolean {
    if (this.#holders.size >= this.#permits) return false;
    const ofGroup = halfOf(this.#permits);
    if (this.heldBy(group) >= ofGroup) return false;
    if (priority < this.#background) return true;
    const isBackground = (each: Holder) => each.priority >= this.#background;
    const isBackgroundOfGroup = (each: Holder) => isBackground(each) && each.group === group;
    return (
      this.#count(isBackground) < halfOf(this.#permits) &&
      this.#count(isBackgroundOfGroup) < halfOf(ofGroup)
    );
  }

  /** To be called where `canAcquire` says so. */
  acquire({ group, priority }: Holder): Permit {
    const holder = { group, priority };
    this.#holders.add(holder);
    return { release: () => this.#holders.delete(holder) };
  }

  #count(isMeant: (each: Holder) => boolean): number {
    let count = 0;
    for (const each of this.#holders) if (isMeant(each)) count += 1;
    return count;
  }
}

function halfOf(count: number): number {
  return Math.max(1, Math.floor(count / 2));
}
