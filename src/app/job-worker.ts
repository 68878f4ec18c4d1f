import { configurationPath } from '../config/configuration.ts';
import { Limited } from '../github/client/limited.ts';
import type { Queue } from '../queue/queue.ts';
import type { FollowUp } from '../reconcile/jobs/follow-up.ts';
import type { RepositoryJob } from '../reconcile/jobs/job.ts';
import type { Reconciler } from '../reconcile/jobs/reconciler.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Clock } from '../time/clock.ts';
import type { Admission } from './admission.ts';
import { type AppJob, isForRepository } from './app-job.ts';
import type { Onboarding } from './onboarding/onboarding.ts';
import { onboardingJob } from './onboarding/onboarding-job.ts';
import type { PullChecks } from './pull-check/pull-checks.ts';
import type { Sweeper } from './sweep/sweeper.ts';

/**
 * Should the process end that a job waits in, another one takes it up after so long, in milliseconds: as a killed server's
 * jobs are. One that waits longer, as behind many logos, may be drawn by two servers, of which one's is used.
 */
const takenUpAfter = 30_000;

/** What is to be done after a job of the app. */
type AppFollowUp = Omit<FollowUp, 'jobs'> & { readonly jobs: readonly AppJob[] };

/** Runs the jobs of a queue by a reconciler, and adds to the queue what follows from them. */
export class JobWorker {
  readonly #reconciler: Pick<Reconciler, 'run'>;
  readonly #sweeper: () => Sweeper;
  readonly #onboarding: Pick<Onboarding, 'run' | 'isOver'>;
  readonly #pullChecks: Pick<PullChecks, 'run' | 'missed'>;
  readonly #isConfigured: (job: RepositoryJob) => boolean;
  readonly #clock: Clock;
  readonly #admission: Admission;
  readonly #queue: () => Pick<Queue<AppJob>, 'add' | 'isShared'>;
  readonly #logger: Logger;
  readonly #retries = new Set<Promise<void>>();

  constructor(options: {
    readonly reconciler: Pick<Reconciler, 'run'>;
    readonly sweeper: () => Sweeper;
    readonly onboarding: Pick<Onboarding, 'run' | 'isOver'>;
    readonly pullChecks: Pick<PullChecks, 'run' | 'missed'>;
    /** Whether a repository that was just looked at has a configuration. */
    readonly isConfigured: (job: RepositoryJob) => boolean;
    readonly clock: Clock;
    readonly admission: Admission;
    /** The queue, which is made with this worker. */
    readonly queue: () => Pick<Queue<AppJob>, 'add' | 'isShared'>;
    readonly logger: Logger;
  }) {
    this.#reconciler = options.reconciler;
    this.#sweeper = options.sweeper;
    this.#onboarding = options.onboarding;
    this.#pullChecks = options.pullChecks;
    this.#isConfigured = options.isConfigured;
    this.#clock = options.clock;
    this.#admission = options.admission;
    this.#queue = options.queue;
    this.#logger = options.logger;
  }

  /** @throws Error where a job could not be done, or what follows from it not be stored */
  async run(job: AppJob): Promise<void> {
    try {
      const { jobs, retryAfter, failure } = await this.#followUpOf(job);
      await this.#queue().add(...jobs);
      if (retryAfter) await this.#retryAfter(retryAfter, job);
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
  onFailure(job: AppJob, error: unknown): void {
    this.#logger.warn('A job failed; the next sweep retries it', { job, error });
  }

  async #followUpOf(job: AppJob): Promise<AppFollowUp> {
    if (job.kind === 'onboarding') {
      await this.#onboarding.run(job);
      return { jobs: [] };
    }
    if (job.kind === 'pull-check') return { jobs: await this.#pullChecks.run(job) };
    if (isForRepository(job)) {
      const followUp = await this.#withOnboarding(job, await this.#reconciler.run(job));
      return this.#withPullChecks(job, followUp);
    }
    const jobs =
      job.kind === 'sweep'
        ? await this.#sweeper().listInstallations()
        : await this.#sweeper().listWork(job.installation, job.isNew);
    return { jobs };
  }

  /** A push may change the lists from which a configuration was proposed, or make that needless. */
  async #withOnboarding(job: RepositoryJob, followUp: FollowUp): Promise<AppFollowUp> {
    const { installation } = job;
    if (job.kind !== 'list' || job.isSweep || installation === undefined) return followUp;
    const isTouched = job.paths?.includes(configurationPath) === true;
    if (!isTouched && this.#isConfigured(job)) return followUp;
    if (await this.#onboarding.isOver(job)) return followUp;
    return {
      ...followUp,
      jobs: [...followUp.jobs, onboardingJob({ ...job, installation }, false)],
    };
  }

  /** A sweep finds pull requests that nobody told us of. */
  async #withPullChecks(job: RepositoryJob, followUp: AppFollowUp): Promise<AppFollowUp> {
    const { owner, name, installation } = job;
    const { changedPulls = [] } = followUp;
    if (installation === undefined || changedPulls.length === 0) return followUp;
    const checks = await this.#pullChecks.missed({ owner, name, installation }, changedPulls);
    return { ...followUp, jobs: [...followUp.jobs, ...checks] };
  }

  /** Resolves when no job waits to be added again. */
  async idle(): Promise<void> {
    while (this.#retries.size > 0) await Promise.all(this.#retries);
  }

  /** Should this process end before, another one takes it up, or the sweep finds it among those that failed. */
  async #retryAfter(ready: Promise<void>, job: AppJob): Promise<void> {
    const queue = this.#queue();
    if (queue.isShared) {
      await queue.add({ ...job, notBefore: this.#clock.now() + takenUpAfter });
    }
    const added = ready
      .then(() => queue.add(job))
      .catch((error: unknown) => this.onFailure(job, error))
      .finally(() => this.#retries.delete(added));
    this.#retries.add(added);
  }
}
