import { hasIssue } from '../../github/repository/has-issue.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { AttemptMemory } from '../apply/attempt-memory.ts';
import { dropTemporaryBranch, tearDown } from '../apply/final-changes.ts';
import { sendAllowed } from '../apply/send.ts';
import { Behind } from '../observe/behind.ts';
import type { Services } from '../services.ts';

/**
 * How sure it is that an issue is gone: a webhook said so; or it was not found for a minute, or once, which proves nothing, or
 * a webhook told of something that happened there.
 */
export type Certainty = 'told' | 'not-found-for-long' | 'not-found' | 'contradicted';

/**
 * Ends what was there for an issue that was deleted, transferred or made a discussion: nobody asks for it anymore. One
 * that was only not found is looked for again, and then in another way.
 *
 * @throws Behind where it is to be looked for again; Error where it is there all the same; RequestFailed where that cannot
 *   be told
 */
export async function cleanUp(
  snapshot: SubmissionSnapshot,
  number: number,
  certainty: Certainty,
  services: Services,
  memory: AttemptMemory,
): Promise<void> {
  const changes = [...tearDown(snapshot, undefined), ...dropTemporaryBranch(snapshot)];
  if (changes.length === 0 || certainty === 'contradicted') return;
  if (certainty === 'not-found') throw new Behind(`GitHub does not find #${number}`);
  if (certainty === 'not-found-for-long') {
    const isThere = await hasIssue(services.client, snapshot.repository, number);
    if (isThere) throw new Error(`GraphQL does not find #${number}, which REST finds`);
  }
  await sendAllowed(services, changes, memory);
}
