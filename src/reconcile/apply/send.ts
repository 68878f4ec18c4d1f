import type { Change } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { readLabelId } from '../../github/repository/read-label-id.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import type { Services } from '../services.ts';
import { Conflict } from './conflict.ts';

/**
 * Makes changes with one document, if there are any.
 *
 * @returns what became of each
 * @throws Conflict where one of them failed; RequestFailed where nothing is known
 */
export async function send(
  { client, ownComments }: Pick<Services, 'client' | 'ownComments'>,
  changes: readonly Change[],
): Promise<readonly ChangeResult[]> {
  if (changes.length === 0) return [];
  ownComments.expect(changes);
  const results = await client.apply(changes);
  ownComments.learn(results);
  requireAll(results);
  return results;
}

/** @throws Conflict where one of the changes failed, other than to create a label that is there */
export function requireAll(results: readonly ChangeResult[]): void {
  const failed = results
    .filter((result) => result.kind === 'failed')
    .find((result) => !isLabelTaken(result));
  if (!failed) return;
  const { type = '', message } = failed.error;
  throw new Conflict(`${failed.change.kind} failed: ${type} ${message}`);
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
