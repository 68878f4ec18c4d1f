import { hasIssue } from '../../github/repository/has-issue.ts';
import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { AttemptMemory } from '../apply/attempt-memory.ts';
import { Conflict } from '../apply/conflict.ts';
import { dropTemporaryBranch, tearDown } from '../apply/final-changes.ts';
import { sendAllowed } from '../apply/send.ts';
import type { Services } from '../services.ts';

/** In milliseconds. So long GitHub's replicas may not know what is there. */
const secondLook = 5000;

/**
 * Ends what was there for an issue that was deleted, transferred or made a discussion: nobody asks for it any more. That
 * GitHub does not find an issue proves nothing: it is looked for again, a little later and in another way.
 *
 * @throws Conflict where it is there; RequestFailed where that cannot be told
 */
export async function cleanUp(
  snapshot: SubmissionSnapshot,
  number: number,
  { client, clock }: Services,
  memory: AttemptMemory,
): Promise<void> {
  const changes = [...tearDown(snapshot), ...dropTemporaryBranch(snapshot)];
  if (changes.length === 0) return;
  await clock.wait(secondLook);
  if (await hasIssue(client, snapshot.repository, number)) {
    throw new Conflict('An issue was not found that is there');
  }
  await sendAllowed(client, changes, memory);
}
