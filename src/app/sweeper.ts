import type { Queue } from '../queue/queue.ts';
import { listJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type {
  ConfigurationCache,
  ListedRepository,
} from '../reconcile/observe/configuration-cache.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Clock } from '../time/clock.ts';
import type { GithubApp } from './github-app.ts';
import { readInstallations, readRepositories } from './read-installed.ts';

/** What a sweep works with. */
export interface SweeperOptions {
  readonly github: GithubApp;
  readonly configurations: ConfigurationCache;
  readonly queue: Pick<Queue<RepositoryJob>, 'add'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How many installations are asked at a time. GitHub has limits for each of them. */
const atOnce = 4;

/** How often the sweep comes, in milliseconds. */
const interval = 15 * 60 * 1000;

/** Finds the repositories that we are to look at, those with a configuration, and adds a job for each. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #lastSweep: Date | undefined;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  /** When a sweep last came to its end. */
  get lastSweep(): Date | undefined {
    return this.#lastSweep;
  }

  /** Sweeps now and every 15 minutes, until it is aborted. */
  async keepSweeping(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.sweep();
      await this.#options.clock.wait(interval, signal).catch(() => {});
    }
  }

  /** Adds a job for each configured repository, wherever the app is installed. */
  async sweep(): Promise<void> {
    const { clock, logger } = this.#options;
    try {
      await this.#sweepAll();
      this.#lastSweep = new Date(clock.now());
    } catch (error) {
      logger.error('The sweep failed', { error });
    }
  }

  /** Adds a job for each that is configured, of some repositories. @throws RequestFailed */
  async sweepSome(installation: number, repositories: readonly ListedRepository[]): Promise<void> {
    const { github, configurations, queue } = this.#options;
    const client = await github.client(installation, () => {});
    const configured = await configurations.refresh(client, repositories);
    const jobs = configured.map(({ owner, name }) =>
      listJob({ installation, owner, name }, { isSweep: true }),
    );
    await Promise.all(jobs.map((job) => queue.add(job)));
  }

  async #sweepAll(): Promise<void> {
    const { github, logger } = this.#options;
    await github.bot();
    const installations = await readInstallations(await github.appClient());
    const left = installations.values();
    let repositories = 0;
    const sweepNext = async () => {
      for (const installation of left) {
        const swept = await this.sweepInstallation(installation);
        repositories += swept;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sweepNext));
    logger.info('Swept', { installations: installations.length, repositories });
  }

  /** Adds a job for each configured repository of an installation. @returns how many repositories it has */
  async sweepInstallation(installation: number): Promise<number> {
    const { github, logger } = this.#options;
    try {
      const client = await github.client(installation, () => {});
      const repositories = await readRepositories(client);
      await this.sweepSome(installation, repositories);
      return repositories.length;
    } catch (error) {
      // One that was taken back or suspended meanwhile must not keep the others from being swept.
      logger.warn('An installation could not be swept', { installation, error });
      return 0;
    }
  }
}
