import type { Queue } from '../../queue/queue.ts';
import type { SweepTimes } from '../../queue/shared-state.ts';
import { listJob } from '../../reconcile/jobs/job.ts';
import type {
  ConfigurationCache,
  ListedRepository,
} from '../../reconcile/observe/configuration-cache.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { Clock } from '../../time/clock.ts';
import { type AppJob, type InstallationJob, installationJob, sweepJob } from '../app-job.ts';
import type { GithubApp } from '../github-app.ts';
import type { Onboarding } from '../onboarding/onboarding.ts';
import { onboardingJob } from '../onboarding/onboarding-job.ts';
import { type ActiveInstallation, readInstallations, readRepositories } from './read-installed.ts';

/** What a sweep works with. */
export interface SweeperOptions {
  readonly github: GithubApp;
  readonly configurations: ConfigurationCache;
  readonly onboarding: Pick<Onboarding, 'isOver'>;
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

/** Within so long, in milliseconds, a sweep looks whether a webhook about a repository without a configuration was lost. */
const recently = 60 * 60_000;

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
    return installations.map((each) => installationJob(each.id, this.#isNew(each)));
  }

  /** Jobs for the repositories of an installation. @param isNew whether it changed a short time ago @throws RequestFailed */
  async listWork(installation: number, isNew: boolean): Promise<readonly AppJob[]> {
    const client = await this.#options.github.client(installation, () => {});
    return this.#listWork(installation, await readRepositories(client), isNew);
  }

  /** Adds a job for each that has work, of some repositories. @param isNew whether the app was installed on them a short time ago @throws RequestFailed */
  async sweepSome(
    installation: number,
    repositories: readonly ListedRepository[],
    isNew: boolean,
  ): Promise<void> {
    await this.#options.queue.add(...(await this.#listWork(installation, repositories, isNew)));
  }

  /** Adds a job for each configured repository of an installation. @returns how many repositories it has */
  async sweepInstallation(installation: number, isNew: boolean): Promise<number> {
    const { github, logger } = this.#options;
    try {
      const client = await github.client(installation, () => {});
      const repositories = await readRepositories(client);
      await this.sweepSome(installation, repositories, isNew);
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
        const swept = await this.sweepInstallation(installation.id, this.#isNew(installation));
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
  async #installations(): Promise<readonly ActiveInstallation[]> {
    const { github } = this.#options;
    await github.bot();
    return readInstallations(await github.appClient());
  }

  #isNew({ changedAt }: ActiveInstallation): boolean {
    return this.#options.clock.now() - changedAt < recently;
  }

  /** Configured repositories are swept; to others a configuration is proposed. What was proposed before is looked after. */
  async #listWork(
    installation: number,
    repositories: readonly ListedRepository[],
    isNew: boolean,
  ): Promise<readonly AppJob[]> {
    const { github, configurations, onboarding, clock } = this.#options;
    const client = await github.client(installation, () => {});
    const configured = await configurations.refresh(client, repositories);
    const sweeps = configured.map(({ owner, name }) =>
      listJob({ installation, owner, name }, { isSweep: true }),
    );
    const isConfigured = new Set(configured);
    const changedSince = clock.now() - recently;
    const due: AppJob[] = [];
    for (const each of repositories) {
      const { owner, name, pushedAt } = each;
      const isPushed = pushedAt !== undefined && pushedAt.getTime() >= changedSince;
      // One that was configured a short time ago may still have the proposal's branch.
      const isDue = isPushed || (isNew && !isConfigured.has(each));
      if (!isDue || (await onboarding.isOver(each))) continue;
      due.push(onboardingJob({ installation, owner, name }, isNew));
    }
    return [...sweeps, ...due];
  }
}
