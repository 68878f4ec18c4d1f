import { usualBranchPrefix } from '../../config/configuration.ts';
import type { OurPull } from '../../github/submission/submission-snapshot.ts';
import { type CommentNote, readPullNote } from './notes/notes.ts';

/** The names of our branches for an issue. */
export interface BranchNames {
  /** What both begin with. */
  readonly prefix: string;
  /** Of the pull request. */
  readonly branch: string;
  /** Where a new commit is made before the branch is moved there. */
  readonly temporary: string;
}

/** Branches are named by the issue's number alone, for git takes names that would be commands in a shell. */
export function branchNames(prefix: string, issue: number): BranchNames {
  return { prefix, branch: `${prefix}issue-${issue}`, temporary: `${prefix}next-${issue}` };
}

/** The issue that a branch is for, temporary or not, if it is ours: whatever prefix was configured when it was made. */
export function issueOfBranch(branch: string): number | undefined {
  const number = /(?:issue|next)-([1-9]\d{0,9})$/.exec(branch)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * The prefix under which an issue got its first pull request, which it keeps: a merge would be forgotten with the name.
 *
 * @param note of our comment
 * @param others our pull requests for whatever issue, where they were read
 */
export function prefixOfIssue(
  issue: number,
  note: CommentNote | undefined,
  others: readonly OurPull[] | undefined,
): string | undefined {
  if (note?.branchPrefix !== undefined) return note.branchPrefix;
  // Before it could be configured, it was not noted.
  if (note?.commit !== undefined) return usualBranchPrefix;
  const own = others?.find(({ body }) => readPullNote(body)?.issue === issue);
  const { branch = '' } = own ?? {};
  return issueOfBranch(branch) === issue ? branch.replace(/issue-\d+$/, '') : undefined;
}
