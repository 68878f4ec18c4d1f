import { configurationPath } from '../config/configuration.ts';
import { hasFormHeadings } from '../form/read-body.ts';
import type { IssueFacts } from '../github/submission-snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { converse } from './conversation.ts';
import { hasLabel } from './has-label.ts';
import type { Sight } from './look.ts';
import { readCommentNote } from './notes.ts';
import { formFieldsOf } from './read-typed-entry.ts';
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
  const isForm =
    hasLabel(issue.labels, configuration) ||
    hasFormHeadings(issue.body, formFieldsOf(snapshot, configuration));
  const note = readCommentNote(findSticky(issue.thread)?.body ?? '');
  if (!issue.isOpen || !(isForm || note)) return;
  const status = { kind: 'repository-broken', problems, file: configurationPath } as const;
  const saying = { ...note, status, digest: '' };
  const { id, thread } = issue;
  await send(client, converse({ name: 'comment', id, thread }, [], saying, configuration));
}
