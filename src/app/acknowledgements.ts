import type { RepositoryJob } from '../reconcile/jobs/job.ts';

/** Of one installation: the rest is seen when its job has its turn. */
const mostWaiting = 20;

/** Shows that commands were seen, one after the other for each installation, so that a flood of them stays a trickle. */
export class Acknowledgements {
  readonly #acknowledge: (job: RepositoryJob, comment: string) => Promise<void>;
  readonly #chains = new Map<string, { waiting: number; last: Promise<void> }>();

  /** @param acknowledge must not throw */
  constructor(acknowledge: (job: RepositoryJob, comment: string) => Promise<void>) {
    this.#acknowledge = acknowledge;
  }

  /** @param comment its node id */
  add(job: RepositoryJob, comment: string): void {
    const chain = this.#chains.get(job.group) ?? { waiting: 0, last: Promise.resolve() };
    if (chain.waiting >= mostWaiting) return;
    chain.waiting += 1;
    chain.last = chain.last.then(async () => {
      await this.#acknowledge(job, comment);
      chain.waiting -= 1;
      if (chain.waiting === 0) this.#chains.delete(job.group);
    });
    this.#chains.set(job.group, chain);
  }

  /** Resolves when none waits. */
  async idle(): Promise<void> {
    await Promise.all(Array.from(this.#chains.values(), ({ last }) => last));
  }
}
