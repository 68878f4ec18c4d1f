import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import { type CommentNote, readPullNote } from './notes/notes.ts';

/**
 * Whether our branch may be written over without anybody's word: its newest commit is one of ours, or it is at its base.
 *
 * @param note knows our commit, as a pull request's does, where a GitHub of one's own does not sign it
 */
export function isOwnBranch(
  { branch, base, pulls }: Pick<SubmissionSnapshot, 'branch' | 'base' | 'pulls'>,
  note: CommentNote | undefined,
): boolean {
  if (!branch || branch.isOurs) return branch !== undefined;
  const published = pulls.map(({ body }) => readPullNote(body)?.published?.commit);
  return [base.oid, note?.commit, ...published].includes(branch.oid);
}
