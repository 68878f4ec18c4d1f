import type { Change } from '../../github/changes/change.ts';
import type { ChangeResult } from '../../github/changes/change-result.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { isRefused } from '../decide/held-refusals.ts';
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
  client: GithubClient,
  changes: readonly Change[],
  memory: AttemptMemory,
): Promise<readonly ChangeResult[]> {
  if (changes.length === 0) return [];
  const results = await client.apply(changes);
  requireAll(results, memory);
  return results;
}

/** {@link send}, but for what GitHub has refused in this job: where that is told to nobody. */
export function sendAllowed(
  client: GithubClient,
  changes: readonly Change[],
  memory: AttemptMemory,
): Promise<readonly ChangeResult[]> {
  const allowed = changes.filter((change) => !isRefused(memory.refused, actOf(change)));
  return send(client, allowed, memory);
}

/**
 * @param memory is told what GitHub refuses for good
 * @throws Conflict where one of the changes failed, Refused where for good
 */
export function requireAll(results: readonly ChangeResult[], memory: AttemptMemory): void {
  const failed = results.filter((result) => result.kind === 'failed');
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

/** The id of the label that was created, if one was. */
export function createdLabelId(results: readonly ChangeResult[]): string | undefined {
  return results.find((result) => result.kind === 'label-created')?.labelId;
}
