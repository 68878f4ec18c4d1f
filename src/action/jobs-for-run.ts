import * as z from 'zod';
import { jobsForWebhook } from '../app/jobs-for-webhook.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import { issueJob, listJob, type RepositoryJob } from '../reconcile/jobs/job.ts';
import { pullToCheck } from './pull-to-check.ts';

/** What started a workflow run: the same payload as a webhook's, but without an installation. */
export interface RunEvent {
  /** As `issue_comment`. */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a run is asked to do. */
export interface RunTask {
  readonly event?: RunEvent | undefined;
  /** Issues, or pull requests of ours. */
  readonly issues?: readonly number[];
  /** Whether everything is looked at that may be due. */
  readonly isSweep?: boolean;
}

const dispatchInputs = z.object({
  inputs: z.object({ issue: z.coerce.number().int().positive() }),
});

/**
 * Names the jobs of a run: those that the App would have for the same webhook, and then those for what other runs left. GitHub
 * keeps one run waiting in a line, and cancels it when another comes.
 */
export function jobsForRun(
  repository: RepositoryName,
  { event, issues = [], isSweep = false }: RunTask,
): readonly RepositoryJob[] {
  const named = issues.map((number) => issueJob(repository, number));
  const sweep = listJob(repository, { isSweep: true });
  if (isSweep) return [...named, sweep];
  if (!event) return named;
  const { name, payload } = event;
  if (name === 'workflow_dispatch') {
    const asked = dispatchInputs.safeParse(payload).data?.inputs.issue;
    return asked === undefined ? [sweep] : [issueJob(repository, asked)];
  }
  if (name === 'schedule') return [sweep];
  // A fork's run may only read, so that it leaves to others what is due.
  if (pullToCheck(event)?.isOurs === false) return named;
  const webhook = name === 'pull_request_target' ? 'pull_request' : name;
  // Nobody's doing is left out: who shares our account may be anybody.
  const { jobs } = jobsForWebhook(webhook, payload, '');
  return [...jobs, listJob(repository, { isSweep: true, onlyRecent: true })];
}
