import type { Change } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { readLabelId } from '../../github/repository/read-label-id.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { isRefused } from '../decide/held-refusals.ts';
import type { Services } from '../services.ts';
import type { AttemptMemory } from './attempt-memory.ts';
import { Conflict, Refused } from './conflict.ts';
import { actOf } from './refusals/act-of.ts';
import { refusalOf } from './refusals/refusal-of.ts';

/**
 * Makes changes with one document, if there are any.
 *
 * @param memory is told what GitHub refuses for good
 * @returns what became of each
 * @throws Conflict where one of them failed, Refused where for good; RequestFailed where nothing is known
 */
export async function send(
  { client, ownComments }: Pick<Services, 'client' | 'ownComments'>,
  changes: readonly Change[],
  memory: AttemptMemory,
): Promise<readonly ChangeResult[]> {
  if (changes.length === 0) return [];
  await ownComments.expect(changes);
  const results = await client.apply(changes);
  await ownComments.learn(results);
  requireAll(results, memory);
  return results;
}

/** {@link send}, but for what GitHub has refused in this job: where that is told to nobody. */
export function sendAllowed(
  services: Pick<Services, 'client' | 'ownComments'>,
  changes: readonly Change[],
  memory: AttemptMemory,
): Promise<readonly ChangeResult[]> {
  const allowed = changes.filter((change) => !isRefused(memory.refused, actOf(change)));
  return send(services, allowed, memory);
}

/**
 * @param memory is told what GitHub refuses for good
 * @throws Conflict where one of the changes failed, other than to create a label that is there; Refused where for good
 */
export function requireAll(results: readonly ChangeResult[], memory: AttemptMemory): void {
  const failed = results
    .filter((result) => result.kind === 'failed')
    .filter((result) => !isLabelTaken(result));
  const [first] = failed;
  if (!first) return;
  const { type = '', message } = first.error;
  const reason = `${first.change.kind} failed: ${type} ${message}`;
  // What fails behind it may fail only for the lack of it.
  const known = memory.refused.length;
  for (const result of failed) {
    const refusal = refusalOf(result, memory.isLastAttempt);
    if (refusal && !isRefused(memory.refused, refusal.act)) memory.refused.push(refusal);
  }
  throw memory.refused.length > known ? new Refused(reason) : new Conflict(reason);
}

type FailedChange = Extract<ChangeResult, { kind: 'failed' }>;

/** Somebody was faster, or what GitHub read lags behind. */
function isLabelTaken({ change, error }: FailedChange): boolean {
  return change.kind === 'create-label' && /already been taken/i.test(error.message);
}

/**
 * The id of the label that was created, or was there all the same.
 *
 * @param label its name
 * @param results of changes among which its creation may be
 * @returns nothing where none was to be created, or its id cannot be found out
 * @throws RequestFailed
 */
export async function newLabelId(
  client: GithubClient,
  repository: RepositoryName,
  label: string,
  results: readonly ChangeResult[],
): Promise<string | undefined> {
  const created = results.find((result) => result.kind === 'label-created');
  if (created) return created.labelId;
  const isTaken = results.some((result) => result.kind === 'failed' && isLabelTaken(result));
  return isTaken ? readLabelId(client, repository, label) : undefined;
}
