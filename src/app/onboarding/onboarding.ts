import type { GithubClient } from '../../github/client/github-client.ts';
import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Memory } from '../../queue/shared-state.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { onboard } from './onboard.ts';
import type { OnboardingJob } from './onboarding-job.ts';

/** How long it is remembered that a repository needs no look, in milliseconds. */
const retention = 7 * 24 * 60 * 60_000;

/** Proposes configurations, and remembers where there is nothing to look after, so that pushes there cost no request. */
export class Onboarding {
  readonly #over: Memory<true>;
  readonly #client: (job: OnboardingJob) => Promise<GithubClient>;
  readonly #logger: Logger;

  constructor(options: {
    readonly memory: Memory<true>;
    readonly client: (job: OnboardingJob) => Promise<GithubClient>;
    readonly logger: Logger;
  }) {
    this.#over = options.memory;
    this.#client = options.client;
    this.#logger = options.logger;
  }

  /** @throws RequestFailed, Limited */
  async run(job: OnboardingJob): Promise<void> {
    const isOver = await onboard(job, await this.#client(job), this.#logger);
    if (isOver) await this.#over.set(repositoryKey(job), true, retention);
    else await this.#over.delete(repositoryKey(job));
  }

  /** Whether no proposal of ours is known to be open in a repository that was looked at. */
  async isOver(repository: RepositoryName): Promise<boolean> {
    return (await this.#over.get(repositoryKey(repository))) === true;
  }

  /** Lets the next job look again, as after an installation. */
  async forget(repository: RepositoryName): Promise<void> {
    await this.#over.delete(repositoryKey(repository));
  }
}
