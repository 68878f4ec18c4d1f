import type { SubmissionSnapshot } from '../github/submission-snapshot.ts';
import { dropTemporaryBranch, tearDown } from './report.ts';
import { send } from './send.ts';
import type { Services } from './services.ts';

/** Ends what was there for an issue that was deleted, transferred or made a discussion: nobody asks for it any more. */
export async function clearUp(snapshot: SubmissionSnapshot, { client }: Services): Promise<void> {
  await send(client, { ...tearDown(snapshot), ...dropTemporaryBranch(snapshot) });
}
