import { configurationPath } from '../config/configuration.ts';
import type { GithubClient } from '../github/github-client.ts';
import { acknowledge } from './acknowledge.ts';
import { type IssueJob, issueJob, type ListJob, type RepositoryJob } from './job.ts';
import { listIssues } from './list-issues.ts';
import type { Services } from './services.ts';
import { settleIssue } from './settle-issue.ts';

/** What jobs are run with. */
export interface RunJobOptions extends Omit<Services, 'client'> {
  readonly client: (job: RepositoryJob) => Promise<GithubClient>;
  readonly add: (job: RepositoryJob) => void;
}

/** At the first sweep nobody knows how long we were away; a week is more than webhooks can be had again. */
const longestAway = 7 * 24 * 60 * 60 * 1000;

/** GitHub's clock and ours may differ, and a webhook may have been on its way. */
const margin = 5 * 60 * 1000;

/** Runs jobs. */
export class RunJob {
  readonly #options: RunJobOptions;
  /** By lane: when it was last swept, in milliseconds since 1970. */
  readonly #swept = new Map<string, number>();
  /** By lane: the numbers of issues whose last job did not succeed. */
  readonly #failed = new Map<string, Set<number>>();

  constructor(options: RunJobOptions) {
    this.#options = options;
  }

  /** @throws Error where a job could not be done */
  async run(job: RepositoryJob): Promise<void> {
    const services = await this.#servicesFor(job);
    if (job.kind === 'issue') return this.#settleOrRemember(job, services);
    return this.#list(job, services);
  }

  /** Shows that a command was seen. That this fails is no harm: its job does it again. */
  async acknowledge(job: RepositoryJob, comment: string): Promise<void> {
    const { logger } = this.#options;
    try {
      await acknowledge(comment, job, await this.#servicesFor(job));
    } catch (error) {
      logger.info('A command could not be acknowledged', { job, error });
    }
  }

  async #servicesFor(job: RepositoryJob): Promise<Services> {
    return { ...this.#options, client: await this.#options.client(job) };
  }

  /** An issue whose job failed is looked at again by every sweep, until a job for it succeeds. */
  async #settleOrRemember(job: IssueJob, services: Services): Promise<void> {
    const failed = this.#failed.get(job.lane) ?? new Set();
    failed.add(job.number);
    this.#failed.set(job.lane, failed);
    await this.#settle(job, services);
    failed.delete(job.number);
    if (failed.size === 0) this.#failed.delete(job.lane);
  }

  async #settle(job: IssueJob, services: Services): Promise<void> {
    const { owner, name, number, logins, isNew } = job;
    await settleIssue({ repository: { owner, name }, number, logins, isNew }, services);
  }

  async #list(job: ListJob, services: Services): Promise<void> {
    const { owner, name, lane, paths, isSweep } = job;
    const { clock, add } = this.#options;
    const now = clock.now();
    const since = (this.#swept.get(lane) ?? now - longestAway) - margin;
    // What was asked for while the configuration was broken had no answer.
    const isMended = paths?.includes(configurationPath) === true;
    const due = await listIssues(
      {
        repository: { owner, name },
        paths,
        missedSince: isSweep ? new Date(since) : isMended ? new Date(now - longestAway) : undefined,
      },
      services,
    );
    if (isSweep) this.#swept.set(lane, now);
    for (const { number, isNew } of due) add(issueJob(job, number, { isNew }));
    for (const number of this.#failed.get(lane) ?? []) add(issueJob(job, number));
  }
}
