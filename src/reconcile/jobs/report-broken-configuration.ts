import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import type { AttemptMemory } from '../apply/attempt-memory.ts';
import { syncStatusComment } from '../apply/comments/sync-status-comment.ts';
import { sendAllowed } from '../apply/send.ts';
import { formFieldsOf } from '../observe/form-fields.ts';
import { isForm } from '../observe/is-form.ts';
import { readOwnNote } from '../observe/notes/own-note.ts';
import type { ObservedState } from '../observe/observe.ts';
import type { Services } from '../services.ts';

/**
 * Says that the repository's configuration is broken, and that it is not the submitter's fault. Everything else waits,
 * commands too, until it is fixed.
 */
export async function reportBrokenConfiguration(
  issue: IssueFacts,
  { snapshot, configuration, account }: ObservedState,
  problems: readonly Problem[],
  services: Pick<Services, 'client' | 'ownComments'>,
  memory: AttemptMemory,
): Promise<void> {
  const note = readOwnNote(issue.thread, snapshot.pulls, account);
  if (
    !issue.isOpen ||
    !(note || isForm(issue, note, formFieldsOf(snapshot, configuration), configuration))
  )
    return;
  const { configurationPath: file } = services.client;
  const status = { kind: 'repository-broken', problems, file } as const;
  const changed = { ...note, digest: '', status };
  const changes = syncStatusComment(issue, snapshot.repository, changed, configuration);
  await sendAllowed(services, changes, memory);
}
