import type { Change } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
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

/** @throws Conflict where one of the changes failed */
export function requireAll(results: readonly ChangeResult[]): void {
  const failed = results.find((result) => result.kind === 'failed');
  if (!failed) return;
  const { type = '', message } = failed.error;
  throw new Conflict(`${failed.change.kind} failed: ${type} ${message}`);
}

/** The id of the label that was created, if one was. */
export function createdLabelId(results: readonly ChangeResult[]): string | undefined {
  return results.find((result) => result.kind === 'label-created')?.labelId;
}
