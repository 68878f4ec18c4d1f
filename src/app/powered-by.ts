import type { DownloadOptions } from '../download/download-logo.ts';
import { InProcessQueue } from '../queue/in-process-queue.ts';
import { PointsReserve } from '../queue/points-reserve.ts';
import { githubRateLimits, type RateLimit, RateLimiter } from '../queue/rate-limiter.ts';
import {
  backgroundPriority,
  isAsked,
  mergeJobs,
  type RepositoryJob,
} from '../reconcile/jobs/job.ts';
import { JobRunner } from '../reconcile/jobs/job-runner.ts';
import { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import { KnownWriters } from '../reconcile/observe/known-writers.ts';
import type { DrawnLogos } from '../reconcile/prepare/drawings.ts';
import { LogoLoader } from '../reconcile/prepare/logo-loader.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { GithubApp, type GithubAppOptions } from './github-app.ts';
import { jobsForWebhook } from './jobs-for-webhook.ts';
import { PersonThrottle } from './person-throttle.ts';
import { Sweeper } from './sweeper.ts';
import { warmUp } from './warm-up-app.ts';

/** How the app is run. */
export interface AppOptions extends GithubAppOptions {
  /** From where logos come; GitHub, unless told otherwise. */
  readonly downloads?: DownloadOptions;
  /** Logos that were drawn already, for apps that share them. */
  readonly drawnLogos?: DrawnLogos;
  readonly clock?: Clock;
  /** How many requests may write in a time, for an installation. */
  readonly pace?: readonly RateLimit[];
  /** How long a job waits for its logo to be drawn before others go first, in milliseconds; 2,000, if left out. */
  readonly drawingPatience?: number;
  /** Whether who asks for the same again and again has to wait; so, unless there is nobody to be spared. */
  readonly isThrottled?: boolean;
}

/** A webhook whose signature was checked. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`; the same when it is delivered again. */
  readonly id: string;
  /** The event: `X-GitHub-Event`. */
  readonly name: string;
  readonly payload: object;
}

/** How often the sweep comes, in milliseconds. */
const sweepInterval = 15 * 60 * 1000;

/**
 * The app: webhooks come in, jobs are named for them and run. What a webhook says is a hint of where to look; one that is
 * lost is made good by the sweep, which looks everywhere.
 */
export class PoweredBy {
  readonly #github: GithubApp;
  readonly #queue: InProcessQueue<RepositoryJob>;
  readonly #runner: JobRunner;
  readonly #sweeper: Sweeper;
  readonly #pace: RateLimiter;
  readonly #points: PointsReserve;
  readonly #personThrottle: PersonThrottle;
  readonly #acknowledgements: Acknowledgements;
  readonly #options: AppOptions;
  readonly #clock: Clock;
  readonly #handling = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #lastSweep: Date | undefined;

  constructor(options: AppOptions) {
    const {
      telemetry,
      logger,
      downloads = {},
      clock = systemClock,
      drawingPatience,
      drawnLogos,
    } = options;
    this.#options = options;
    this.#clock = clock;
    this.#points = new PointsReserve(clock);
    this.#github = new GithubApp({ ...options, telemetry: this.#observingPoints() });
    warmUp(logger);
    this.#pace = new RateLimiter(options.pace ?? githubRateLimits, clock);
    const configurations = new ConfigurationCache();
    const writers = new KnownWriters();
    const add = (job: RepositoryJob) => this.#queue.add(job);
    const drawing = {
      ...(drawingPatience !== undefined && { patience: drawingPatience }),
      ...(drawnLogos && { drawn: drawnLogos }),
    };
    this.#runner = new JobRunner({
      client: ({ installation, lane }) =>
        this.#github.client(installation, () => this.#pace.spent(String(installation), lane)),
      add,
      configurations,
      logos: new LogoLoader(downloads, telemetry, { clock, ...drawing }),
      writers,
      clock,
      telemetry,
      logger,
    });
    this.#sweeper = new Sweeper({ github: this.#github, configurations, add, logger });
    this.#personThrottle = new PersonThrottle(writers, clock);
    this.#acknowledgements = new Acknowledgements((job, comment) =>
      this.#runner.acknowledge(job, comment),
    );
    this.#queue = new InProcessQueue<RepositoryJob>({
      run: (job) => this.#run(job),
      merge: mergeJobs,
      admit: (job) => this.#admit(job),
      background: backgroundPriority,
      clock,
      onFailure: (job, error) =>
        logger.warn('A job failed; the sweep takes it up again', { job, error }),
      telemetry,
    });
  }

  /** Takes a delivery; returns at once, its jobs run later. */
  receive({ id, name, payload }: Delivery): void {
    const handling = this.#handle(id, name, payload).finally(() => this.#handling.delete(handling));
    this.#handling.add(handling);
  }

  /** Makes every open submission so, wherever the app is installed, and takes up what was missed. */
  async sweep(): Promise<void> {
    try {
      await this.#sweeper.sweep();
      this.#lastSweep = new Date(this.#clock.now());
    } catch (error) {
      this.#options.logger.error('The sweep did not come to its end', { error });
    }
  }

  /** Sweeps now and every 15 minutes, until the app is stopped. */
  async keepSweeping(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.sweep();
      await this.#clock.wait(sweepInterval, signal).catch(() => {});
    }
  }

  /** When a sweep last came to its end. */
  lastSweep(): Date | undefined {
    return this.#lastSweep;
  }

  /** The jobs that wait and run. */
  jobs(): {
    readonly waiting: readonly RepositoryJob[];
    readonly running: readonly RepositoryJob[];
  } {
    return { waiting: this.#queue.waiting(), running: this.#queue.running() };
  }

  /** Resolves when everything that came in is done. */
  async idle(): Promise<void> {
    do {
      await Promise.all(this.#handling);
      await this.#acknowledgements.idle();
      await this.#queue.idle();
      await this.#runner.idle();
    } while (this.#handling.size + this.#queue.size.waiting + this.#queue.size.running > 0);
  }

  /**
   * Takes no more.
   *
   * @param milliseconds how long running jobs are waited for at most; the sweep finds what they leave
   */
  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort();
    await this.#queue.stop(milliseconds);
  }

  async #handle(delivery: string, event: string, payload: object): Promise<void> {
    const { logger } = this.#options;
    try {
      const work = jobsForWebhook(event, payload, await this.#github.bot());
      const { person, installed, command } = work;
      const isFree = !person || this.#options.isThrottled === false;
      const jobs = isFree
        ? work.jobs
        : work.jobs.map((job) => this.#personThrottle.pace(job, person, command !== undefined));
      for (const job of jobs) this.#queue.add(job);
      const [job] = jobs;
      if (job && command !== undefined) this.#acknowledge(job, command);
      if (installed) {
        await this.#sweeper.sweepSome(installed.installation, installed.repositories);
      }
    } catch (error) {
      logger.warn('A webhook could not be handled; the sweep takes it up', {
        delivery,
        event,
        error,
      });
    }
  }

  /** Shows that a command was seen, where its job comes soon, and what others have to say has room beside it. */
  #acknowledge(job: RepositoryJob, command: string): void {
    const hasRoom = this.#pace.hasRoom(String(job.installation), job.lane);
    if (isAsked(job) && hasRoom) this.#acknowledgements.add(job, command);
  }

  #admit(job: RepositoryJob): number {
    const key = String(job.installation);
    const pause = job.priority >= backgroundPriority ? this.#points.pauseOf(key) : 0;
    if (pause > 0 || job.kind === 'list') return pause;
    return this.#pace.admit(key, writesOfJob, { sender: job.lane, isUrgent: isAsked(job) });
  }

  async #run(job: RepositoryJob): Promise<void> {
    try {
      await this.#runner.run(job);
    } finally {
      this.#pace.release(String(job.installation), job.lane);
    }
  }

  #observingPoints(): Telemetry {
    const { telemetry } = this.#options;
    return {
      ...telemetry,
      rateLimit: (installation, remaining) => {
        this.#points.note(installation, remaining);
        telemetry.rateLimit(installation, remaining);
      },
    };
  }
}

/** A job for an issue sends at most so many requests that write, but for one that has to begin anew. */
const writesOfJob = 3;
