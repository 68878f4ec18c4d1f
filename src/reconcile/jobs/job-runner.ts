import { configurationPath } from '../../config/configuration.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { Throttle } from '../../queue/throttle.ts';
import { Postponed } from '../prepare/postponed.ts';
import type { Services } from '../services.ts';
import { acknowledge } from './acknowledge.ts';
import { type IssueJob, isAsked, issueJob, type ListJob, type RepositoryJob } from './job.ts';
import { type DueIssue, listDueIssues } from './list-due-issues.ts';
import { reconcileIssue } from './reconcile-issue.ts';

/** What jobs are run with. */
export interface JobRunnerOptions extends Omit<Services, 'client' | 'isAsked'> {
  readonly client: (job: RepositoryJob) => Promise<GithubClient>;
  readonly add: (job: RepositoryJob) => void;
}

const minute = 60_000;

/** At the first sweep nobody knows how long we were away; a week is more than webhooks can be had again. */
const longestAway = 7 * 24 * 60 * minute;

/** GitHub's clock and ours may differ, and a webhook may have been on its way. */
const margin = 5 * minute;

/** Runs jobs. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  /** By lane: when it was last swept, in milliseconds since 1970. */
  readonly #swept = new Map<string, number>();
  /** By lane: the numbers of issues whose last job did not succeed. */
  readonly #failed = new Map<string, Set<number>>();
  /** Of the jobs that go on answering commands in an issue: somebody gives very many. */
  readonly #furtherAnswers: Throttle;
  readonly #postponed = new Set<Promise<void>>();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    const pauses = { prompt: 3, firstPause: 2 * minute, longestPause: 30 * minute };
    this.#furtherAnswers = new Throttle(pauses, options.clock);
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

  /** Resolves when no job is postponed any more: each was added again. */
  async idle(): Promise<void> {
    while (this.#postponed.size > 0) await Promise.all(this.#postponed);
  }

  async #servicesFor(job: RepositoryJob): Promise<Services> {
    return { ...this.#options, client: await this.#options.client(job), isAsked: isAsked(job) };
  }

  /** An issue whose job failed is looked at again by every sweep, until a job for it succeeds. */
  async #settleOrRemember(job: IssueJob, services: Services): Promise<void> {
    const failed = this.#failed.get(job.lane) ?? new Set();
    failed.add(job.number);
    this.#failed.set(job.lane, failed);
    try {
      await this.#settle(job, services);
    } catch (error) {
      if (!(error instanceof Postponed)) throw error;
      this.#postpone(job, error);
      return;
    }
    failed.delete(job.number);
    if (failed.size === 0) this.#failed.delete(job.lane);
  }

  async #settle(job: IssueJob, services: Services): Promise<void> {
    const { owner, name, lane, number, logins, isNew } = job;
    const issueRef = { repository: { owner, name }, number, logins, isNew };
    const hasMoreCommands = await reconcileIssue(issueRef, services);
    if (!hasMoreCommands) return;
    const notBefore = this.#furtherAnswers.next(`${lane} ${number}`);
    this.#options.add(issueJob(job, number, { isNew: false, urgency: 'recheck', notBefore }));
  }

  #postpone(job: IssueJob, { until }: Postponed): void {
    const added = until.then(() => {
      this.#postponed.delete(added);
      this.#options.add(job);
    });
    this.#postponed.add(added);
  }

  async #list(job: ListJob, services: Services): Promise<void> {
    const { owner, name, lane, paths, isSweep } = job;
    const { clock, add } = this.#options;
    const now = clock.now();
    const since = (this.#swept.get(lane) ?? now - longestAway) - margin;
    // What was asked for while the configuration was broken had no answer.
    const isFixed = paths?.includes(configurationPath) === true;
    const found = await listDueIssues(
      {
        repository: { owner, name },
        paths,
        missedSince: isSweep ? new Date(since) : isFixed ? new Date(now - longestAway) : undefined,
      },
      services,
    );
    const jobFor = ({ number, isNew }: DueIssue) => {
      const urgency = isSweep ? 'sweep' : isNew ? 'recheck' : 'rebuild';
      return issueJob(job, number, { isNew, urgency });
    };
    for (const due of found.due) add(jobFor(due));
    const failed = this.#failed.get(jobFor({ number: 0, isNew: true }).lane) ?? [];
    for (const number of failed) add(jobFor({ number, isNew: true }));
    // What is not known is asked for again by the next sweep, from the same time on.
    if (found.failure) throw found.failure;
    if (isSweep) this.#swept.set(lane, now);
  }
}
