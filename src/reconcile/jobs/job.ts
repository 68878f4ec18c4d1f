import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Job } from '../../queue/queue.ts';
import { type Expectations, mergeExpectations } from '../observe/expectations.ts';

/** A job for a repository. Plain JSON, as the queue wants it. */
export type RepositoryJob = IssueJob | ListJob;

type CommonJob = Job & JobTarget;

/** Reconciles an issue. */
export interface IssueJob extends CommonJob {
  readonly kind: 'issue';
  /** Of the issue, or of a pull request of ours for it. */
  readonly number: number;
  /** Whether something may be asked for that is new. */
  readonly isNew: boolean;
  /** What a webhook told of, which reads may not show yet. */
  readonly expected?: Expectations;
}

/** Finds the issues of a repository that a job is due for. */
export interface ListJob extends CommonJob {
  readonly kind: 'list';
  /** The files that changed on the default branch; left out where any may have. */
  readonly paths?: readonly string[];
  /** Whether webhooks may have been missed, so that every issue that changed recently is looked at. */
  readonly isSweep: boolean;
  /** Whether a sweep leaves it at what changed a short time ago. */
  readonly onlyRecent?: true;
}

/**
 * Lower goes first: what people wait for; what finds work; what would be in conflict otherwise; what somebody asks for again
 * and again, or had problems before; and what only makes sure that nothing was missed.
 */
const priorities = { ask: 0, list: 1, rebuild: 2, recheck: 3, sweep: 4 } as const;

/** How urgent a job is. */
export type Urgency = keyof typeof priorities;

/** Of this priority are jobs that nobody waits for. */
export const backgroundPriority = priorities.sweep;

/** Whether somebody waits for what a job does. */
export function isAsked({ priority }: Pick<RepositoryJob, 'priority'>): boolean {
  return priority === priorities.ask;
}

/** Whether a job only makes sure that nothing was missed. */
export function isSwept({ priority }: Pick<RepositoryJob, 'priority'>): boolean {
  return priority === priorities.sweep;
}

/** The lane in which the issues of a repository are reconciled. */
export function issueLane(repository: RepositoryName): string {
  return repositoryKey(repository);
}

/** Where a job is to be done. */
export interface JobTarget extends RepositoryName {
  /** Of the app, through which the repository is reached; left out where there is none, as for an Action. */
  readonly installation?: number;
}

/** What may be otherwise about a job for an issue. */
export interface IssueJobOptions
  extends Partial<Pick<IssueJob, 'isNew' | 'notBefore' | 'expected'>> {
  readonly urgency?: Urgency;
}

/** Makes a job for an issue. */
export function issueJob(
  target: JobTarget,
  number: number,
  { isNew = true, urgency, notBefore, expected }: IssueJobOptions = {},
): IssueJob {
  const priority = priorities[urgency ?? (isNew ? 'ask' : 'rebuild')];
  const common = commonOf(target, { lane: issueLane(target), key: `issue ${number}`, priority });
  const time = notBefore === undefined ? {} : { notBefore };
  const told = expected === undefined ? {} : { expected };
  return { ...common, kind: 'issue', number, isNew, ...time, ...told };
}

/** Makes a job that finds others. It changes nothing, so that it need not wait for those. */
export function listJob(
  target: JobTarget,
  { paths, isSweep = false, onlyRecent }: Partial<Omit<ListJob, keyof CommonJob | 'kind'>> = {},
): ListJob {
  const priority = priorities[isSweep ? 'sweep' : 'list'];
  const common = commonOf(target, { lane: `${repositoryKey(target)} list`, key: 'list', priority });
  const limits = { ...(paths && { paths }), ...(onlyRecent && { onlyRecent }) };
  return { ...common, kind: 'list', isSweep, ...limits };
}

/** Makes one job of two for the same thing. Pure, as the queue wants it. */
export function mergeJobs(waiting: RepositoryJob, added: RepositoryJob): RepositoryJob {
  if (waiting.kind === 'issue' && added.kind === 'issue') {
    const told = [waiting, added].flatMap(({ expected }) => expected ?? []);
    const expected = told.length > 0 && { expected: told.reduce(mergeExpectations) };
    return { ...added, isNew: waiting.isNew || added.isNew, ...expected };
  }
  if (waiting.kind === 'list' && added.kind === 'list') {
    const { paths, onlyRecent: _, ...others } = added;
    const isSweep = waiting.isSweep || added.isSweep;
    if (!waiting.paths || !paths) return { ...others, isSweep };
    return { ...others, isSweep, paths: [...new Set([...waiting.paths, ...paths])] };
  }
  return added;
}

function commonOf(
  { installation, owner, name }: JobTarget,
  job: Pick<Job, 'lane' | 'key' | 'priority'>,
): CommonJob {
  const group = installation === undefined ? owner : String(installation);
  return { owner, name, group, ...job, ...(installation !== undefined && { installation }) };
}
