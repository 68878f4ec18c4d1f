import { type GithubClient, RequestFailed } from '../../github/client/github-client.ts';
import { Limited } from '../../github/client/limited.ts';
import { BlobTexts } from '../../github/tree/blob-texts.ts';
import type { Throttle } from '../../queue/limits/throttle.ts';
import { inProcessState, type SharedState } from '../../queue/shared-state.ts';
import { Behind } from '../observe/behind.ts';
import { RefusalMemory } from '../observe/notes/refusal-memory.ts';
import { OwnComments } from '../observe/own-comments.ts';
import { NotReady } from '../prepare/not-ready.ts';
import type { Services } from '../services.ts';
import { acknowledge } from './acknowledge.ts';
import type { FollowUp } from './follow-up.ts';
import {
  type IssueJob,
  isAsked,
  isSwept,
  issueJob,
  issueLane,
  type ListJob,
  type RepositoryJob,
} from './job.ts';
import { type DueIssue, listDueIssues } from './list-due-issues.ts';
import { reconcileIssue } from './reconcile-issue.ts';

/** What a reconciler works with. */
export interface ReconcilerOptions
  extends Omit<Services, 'client' | 'isAsked' | 'ownComments' | 'refusals' | 'texts'> {
  /** Gives a client for a job's repository. Is asked before each job. */
  readonly client: (job: RepositoryJob) => Promise<GithubClient>;
  /** What is kept between jobs; this process's memory, if left out. */
  readonly state?: Pick<SharedState, 'failedIssues' | 'sweepTimes' | 'throttle' | 'memory'>;
}

/** A job that failed. */
export interface FailedJob {
  readonly job: RepositoryJob;
  readonly error: unknown;
}

/** What became of several jobs. */
export interface RunResult {
  readonly failed: readonly FailedJob[];
  /** Those for which there was no time, or that would meet a limit of GitHub's. */
  readonly left: readonly RepositoryJob[];
}

const minute = 60_000;

/** At the first sweep nobody knows how long we were away; a week is more than webhooks can be had again. */
const longestAway = 7 * 24 * 60 * minute;

/** What ran a moment ago may have been cut off, or have had no place in the line. */
const recently = 2 * 60 * minute;

/** GitHub's clock and ours may differ, and a webhook may have been on its way. */
const margin = 5 * minute;

/** So long a job looks again for what GitHub does not show yet; later the sweep finds it. Replicas lag by seconds. */
const longestLag = minute;

/** So many failures in a row are told to the operator. */
const manyFailures = 3;

const firstDelay = 1_000;

/** A push may be told before all is shown that came of it, as that a pull request is merged. In milliseconds. */
const settlingTime = 3_000;

/** Of the jobs that go on answering commands in an issue: somebody gives very many. */
const furtherAnswers = { burst: 3, firstDelay: 2 * minute, longestDelay: 30 * minute };

/**
 * Reconciles issues: observes what each asks for and what is there, and applies the difference. It knows no webhook, no app
 * and no queue: whoever has a client can run one job (`run`), or one job and all that follow from it (`runAll`).
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #state: Pick<SharedState, 'failedIssues' | 'sweepTimes'>;
  readonly #furtherAnswers: Throttle;
  readonly #ownComments: OwnComments;
  readonly #texts = new BlobTexts();
  readonly #refusals: RefusalMemory;

  constructor(options: ReconcilerOptions) {
    const { clock, state = inProcessState({ clock }) } = options;
    this.#options = options;
    this.#state = state;
    this.#ownComments = new OwnComments(state.memory('own-comment'));
    this.#refusals = new RefusalMemory(state.memory('refusal'));
    this.#furtherAnswers = state.throttle('further-answers', furtherAnswers);
  }

  /**
   * Runs one job.
   *
   * @returns what follows from it, which it does not do itself
   * @throws Error where the job could not be done
   */
  async run(job: RepositoryJob): Promise<FollowUp> {
    return job.kind === 'issue' ? this.#runIssue(job) : this.#runList(job);
  }

  /**
   * Runs jobs and everything that follows from them, one after the other and within this call: where no queue is at hand. What a
   * sweep finds is left out where the same issue was reconciled within this call.
   *
   * @param until no job begins later: milliseconds since 1970
   */
  async runAll(
    first: readonly RepositoryJob[],
    until: number = Number.POSITIVE_INFINITY,
  ): Promise<RunResult> {
    const { clock } = this.#options;
    const failed: FailedJob[] = [];
    const done = new Set<string>();
    const waiting = [...first];
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const start = Math.max(clock.now(), job.notBefore ?? 0);
      if (start >= until) return { failed, left: [job, ...waiting] };
      if (start > clock.now()) await clock.wait(start - clock.now());
      try {
        const { jobs, retryAfter, failure } = await this.run(job);
        waiting.push(...jobs.filter((each) => !isSwept(each) || !done.has(each.key)));
        if (failure !== undefined) failed.push({ job, error: failure });
        if (retryAfter === undefined) done.add(job.key);
        else {
          await retryAfter;
          waiting.unshift(job);
        }
      } catch (error) {
        failed.push({ job, error });
        // The others would meet the same limit.
        if (error instanceof Limited) return { failed, left: waiting };
      }
    }
    return { failed, left: [] };
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
    const client = await this.#options.client(job);
    const memories = {
      ownComments: this.#ownComments,
      refusals: this.#refusals,
      texts: this.#texts,
    };
    return { ...this.#options, ...memories, client, isAsked: isAsked(job) };
  }

  /** An issue whose job failed is looked at again by every sweep, until a job for it succeeds. */
  async #runIssue(job: IssueJob): Promise<FollowUp> {
    const { owner, name, lane, number, expected = { threads: [] } } = job;
    const { failedIssues } = this.#state;
    const now = this.#options.clock.now();
    const isLastLook = now - (expected.since ?? now) >= longestLag;
    const issueRef = { ...job, repository: { owner, name }, expected, isLastLook };
    let hasMoreCommands: boolean;
    try {
      hasMoreCommands = await reconcileIssue(issueRef, await this.#servicesFor(job));
    } catch (error) {
      await this.#noteFailure(job, error);
      if (error instanceof NotReady) return { jobs: [], retryAfter: error.ready };
      if (error instanceof Behind) return { jobs: [this.#later(job, error)] };
      throw error;
    }
    await failedIssues.delete(lane, number);
    if (!hasMoreCommands) return { jobs: [] };
    const notBefore = await this.#furtherAnswers.next(`${lane} ${number}`);
    return { jobs: [issueJob(job, number, { isNew: false, urgency: 'recheck', notBefore })] };
  }

  /** What passes by itself is no failure of the issue's own: it is looked at again by each sweep. */
  async #noteFailure({ owner, name, lane, number }: IssueJob, error: unknown): Promise<void> {
    const { failedIssues } = this.#state;
    const isPassing = [NotReady, Behind, Limited, RequestFailed].some(
      (kind) => error instanceof kind,
    );
    const failures = await failedIssues.add(lane, number, isPassing ? undefined : String(error));
    if (isPassing || failures < manyFailures) return;
    const { logger } = this.#options;
    logger.error('An issue fails again and again', { owner, name, number, failures, error });
  }

  /** The job, for when GitHub may show more. Each delay is as long as all before it. */
  #later(job: IssueJob, { message }: Behind): IssueJob {
    const { clock, logger } = this.#options;
    const { owner, name, number, expected = { threads: [] } } = job;
    const now = clock.now();
    const { since = now } = expected;
    const delay = Math.max(firstDelay, now - since);
    const notBefore = Math.min(now + delay, since + longestLag);
    logger.info('GitHub does not show the change yet', { owner, name, number, message, delay });
    return { ...job, expected: { ...expected, since }, notBefore };
  }

  async #runList(job: ListJob): Promise<FollowUp> {
    const { owner, name, lane, paths, isSweep, onlyRecent = false } = job;
    const { failedIssues, sweepTimes } = this.#state;
    const now = this.#options.clock.now();
    const away = onlyRecent ? recently : longestAway;
    const since = ((await sweepTimes.get(lane)) ?? now - away) - margin;
    const services = await this.#servicesFor(job);
    // What was asked for while the configuration was broken had no answer.
    const isFixed = paths?.includes(services.client.configurationPath) === true;
    const found = await listDueIssues(
      {
        repository: { owner, name },
        paths,
        onlyRecent,
        missedSince: isSweep ? new Date(since) : isFixed ? new Date(now - longestAway) : undefined,
      },
      services,
    );
    const later = isSweep ? {} : { notBefore: now + settlingTime };
    const jobFor = ({ number, isNew }: DueIssue) => {
      const urgency = isSweep ? 'sweep' : isNew ? 'recheck' : 'rebuild';
      return issueJob(job, number, { isNew, urgency, ...later });
    };
    const failed = await failedIssues.list(issueLane(job));
    const isKnown = new Set(failed.map(({ issue }) => issue));
    const due = found.due.filter(({ number }) => !isKnown.has(number));
    // Where something changed, what failed before may succeed.
    const again = failed.filter(({ isDue }) => isDue || !isSweep);
    const all = [...due, ...again.map(({ issue: number }) => ({ number, isNew: true }))];
    const { changedPulls, failure } = found;
    const followUp = { jobs: all.map(jobFor), changedPulls };
    // What is not known is asked for again by the next sweep, from the same time on.
    if (failure !== undefined) return { ...followUp, failure };
    if (isSweep && !onlyRecent) await sweepTimes.set(lane, now);
    return followUp;
  }
}
