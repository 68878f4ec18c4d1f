import type { PullFacts } from '../../../github/submission/submission-snapshot.ts';
import { type CommentNote, readPullNote } from './notes.ts';
import type { Reviewed } from './reviewed.ts';

/**
 * What was reviewed, by our comment's note, or where that is gone, by our newest pull request. A merge ends it.
 *
 * @param pulls ours, the newest first
 */
export function findReviewed(
  note: CommentNote | undefined,
  [newest]: readonly PullFacts[],
): Reviewed {
  if (note?.reviewed) return note.reviewed;
  if (!newest || newest.state === 'MERGED') return {};
  return readPullNote(newest.body)?.reviewed ?? {};
}
