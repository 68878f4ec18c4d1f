import type { Throttle } from '../queue/limits/throttle.ts';
import type { SharedState } from '../queue/shared-state.ts';
import { issueJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type { KnownWriters } from '../reconcile/observe/writers/known-writers.ts';
import type { Clock } from '../time/clock.ts';
import type { Person } from './jobs-for-webhook.ts';

const minute = 60_000;

/** Of one person in one issue: a submission, and some edits and commands. Each may be a push, and workflows that run. */
const inIssue = { burst: 5, firstDelay: 2 * minute, longestDelay: 30 * minute };

/** Of one person wherever one installation is. */
const inAll = { burst: 10, firstDelay: minute, longestDelay: 30 * minute };

/**
 * Keeps what one person does from keeping the app busy: who goes on changing one issue waits longer and longer, for one job
 * that does all of it; who does a lot everywhere gets a lower priority. Who was seen to be a writer never waits.
 */
export class PersonThrottle {
  readonly #writers: KnownWriters;
  readonly #clock: Clock;
  readonly #inIssue: Throttle;
  readonly #inAll: Throttle;

  constructor(writers: KnownWriters, state: Pick<SharedState, 'throttle'>, clock: Clock) {
    this.#writers = writers;
    this.#clock = clock;
    this.#inIssue = state.throttle('person-in-issue', inIssue);
    this.#inAll = state.throttle('person-in-all', inAll);
  }

  /**
   * The job that a person caused, when it is its time.
   *
   * @param isCommand commands are counted for themselves: who gives the first may turn out to be a writer
   */
  async throttle(job: RepositoryJob, person: Person, isCommand: boolean): Promise<RepositoryJob> {
    if (job.kind === 'list' || this.#writers.has(job, person.login)) return job;
    const [notBefore, all] = await Promise.all([
      this.#inIssue.next(`${job.lane} ${job.key} ${person.id} ${isCommand}`),
      this.#inAll.next(`${job.group} ${person.id}`),
    ]);
    const now = this.#clock.now();
    const isBusy = all > now;
    if (notBefore <= now && !isBusy) return job;
    const { number } = job;
    return issueJob(job, number, { ...job, urgency: 'recheck', notBefore });
  }
}
