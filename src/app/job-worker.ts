import { Limited } from '../github/client/limited.ts';
import type { Queue } from '../queue/queue.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import type { Reconciler } from '../reconcile/jobs/reconciler.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Admission } from './admission.ts';

/** Runs the jobs of a queue by a reconciler, and adds to the queue what follows from them. */
export class JobWorker {
  readonly #reconciler: Reconciler;
  readonly #admission: Admission;
  readonly #queue: () => Pick<Queue<RepositoryJob>, 'add'>;
  readonly #logger: Logger;
  readonly #retries = new Set<Promise<void>>();

  constructor(options: {
    readonly reconciler: Reconciler;
    readonly admission: Admission;
    /** The queue, which is made with this worker. */
    readonly queue: () => Pick<Queue<RepositoryJob>, 'add'>;
    readonly logger: Logger;
  }) {
    this.#reconciler = options.reconciler;
    this.#admission = options.admission;
    this.#queue = options.queue;
    this.#logger = options.logger;
  }

  /** @throws Error where a job could not be done, or what follows from it not be stored */
  async run(job: RepositoryJob): Promise<void> {
    try {
      const { jobs, retryAfter, failure } = await this.#reconciler.run(job);
      await Promise.all(jobs.map((each) => this.#queue().add(each)));
      if (retryAfter) this.#retryAfter(retryAfter, job);
      if (failure !== undefined) throw failure;
    } catch (error) {
      if (!(error instanceof Limited)) throw error;
      // It keeps its place, and is not admitted before the installation's pause is over.
      await this.#queue().add(job);
    } finally {
      await this.#admission.release(job);
    }
  }

  /** Is told of a job that failed. */
  onFailure(job: RepositoryJob, error: unknown): void {
    this.#logger.warn('A job failed; the next sweep retries it', { job, error });
  }

  /** Resolves when no job waits to be added again. */
  async idle(): Promise<void> {
    while (this.#retries.size > 0) await Promise.all(this.#retries);
  }

  /** Should this process end before, the sweep finds the issue among those that failed, or by itself. */
  #retryAfter(ready: Promise<void>, job: RepositoryJob): void {
    const added = ready
      .then(() => this.#queue().add(job))
      .catch((error: unknown) => this.onFailure(job, error))
      .finally(() => this.#retries.delete(added));
    this.#retries.add(added);
  }
}
