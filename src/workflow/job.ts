import type { RepositoryName } from '../github/repository-name.ts';
import type { Job } from '../queue/queue.ts';

/** What is to be made so. */
export type RepositoryJob = IssueJob | ListJob;

interface CommonJob extends Job, RepositoryName {
  /** Of the app, through which the repository is reached. */
  readonly installation: number;
}

/** Makes what an issue asks for so. */
export interface IssueJob extends CommonJob {
  readonly kind: 'issue';
  /** Of the issue, or of a pull request of ours for it. */
  readonly number: number;
  /** Who gave commands, as far as that is known. */
  readonly logins: readonly string[];
  /** Whether something may be asked for that is new. */
  readonly isNew: boolean;
}

/** Finds the issues of a repository that a job is due for. */
export interface ListJob extends CommonJob {
  readonly kind: 'list';
  /** The files that changed on the default branch; nothing where any may have. */
  readonly paths: readonly string[] | undefined;
  /** Whether webhooks may have been missed, so that every issue that changed of late is looked at. */
  readonly isSweep: boolean;
}

/** Lower goes first: what people wait for, then what finds work, then what follows a change of the pages. */
const priorities = { ask: 0, list: 1, rebuild: 2 } as const;

interface Place extends RepositoryName {
  readonly installation: number;
}

/** Makes a job for an issue. */
export function issueJob(
  place: Place,
  number: number,
  { logins = [], isNew = true }: Partial<Pick<IssueJob, 'logins' | 'isNew'>> = {},
): IssueJob {
  const priority = isNew ? priorities.ask : priorities.rebuild;
  return { ...commonOf(place, `issue ${number}`, priority), kind: 'issue', number, logins, isNew };
}

/** Makes a job that finds others. */
export function listJob(
  place: Place,
  { paths, isSweep = false }: Partial<Pick<ListJob, 'paths' | 'isSweep'>> = {},
): ListJob {
  return { ...commonOf(place, 'list', priorities.list), kind: 'list', paths, isSweep };
}

/** Makes one job of two for the same thing. */
export function mergeJobs(waiting: RepositoryJob, added: RepositoryJob): RepositoryJob {
  if (waiting.kind === 'issue' && added.kind === 'issue') {
    const logins = [...new Set([...waiting.logins, ...added.logins])];
    return { ...added, logins, isNew: waiting.isNew || added.isNew };
  }
  if (waiting.kind === 'list' && added.kind === 'list') {
    const paths =
      waiting.paths && added.paths ? [...new Set([...waiting.paths, ...added.paths])] : undefined;
    return { ...added, paths, isSweep: waiting.isSweep || added.isSweep };
  }
  return added;
}

function commonOf({ installation, owner, name }: Place, key: string, priority: number): CommonJob {
  const lane = `${owner}/${name}`.toLowerCase();
  return { installation, owner, name, lane, key, priority };
}
