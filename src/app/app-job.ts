import type { Job } from '../queue/queue.ts';
import { backgroundPriority, mergeJobs, type RepositoryJob } from '../reconcile/jobs/job.ts';
import { mergeOnboardingJobs, type OnboardingJob } from './onboarding/onboarding-job.ts';
import { mergePullCheckJobs, type PullCheckJob } from './pull-check/pull-check-job.ts';

/** A job of the app: for a repository, or one that finds these. Plain JSON, as the queue wants it. */
export type AppJob = RepositoryJob | SweepJob | InstallationJob | OnboardingJob | PullCheckJob;

/** Lists where the app is installed. */
export interface SweepJob extends Job {
  readonly kind: 'sweep';
}

/** Finds the configured repositories of an installation. */
export interface InstallationJob extends Job {
  readonly kind: 'installation';
  readonly installation: number;
  /** Whether it was made a short time ago, so that its repositories may still lack what follows from that. */
  readonly isNew: boolean;
}

/** Makes a job that looks everywhere for what is due or was missed. */
export function sweepJob(): SweepJob {
  const place = { lane: 'sweep', key: 'sweep', group: 'app' };
  return { kind: 'sweep', ...place, priority: backgroundPriority };
}

/** Makes a job that does so in one installation. */
export function installationJob(installation: number, isNew: boolean): InstallationJob {
  const group = String(installation);
  const place = { lane: `installation ${group}`, key: 'sweep', group };
  return { kind: 'installation', installation, isNew, ...place, priority: backgroundPriority };
}

/** Makes one job of two for the same thing. Pure, as the queue wants it. */
export function mergeAppJobs(waiting: AppJob, added: AppJob): AppJob {
  if (waiting.kind === 'onboarding' && added.kind === 'onboarding') {
    return mergeOnboardingJobs(waiting, added);
  }
  if (waiting.kind === 'pull-check' && added.kind === 'pull-check') {
    return mergePullCheckJobs(waiting, added);
  }
  if (waiting.kind === 'installation' && added.kind === 'installation') {
    return { ...added, isNew: waiting.isNew || added.isNew };
  }
  return isForRepository(waiting) && isForRepository(added) ? mergeJobs(waiting, added) : added;
}

/** Whether a job is for one repository. */
export function isForRepository(job: AppJob): job is RepositoryJob {
  return job.kind === 'issue' || job.kind === 'list';
}
