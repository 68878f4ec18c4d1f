import type { OwnAccount } from '../../../github/client/account.ts';
import type { Thread } from '../../../github/nodes/thread.ts';
import type { PullFacts } from '../../../github/submission/submission-snapshot.ts';
import { type CommentNote, readCommentNote, readPullNote } from './notes.ts';
import { findSticky } from './sticky-comment.ts';

/**
 * What our comment in a thread notes of the last job. Where others may have written it, it says only whom we told of what, and
 * which logo was there: what was published, reviewed and by which form the issue is read, is then taken from our newest pull
 * request, which nobody can open for our branch who may not push to it.
 *
 * @param pulls ours, the newest first
 */
export function readOwnNote(
  thread: Thread,
  [newest]: readonly PullFacts[],
  { isProven }: Pick<OwnAccount, 'isProven'>,
): CommentNote | undefined {
  const note = readCommentNote(findSticky(thread)?.body ?? '');
  if (!note || isProven) return note;
  const { status, told, answered, refused, isForm, reviewed } = note;
  const published = newest && readPullNote(newest.body)?.published;
  // What a pull request says holds for a proposal: anything else may have become another since.
  const isProposed = status.kind === 'proposed' && newest?.state === 'OPEN';
  const digest = (isProposed && published?.digest) || '';
  return {
    ...{ status, told, answered, refused, isForm, digest },
    commit: published?.commit,
    reviewed: newest && newest.state !== 'MERGED' ? undefined : reviewed,
  };
}
