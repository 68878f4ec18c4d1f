import { configurationPath } from '../config/configuration.ts';
import type { IssueFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { converse } from './conversation.ts';
import { isForm } from './is-form.ts';
import type { Sight } from './look.ts';
import { readCommentNote } from './notes.ts';
import { send } from './send.ts';
import type { Services } from './services.ts';
import { findSticky } from './sticky-comment.ts';

/**
 * Says that the repository's configuration is broken, and that it is not the submitter's fault. Everything else waits,
 * commands too, until it is mended.
 */
export async function settleBroken(
  issue: IssueFacts,
  { snapshot, configuration }: Sight,
  problems: readonly Problem[],
  { client }: Services,
): Promise<void> {
  const note = readCommentNote(findSticky(issue.thread)?.body ?? '');
  if (!issue.isOpen || !(note || isForm(issue, note, snapshot, configuration))) return;
  const status = { kind: 'repository-broken', problems, file: configurationPath } as const;
  const saying = { ...note, status, digest: '' };
  const { id, thread } = issue;
  await send(client, converse({ name: 'comment', id, thread }, [], saying, configuration));
}
