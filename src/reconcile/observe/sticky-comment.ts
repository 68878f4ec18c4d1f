import type { Mutation } from '../../github/changes/mutation.ts';
import { addComment, deleteComment, updateComment } from '../../github/changes/mutations.ts';
import type { CommentFacts, Thread } from '../../github/nodes/thread.ts';
import { hasMarker } from './marker.ts';

/** Our comment in a thread: the oldest of ours with a note, for one that came twice is deleted. */
export function findSticky(thread: Thread): CommentFacts | undefined {
  return ownComments(thread)[0];
}

/**
 * What makes a thread have one comment of ours that says a text.
 *
 * @param name begins the mutations' aliases
 * @param text undefined where there is nothing to say: then a comment that stands goes
 */
export function commentMutations(
  name: string,
  subjectId: string,
  thread: Thread,
  text: string | undefined,
): Readonly<Record<string, Mutation>> {
  const [sticky, ...doubled] = ownComments(thread);
  const surplus = text === undefined && sticky ? [sticky, ...doubled] : doubled;
  const deletions = surplus.map(({ id }, index) => [`${name}Surplus${index}`, deleteComment(id)]);
  return {
    ...Object.fromEntries(deletions),
    ...(text !== undefined && !sticky && { [name]: addComment(subjectId, text) }),
    ...(text !== undefined &&
      sticky &&
      sticky.body !== text && { [name]: updateComment(sticky.id, text) }),
  };
}

function ownComments(thread: Thread): readonly CommentFacts[] {
  return thread.filter(({ isOurs, body }) => isOurs && hasMarker(body));
}
