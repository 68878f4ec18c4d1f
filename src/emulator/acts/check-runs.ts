import { Refusal } from '../refusal.ts';
import type { Account, CheckAnnotation, CheckRun, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { requireNotArchived, requireRole } from './rules.ts';

/** What a request says of a check run; what is left out stays. */
export interface CheckRunChange {
  readonly name?: string;
  readonly externalId?: string;
  readonly detailsUrl?: string;
  readonly status?: CheckRun['status'];
  readonly conclusion?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  /** They are added to those that are there. */
  readonly annotations?: readonly CheckAnnotation[];
}

/** The longest message of an annotation, in bytes. */
const longestMessage = 64 * 1024;
const longestAnnotationTitle = 255;

/** Says something of a commit that the repository knows, a fork's included. @throws Refusal */
export async function createCheckRun(
  world: World,
  repository: Repository,
  headOid: string,
  change: CheckRunChange,
): Promise<CheckRun> {
  requireNotArchived(repository);
  const object = await repository.git.read(headOid);
  if (object?.type !== 'commit' || object.oid !== headOid) {
    throw new Refusal('UNPROCESSABLE', `No commit found for SHA: ${headOid}`);
  }
  requireFit(change);
  const id = world.nextId();
  const run: CheckRun = {
    id,
    nodeId: world.nodeId('CR', id),
    headOid,
    startedAt: world.clock.now(),
    name: '',
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
  repository.checkRuns.push(run);
  take(world, run, change);
  return run;
}

/** Changes a check run, and adds annotations to it. @throws Refusal */
export function updateCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  change: CheckRunChange,
): void {
  requireNotArchived(repository);
  requireFit(change);
  world.touch();
  take(world, run, change);
}

function take(world: World, run: CheckRun, change: CheckRunChange): void {
  const { annotations = [], conclusion, ...plain } = change;
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  Object.assign(run, Object.fromEntries(given));
  run.annotations = [...run.annotations, ...annotations];
  if (conclusion === undefined) return;
  // A conclusion completes it, whatever else is said.
  Object.assign(run, { conclusion, status: 'completed', completedAt: world.clock.now() });
}

function requireFit({ status, conclusion, annotations = [] }: CheckRunChange): void {
  if (status === 'completed' && conclusion === undefined) {
    throw new Refusal('UNPROCESSABLE', 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  for (const { message, title = '', start_line: start, end_line: end } of annotations) {
    const isTooLong = Buffer.byteLength(message) > longestMessage;
    if (isTooLong || title.length > longestAnnotationTitle || message === '' || end < start) {
      throw new Refusal('UNPROCESSABLE', 'Validation Failed: annotations');
    }
  }
}

/** Asks for a check again: for one, or for all that the app has of its commit. */
export async function rerequestCheck(
  world: World,
  actor: Account,
  repository: Repository,
  checkRun: CheckRun,
  event: 'check_run' | 'check_suite',
): Promise<void> {
  requireRole(world, actor, repository, 'write');
  const commit = await repository.git.commit(checkRun.headOid);
  world.emit({ event, action: 'rerequested', repository, sender: actor, checkRun, commit });
}
