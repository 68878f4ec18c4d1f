import { checkPull } from '../../check/pull/check-pull.ts';
import { describePullCheck } from '../../check/pull/describe-pull-check.ts';
import { type GithubClient, RequestFailed } from '../../github/client/github-client.ts';
import {
  findCheckRun,
  type OwnCheckRun,
  publishCheckRun,
} from '../../github/pull-check/check-runs.ts';
import { type ChangedFiles, readChangedFiles } from '../../github/pull-check/read-changed-files.ts';
import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Memory } from '../../queue/shared-state.ts';
import type { ConfigurationCache } from '../../reconcile/observe/configuration-cache.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { loadTemplates } from '../../templates.ts';
import type { Clock } from '../../time/clock.ts';
import { type PullCheckJob, type PullTarget, pullCheckJob } from './pull-check-job.ts';

/** How long it is remembered which commit of a pull request was looked at, in milliseconds. */
const retention = 7 * 24 * 60 * 60_000;

/** So long a job looks again for what GitHub does not show yet, in milliseconds. */
const longestLag = 60_000;
const firstDelay = 1_000;

/** A request that failed is retried so often, after half a minute, then after four times as long each time. */
const mostRetries = 4;
const retryDelay = 30_000;
/** One that GitHub refuses is retried once: what was just pushed may not be known to all of GitHub yet. */
const mostAfterRefusal = 1;

/** A sweep finds so many pull requests at most, the newest ones. */
const mostMissed = 50;

/** Without it, and until an owner has accepted it, nothing is checked. */
const permission = 'checks';

/** What pull requests are checked with. */
export interface PullChecksOptions {
  /** The commits that were looked at. */
  readonly memory: Memory<string>;
  readonly client: (job: PullCheckJob) => Promise<GithubClient>;
  readonly configurations: ConfigurationCache;
  /** Our own login, as `powered-by[bot]`. */
  readonly bot: () => Promise<string>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Checks pull requests that people open, and says in a check run what they would break. */
export class PullChecks {
  readonly #options: PullChecksOptions;

  constructor(options: PullChecksOptions) {
    this.#options = options;
  }

  /**
   * Looks at a pull request as it is now, and makes the check run of its newest commit, if there is none.
   *
   * @returns what follows from it
   * @throws RequestFailed, Limited
   */
  async run(job: PullCheckJob): Promise<readonly PullCheckJob[]> {
    const { clock, logger } = this.#options;
    try {
      return await this.#check(job);
    } catch (error) {
      const { isRerequested, changedAt, failures = 0 } = job;
      if (!(error instanceof RequestFailed) || isLastTry(job, error)) throw error;
      logger.info('A pull request could not be checked; it is retried', { job, error });
      const notBefore = clock.now() + retryDelay * 4 ** failures;
      const wanted = { isRerequested, ...(changedAt !== undefined && { changedAt }) };
      return [pullCheckJob(job, { ...wanted, failures: failures + 1, notBefore })];
    }
  }

  async #check(job: PullCheckJob): Promise<readonly PullCheckJob[]> {
    const { clock, logger, memory } = this.#options;
    const { owner, name, isRerequested, changedAt = 0, since = clock.now() } = job;
    const repository = { owner, name };
    const client = await this.#options.client(job);
    if (!(await client.mayWrite(permission))) {
      const what = { owner, name, number: job.number, permission: `${permission}: write` };
      logger.info('A pull request is not checked: the app lacks a permission', what);
      return [];
    }
    const number = job.number ?? (await this.#pullOf(client, job));
    if (number === undefined) return [];
    const change = await readChangedFiles(client, repository, number);
    const waited = clock.now() - since;
    const isBehind = !change || change.updatedAt.getTime() < changedAt;
    if (isBehind && changedAt > 0 && waited < longestLag) {
      const notBefore = clock.now() + Math.max(firstDelay, waited);
      return [pullCheckJob(job, { isRerequested, changedAt, since, notBefore })];
    }
    if (!change) return [];
    const { headOid: head } = change;
    const key = keyOf(repository, number);
    if (!isRerequested && (await memory.get(key)) === head) return [];
    try {
      await this.#publish(client, job, { ...change, number });
    } catch (error) {
      const isRefused = error instanceof RequestFailed && error.isRefusal;
      if (!isRefused || !isLastTry(job, error)) throw error;
      logger.warn('A pull request cannot be checked: GitHub refuses a request', { job, error });
    }
    // One for another branch may become one for the default branch with the same commit.
    if (change.isForDefaultBranch) await memory.set(key, head, retention);
    return [];
  }

  /** Makes the check run of a commit, or continues one that was cut off. */
  async #publish(
    client: GithubClient,
    job: PullCheckJob,
    change: ChangedFiles & { readonly number: number },
  ): Promise<void> {
    const { owner, name, isRerequested } = job;
    const repository = { owner, name };
    const { headOid: head, number: pull } = change;
    const known = await this.#options.configurations.get(client, job);
    const report = await checkPull(client, repository, change, known?.read);
    if (!report) return;
    const found = await this.#findRun(client, repository, head);
    if (found?.isCompleted && !isRerequested) return;
    const content = describePullCheck(
      report,
      loadTemplates(report.language, client.configurationPath),
    );
    // Asked for again, it is another one: annotations can only be added.
    const begun = found?.isCompleted ? undefined : found;
    await publishCheckRun(client, repository, { head, pull, begun }, content);
  }

  /** GitHub does not say of which pull request a fork's commit is; our check run does. */
  async #pullOf(client: GithubClient, job: PullCheckJob): Promise<number | undefined> {
    const { head } = job;
    return head === undefined ? undefined : (await this.#findRun(client, job, head))?.pull;
  }

  async #findRun(
    client: GithubClient,
    repository: RepositoryName,
    head: string,
  ): Promise<OwnCheckRun | undefined> {
    const slug = (await this.#options.bot()).replace(/\[bot\]$/, '');
    return findCheckRun(client, repository, head, slug);
  }

  /** The jobs for those of a repository's open pull requests whose newest commit was not looked at. */
  async missed(
    repository: Omit<PullTarget, 'number' | 'head'>,
    pulls: readonly { readonly number: number; readonly headOid: string }[],
  ): Promise<readonly PullCheckJob[]> {
    const jobs: PullCheckJob[] = [];
    for (const { number, headOid } of pulls.slice(0, mostMissed)) {
      const known = await this.#options.memory.get(keyOf(repository, number));
      if (known !== headOid) jobs.push(pullCheckJob({ ...repository, number }));
    }
    return jobs;
  }
}

function isLastTry({ failures = 0 }: PullCheckJob, { isRefusal }: RequestFailed): boolean {
  return failures >= (isRefusal ? mostAfterRefusal : mostRetries);
}

function keyOf(repository: RepositoryName, number: number): string {
  return `${repositoryKey(repository)} ${number}`;
}
