import type { RepositoryName } from '../github/repository-name.ts';
import { listJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type { ConfigurationCache } from '../reconcile/observe/configuration-cache.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { GithubApp } from './github-app.ts';
import { readInstallations, readRepositories } from './read-installed.ts';

/** What a sweep works with. */
export interface SweeperOptions {
  readonly github: GithubApp;
  readonly configurations: ConfigurationCache;
  readonly add: (job: RepositoryJob) => void;
  readonly logger: Logger;
}

/** How many installations are asked at a time. GitHub has limits for each of them. */
const atOnce = 4;

/** Finds the repositories that we are to look at: those with a configuration. */
export class Sweeper {
  readonly #options: SweeperOptions;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  /** Adds a job for each configured repository. @throws RequestFailed where it cannot be told where the app is installed */
  async sweep(): Promise<void> {
    const { github, logger } = this.#options;
    await github.bot();
    const installations = await readInstallations(await github.appClient());
    const left = installations.values();
    let repositories = 0;
    const sweepSome = async () => {
      for (const installation of left) repositories += await this.#sweepAll(installation);
    };
    await Promise.all(Array.from({ length: atOnce }, sweepSome));
    logger.info('Swept', { installations: installations.length, repositories });
  }

  /** Adds a job for each that is configured, of some repositories. @throws RequestFailed */
  async sweepSome(installation: number, repositories: readonly RepositoryName[]): Promise<void> {
    const { github, configurations, add } = this.#options;
    const client = await github.client(installation, () => {});
    for (const repository of await configurations.refresh(client, repositories)) {
      add(listJob({ installation, ...repository }, { isSweep: true }));
    }
  }

  /** @returns how many repositories the installation has */
  async #sweepAll(installation: number): Promise<number> {
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
