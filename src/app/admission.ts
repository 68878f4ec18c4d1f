import type { SharedState } from '../queue/shared-state.ts';
import { backgroundPriority, isAsked, type RepositoryJob } from '../reconcile/jobs/job.ts';
import type { AppJob } from './app-job.ts';

/** A job for an issue sends at most so many requests that write, except one that has to start again. */
const writesOfJob = 3;

/** Keeps what jobs send within GitHub's limits, those of each installation. */
export class Admission {
  readonly #state: Pick<SharedState, 'pauses' | 'quota' | 'rateLimiter'>;

  constructor(state: Pick<SharedState, 'pauses' | 'quota' | 'rateLimiter'>) {
    this.#state = state;
  }

  /** In how many milliseconds to ask again whether a job may start; 0 where it may start now. */
  async admit(job: AppJob): Promise<number> {
    const { pauses, quota, rateLimiter } = this.#state;
    const paused = await pauses.delayOf(job.group);
    if (paused > 0) return paused;
    const delay = job.priority >= backgroundPriority ? await quota.delayOf(job.group) : 0;
    if (delay > 0 || !writes(job)) return delay;
    return rateLimiter.admit(job.group, writesOfJob, {
      sender: job.lane,
      isUrgent: isAsked(job),
    });
  }

  /** Counts a request of a job that writes. */
  countWrite({ group, lane }: AppJob): void {
    this.#state.rateLimiter.spent(group, lane);
  }

  /** Gives back what a job was admitted and did not send. */
  async release({ group, lane }: AppJob): Promise<void> {
    await this.#state.rateLimiter.release(group, lane);
  }

  /** Whether what others have to say has room beside one more request for a job's repository. */
  async hasRoom({ group, lane }: RepositoryJob): Promise<boolean> {
    const { pauses, rateLimiter } = this.#state;
    return (await pauses.delayOf(group)) === 0 && rateLimiter.hasRoom(group, lane);
  }
}

function writes({ kind }: AppJob): boolean {
  return kind === 'issue' || kind === 'onboarding' || kind === 'pull-check';
}
