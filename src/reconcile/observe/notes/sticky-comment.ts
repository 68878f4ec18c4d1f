import type { Change } from '../../../github/changes/change.ts';
import type { CommentFacts, Thread } from '../../../github/nodes/thread.ts';
import { hasMarker } from './marker.ts';

/** Our comment in a thread: the oldest of ours with a note, for one that came twice is deleted. */
export function findSticky(thread: Thread): CommentFacts | undefined {
  return ownComments(thread)[0];
}

/**
 * What makes a thread have one comment of ours that says a text.
 *
 * @param text undefined where there is nothing to say: then an existing comment is deleted
 */
export function commentChanges(
  subjectId: string,
  thread: Thread,
  text: string | undefined,
): readonly Change[] {
  const [sticky, ...doubled] = ownComments(thread);
  const surplus = text === undefined && sticky ? [sticky, ...doubled] : doubled;
  const deletions = surplus.map(
    ({ id: commentId }): Change => ({ kind: 'delete-comment', subjectId, commentId }),
  );
  if (text === undefined || sticky?.body === text) return deletions;
  const said: Change = sticky
    ? { kind: 'update-comment', subjectId, commentId: sticky.id, body: text }
    : { kind: 'add-comment', subjectId, body: text };
  return [...deletions, said];
}

function ownComments(thread: Thread): readonly CommentFacts[] {
  return thread.filter(({ isOurs, body }) => isOurs && hasMarker(body));
}
