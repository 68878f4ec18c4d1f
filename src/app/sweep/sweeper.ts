import type { Queue } from '../../queue/queue.ts';
import type { SweepTimes } from '../../queue/shared-state.ts';
import { type ListJob, listJob } from '../../reconcile/jobs/job.ts';
import type {
  ConfigurationCache,
  ListedRepository,
} from '../../reconcile/observe/configuration-cache.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { Clock } from '../../time/clock.ts';
import { type AppJob, type InstallationJob, installationJob, sweepJob } from '../app-job.ts';
import type { GithubApp } from '../github-app.ts';
import { readInstallations, readRepositories } from './read-installed.ts';

/** What a sweep works with. */
export interface SweeperOptions {
  readonly github: GithubApp;
  readonly configurations: ConfigurationCache;
  readonly queue: Pick<Queue<AppJob>, 'add' | 'isShared'>;
  /** Where it is kept when the last sweep ended. */
  readonly sweepTimes: SweepTimes;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How many installations are asked at a time. GitHub has limits for each of them. */
const atOnce = 4;

/** How often the sweep comes, in milliseconds. */
const interval = 15 * 60 * 1000;

/** The same where several servers share the queue, which then adds the job. */
export const sweepCron = '*/15 * * * *';

/** What is no lane: when all were swept. */
const everywhere = 'everywhere';

/** Finds the repositories that we are to look at, those with a configuration, and adds a job for each. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #lastSweep: Date | undefined;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  /** When a sweep last came to its end: one of this process, or of another one when that was last looked for. */
  get lastSweep(): Date | undefined {
    return this.#lastSweep;
  }

  /** Finds out when a sweep last came to its end, whichever process's. */
  async findLastSweep(): Promise<Date | undefined> {
    const time = await this.#options.sweepTimes.get(everywhere);
    if (time !== undefined) this.#lastSweep = new Date(time);
    return this.#lastSweep;
  }

  /** Sweeps now and every 15 minutes, until it is aborted. Servers that share a queue take turns. */
  async keepSweeping(signal: AbortSignal): Promise<void> {
    const { queue, clock } = this.#options;
    while (!signal.aborted) {
      await (queue.isShared ? this.#sweepIfDue() : this.sweep());
      await clock.wait(interval, signal).catch(() => {});
    }
  }

  /** Adds a job for each configured repository, wherever the app is installed. */
  async sweep(): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#sweepAll();
    } catch (error) {
      logger.error('The sweep failed', { error });
    }
  }

  /** Jobs for all installations of the app. @throws RequestFailed */
  async listInstallations(): Promise<readonly InstallationJob[]> {
    const { logger } = this.#options;
    const installations = await this.#installations();
    await this.#noteSweep();
    logger.info('Swept', { installations: installations.length });
    return installations.map(installationJob);
  }

  /** Jobs for the configured repositories of an installation. @throws RequestFailed */
  async listConfigured(installation: number): Promise<readonly ListJob[]> {
    const client = await this.#options.github.client(installation, () => {});
    return this.#listConfigured(installation, await readRepositories(client));
  }

  /** Adds a job for each that is configured, of some repositories. @throws RequestFailed */
  async sweepSome(installation: number, repositories: readonly ListedRepository[]): Promise<void> {
    await this.#options.queue.add(...(await this.#listConfigured(installation, repositories)));
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

  /** Where servers share a queue, one that is started does not sweep again what another has swept. */
  async #sweepIfDue(): Promise<void> {
    const { clock, logger, queue } = this.#options;
    try {
      const last = await this.findLastSweep();
      if (!last || last.getTime() + interval <= clock.now()) await queue.add(sweepJob());
    } catch (error) {
      logger.error('The sweep failed', { error });
    }
  }

  async #sweepAll(): Promise<void> {
    const { logger } = this.#options;
    const installations = await this.#installations();
    const left = installations.values();
    let repositories = 0;
    const sweepNext = async () => {
      for (const installation of left) {
        const swept = await this.sweepInstallation(installation);
        repositories += swept;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sweepNext));
    await this.#noteSweep();
    logger.info('Swept', { installations: installations.length, repositories });
  }

  async #noteSweep(): Promise<void> {
    const { clock, sweepTimes } = this.#options;
    const now = clock.now();
    this.#lastSweep = new Date(now);
    await sweepTimes.set(everywhere, now);
  }

  /** @throws RequestFailed */
  async #installations(): Promise<readonly number[]> {
    const { github } = this.#options;
    await github.bot();
    return readInstallations(await github.appClient());
  }

  async #listConfigured(
    installation: number,
    repositories: readonly ListedRepository[],
  ): Promise<readonly ListJob[]> {
    const { github, configurations } = this.#options;
    const client = await github.client(installation, () => {});
    const configured = await configurations.refresh(client, repositories);
    return configured.map(({ owner, name }) =>
      listJob({ installation, owner, name }, { isSweep: true }),
    );
  }
}
