import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Job } from '../../queue/queue.ts';
import { backgroundPriority } from '../../reconcile/jobs/job.ts';

/** Proposes a configuration to a repository that has none, or keeps what was proposed up to date. */
export interface OnboardingJob extends Job, RepositoryName {
  readonly kind: 'onboarding';
  readonly installation: number;
  /** Whether a pull request may be opened, as after the installation; otherwise only one that is there is looked after. */
  readonly mayOpen: boolean;
}

/** Makes a job for a repository. Nobody waits for it. */
export function onboardingJob(
  { installation, owner, name }: RepositoryName & { readonly installation: number },
  mayOpen: boolean,
): OnboardingJob {
  return {
    kind: 'onboarding',
    installation,
    owner,
    name,
    mayOpen,
    lane: `${repositoryKey({ owner, name })} onboarding`,
    key: 'onboarding',
    group: String(installation),
    priority: backgroundPriority,
  };
}

/** Makes one job of two for the same repository. */
export function mergeOnboardingJobs(waiting: OnboardingJob, added: OnboardingJob): OnboardingJob {
  return { ...added, mayOpen: waiting.mayOpen || added.mayOpen };
}
