import { Acknowledgements } from './app/acknowledgements.ts';
import { GithubApp, type GithubAppOptions } from './app/github-app.ts';
import { jobsForWebhook } from './app/jobs-for-webhook.ts';
import { readInstallations, readRepositories } from './app/read-installed.ts';
import { warmUp } from './app/warm-up.ts';
import type { DownloadOptions } from './download/download-logo.ts';
import { type Clock, systemClock } from './queue/clock.ts';
import { InProcessQueue } from './queue/in-process-queue.ts';
import { githubPace, Pace, type PaceLimit } from './queue/pace.ts';
import { ConfigurationStore } from './workflow/configuration-store.ts';
import { listJob, mergeJobs, type RepositoryJob } from './workflow/job.ts';
import { type DrawnLogos, LogoDesk } from './workflow/logo-desk.ts';
import { RunJob } from './workflow/run-job.ts';

/** How the app is run. */
export interface AppOptions extends GithubAppOptions {
  /** From where logos come; GitHub, unless told otherwise. */
  readonly downloads?: DownloadOptions;
  /** Logos that were drawn already, for apps that share them. */
  readonly drawnLogos?: DrawnLogos;
  readonly clock?: Clock;
  /** How many requests may write in a time, for an installation. */
  readonly pace?: readonly PaceLimit[];
}

/** A webhook as it came: nothing of it is believed yet. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`; the same when it is delivered again. */
  readonly id: string;
  /** The event: `X-GitHub-Event`. */
  readonly name: string;
  /** `X-Hub-Signature-256`: `sha256=` and 64 hexadecimal digits. */
  readonly signature: string;
  readonly body: string;
}

/** What became of a delivery. */
export type DeliveryOutcome = 'taken' | 'bad-signature' | 'unreadable';

/** How often the sweep comes, in milliseconds. */
const sweepInterval = 15 * 60 * 1000;

/**
 * The app: webhooks come in, jobs are named for them and run. What a webhook says is a hint of where to look; one that is
 * lost is made good by the sweep, which looks everywhere.
 */
export class PoweredBy {
  readonly #github: GithubApp;
  readonly #queue: InProcessQueue<RepositoryJob>;
  readonly #acknowledgements: Acknowledgements;
  readonly #options: AppOptions;
  readonly #clock: Clock;
  readonly #handling = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #lastSweep: Date | undefined;

  constructor(options: AppOptions) {
    const { observer, logger, downloads = {}, clock = systemClock } = options;
    this.#options = options;
    this.#clock = clock;
    this.#github = new GithubApp(options);
    warmUp(logger);
    const pace = new Pace(options.pace ?? githubPace, clock);
    const runner = new RunJob({
      client: ({ installation, lane }) =>
        this.#github.client(installation, () => pace.spent(String(installation), lane)),
      add: (job) => this.#queue.add(job),
      configurations: new ConfigurationStore(),
      logos: new LogoDesk(downloads, observer, options.drawnLogos),
      clock,
      observer,
      logger,
    });
    this.#acknowledgements = new Acknowledgements((job, comment) =>
      runner.acknowledge(job, comment),
    );
    this.#queue = new InProcessQueue<RepositoryJob>({
      run: (job) => runner.run(job),
      merge: mergeJobs,
      admit: (job, signal) => admit(job, pace, signal),
      onFailure: (job, error) =>
        logger.warn('A job failed; the sweep takes it up again', { job, error }),
      observer,
    });
  }

  /** Checks a delivery's signature and takes it; returns at once, its jobs run later. */
  async receive(delivery: Delivery): Promise<DeliveryOutcome> {
    const { webhooks } = await this.#github.probot.ready();
    const { id, name, signature, body } = delivery;
    if (!(await webhooks.verify(body, signature))) return 'bad-signature';
    const payload = parseObject(body);
    if (!payload) return 'unreadable';
    const handling = this.#handle(id, name, payload).finally(() => this.#handling.delete(handling));
    this.#handling.add(handling);
    return 'taken';
  }

  /** Makes every open submission so, wherever the app is installed, and takes up what was missed. */
  async sweep(): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#github.bot();
      const installations = await readInstallations(await this.#github.appClient());
      let repositories = 0;
      for (const installation of installations) {
        repositories += await this.#sweepInstallation(installation);
      }
      logger.info('Swept', { installations: installations.length, repositories });
      this.#lastSweep = new Date(this.#clock.now());
    } catch (error) {
      logger.error('The sweep did not come to its end', { error });
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
    } while (this.#handling.size > 0);
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
      for (const job of work.jobs) this.#queue.add(job);
      const [job] = work.jobs;
      if (job && work.command !== undefined) this.#acknowledgements.add(job, work.command);
    } catch (error) {
      logger.warn('A webhook could not be handled; the sweep takes it up', {
        delivery,
        event,
        error,
      });
    }
  }

  /** @returns how many repositories it has */
  async #sweepInstallation(installation: number): Promise<number> {
    try {
      const client = await this.#github.client(installation, () => {});
      const repositories = await readRepositories(client);
      for (const repository of repositories) {
        this.#queue.add(listJob({ installation, ...repository }, { isSweep: true }));
      }
      return repositories.length;
    } catch (error) {
      // One that was taken back or suspended meanwhile must not keep the others from being swept.
      this.#options.logger.warn('An installation could not be swept', { installation, error });
      return 0;
    }
  }
}

/** A job for an issue sends at most so many requests that write, but for one that has to begin anew. */
const writesOfJob = 3;

async function admit(job: RepositoryJob, pace: Pace, signal: AbortSignal): Promise<void> {
  if (job.kind === 'list') return;
  await pace.admit(String(job.installation), writesOfJob, { sender: job.lane, signal });
}

function parseObject(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
