import { Throttle } from '../queue/throttle.ts';
import { issueJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type { KnownWriters } from '../reconcile/observe/known-writers.ts';
import type { Clock } from '../time/clock.ts';
import type { Person } from './jobs-for-webhook.ts';

const minute = 60_000;

/** Of one person in one issue: a submission, and some edits and commands. Each may be a push, and workflows that run. */
const inIssue = { prompt: 5, firstPause: 2 * minute, longestPause: 30 * minute };

/** Of one person wherever one installation is. */
const inAll = { prompt: 10, firstPause: minute, longestPause: 30 * minute };

/**
 * Keeps what one person does from keeping the app busy: who goes on changing one issue waits longer and longer, for one job
 * that does all of it; who does a lot everywhere stands behind the others. Who was seen to be a writer never waits.
 */
export class PersonThrottle {
  readonly #writers: KnownWriters;
  readonly #clock: Clock;
  readonly #inIssue: Throttle;
  readonly #inAll: Throttle;

  constructor(writers: KnownWriters, clock: Clock) {
    this.#writers = writers;
    this.#clock = clock;
    this.#inIssue = new Throttle(inIssue, clock);
    this.#inAll = new Throttle(inAll, clock);
  }

  /**
   * The job that a person caused, when it is its time.
   *
   * @param isCommand commands are counted for themselves: who gives the first may turn out to be a writer
   */
  pace(job: RepositoryJob, person: Person, isCommand: boolean): RepositoryJob {
    if (job.kind === 'list' || this.#writers.has(job, person.login)) return job;
    const now = this.#clock.now();
    const notBefore = this.#inIssue.next(`${job.lane} ${job.key} ${person.id} ${isCommand}`);
    const isBusy = this.#inAll.next(`${job.group} ${person.id}`) > now;
    if (notBefore <= now && !isBusy) return job;
    const { number, logins, isNew } = job;
    return issueJob(job, number, { logins, isNew, urgency: 'recheck', notBefore });
  }
}
