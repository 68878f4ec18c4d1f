import type { RepositoryJob } from './job.ts';
import type { ChangedPull } from './list-missed.ts';

/** What is to be done after a job. */
export interface FollowUp {
  /** Jobs to run next. */
  readonly jobs: readonly RepositoryJob[];
  /** The job itself is retried when this resolves; it never rejects. */
  readonly retryAfter?: Promise<void>;
  /** Open pull requests of others that changed a short time ago, with their newest commits. */
  readonly changedPulls?: readonly ChangedPull[];
  /** Why there may be more jobs: they could not all be found. */
  readonly failure?: unknown;
}
