import { configurationPath } from '../../config/configuration.ts';
import type { IssueFacts } from '../../github/submission/submission-snapshot.ts';
import type { Problem } from '../../problem/problem.ts';
import { send } from '../apply/send.ts';
import { syncComment } from '../apply/sync-comment.ts';
import { formFieldsOf } from '../observe/form-fields.ts';
import { isForm } from '../observe/is-form.ts';
import { readCommentNote } from '../observe/notes.ts';
import type { ObservedState } from '../observe/observe.ts';
import { findSticky } from '../observe/sticky-comment.ts';
import type { Services } from '../services.ts';

/**
 * Says that the repository's configuration is broken, and that it is not the submitter's fault. Everything else waits,
 * commands too, until it is fixed.
 */
export async function reportBrokenConfiguration(
  issue: IssueFacts,
  { snapshot, configuration }: ObservedState,
  problems: readonly Problem[],
  { client }: Services,
): Promise<void> {
  const note = readCommentNote(findSticky(issue.thread)?.body ?? '');
  if (
    !issue.isOpen ||
    !(note || isForm(issue, note, formFieldsOf(snapshot, configuration), configuration))
  )
    return;
  const status = { kind: 'repository-broken', problems, file: configurationPath } as const;
  const commentState = { ...note, status, digest: '' };
  const { id, thread } = issue;
  await send(client, syncComment({ name: 'comment', id, thread }, [], commentState, configuration));
}
