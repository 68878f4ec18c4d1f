import type { SubmissionSnapshot } from '../../github/submission/submission-snapshot.ts';
import type { CommentNote } from './notes/notes.ts';

/**
 * Whether our branch may be written over without anybody's word: its newest commit is one of ours, or it stands at its base.
 *
 * @param note knows our commit where a GitHub of one's own does not sign it
 */
export function isOwnBranch(
  { branch, base }: Pick<SubmissionSnapshot, 'branch' | 'base'>,
  note: CommentNote | undefined,
): boolean {
  return branch?.isOurs === true || branch?.oid === note?.commit || branch?.oid === base.oid;
}
