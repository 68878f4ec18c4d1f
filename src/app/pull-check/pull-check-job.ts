import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Job } from '../../queue/queue.ts';
import { backgroundPriority } from '../../reconcile/jobs/job.ts';

/** Checks what a pull request does to the configuration, the form and the lists. */
export interface PullCheckJob extends Job, RepositoryName {
  readonly kind: 'pull-check';
  readonly installation: number;
  /** Undefined where only its newest commit is known. */
  readonly number: number | undefined;
  readonly head?: string;
  /** Whether somebody asked for the check again: it runs even if it was done. */
  readonly isRerequested: boolean;
  /** When the pull request changed, as a webhook told it: what is read is not older. In milliseconds since 1970. */
  readonly changedAt?: number;
  /** How often it has failed. */
  readonly failures?: number;
}

/** The pull request to check. */
export type PullTarget = Pick<PullCheckJob, 'owner' | 'name' | 'installation' | 'number' | 'head'>;

/** Makes a job for a pull request. Nobody waits for it as for an answer. */
export function pullCheckJob(
  { installation, owner, name, number, head }: PullTarget,
  how: Partial<
    Pick<PullCheckJob, 'isRerequested' | 'changedAt' | 'since' | 'failures' | 'notBefore'>
  > = {},
): PullCheckJob {
  return {
    kind: 'pull-check',
    installation,
    owner,
    name,
    number,
    ...(head !== undefined && { head }),
    isRerequested: false,
    ...how,
    lane: `${repositoryKey({ owner, name })} checks`,
    key: number === undefined ? `commit ${head}` : `pull ${number}`,
    group: String(installation),
    priority: backgroundPriority,
  };
}

/** Makes one job of two for the same pull request. */
export function mergePullCheckJobs(waiting: PullCheckJob, added: PullCheckJob): PullCheckJob {
  const changedAt = Math.max(waiting.changedAt ?? 0, added.changedAt ?? 0);
  return {
    ...added,
    isRerequested: waiting.isRerequested || added.isRerequested,
    ...(changedAt > 0 && { changedAt }),
  };
}
