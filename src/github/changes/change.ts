import type { FileChange } from '../../proposal/file-change.ts';
import type { Reaction } from './reaction.ts';

/** What a pull request says. */
export interface PullText {
  readonly title: string;
  readonly body: string;
}

/** Where a branch is, and where it is to be. */
export interface BranchMove {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly before: string;
  /** Nothing deletes the branch. */
  readonly after: string | undefined;
}

export interface CreateBranch {
  readonly kind: 'create-branch';
  readonly repositoryId: string;
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly oid: string;
}

/** Moves and deletes branches, all or none: none where one of them is not where it is said to be. */
export interface MoveBranches {
  readonly kind: 'move-branches';
  readonly repositoryId: string;
  readonly moves: readonly BranchMove[];
}

/** Makes one commit, signed by GitHub. */
export interface Commit {
  readonly kind: 'commit';
  /** As `apache/flink`. */
  readonly nameWithOwner: string;
  /** Must exist, and be at `expectedHead`. */
  readonly branch: string;
  readonly expectedHead: string;
  readonly headline: string;
  readonly body: string;
  readonly files: readonly FileChange[];
}

/** Opens a pull request within one repository. Maintainers may push to its branch anyway. */
export interface OpenPullRequest extends PullText {
  readonly kind: 'open-pull-request';
  readonly repositoryId: string;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly isDraft?: boolean;
}

/** Makes a pull request say something else, or be merged into another branch. */
export interface UpdatePullRequest extends Partial<PullText> {
  readonly kind: 'update-pull-request';
  readonly pullRequestId: string;
  readonly base?: string;
}

export interface ClosePullRequest {
  readonly kind: 'close-pull-request';
  readonly pullRequestId: string;
}

/** Closes an issue as done. */
export interface CloseIssue {
  readonly kind: 'close-issue';
  readonly issueId: string;
}

export interface RetitleIssue {
  readonly kind: 'retitle-issue';
  readonly issueId: string;
  readonly title: string;
}

export interface AddComment {
  readonly kind: 'add-comment';
  /** Of an issue or a pull request. */
  readonly subjectId: string;
  readonly body: string;
}

export interface UpdateComment {
  readonly kind: 'update-comment';
  /** Of its issue or pull request. */
  readonly subjectId: string;
  readonly commentId: string;
  readonly body: string;
}

export interface DeleteComment {
  readonly kind: 'delete-comment';
  /** Of its issue or pull request. */
  readonly subjectId: string;
  readonly commentId: string;
}

/** Folds a comment away, as outdated. */
export interface MinimizeComment {
  readonly kind: 'minimize-comment';
  readonly commentId: string;
}

/** Reacts to a comment; a reaction that is there already stays the only one. */
export interface AddReaction {
  readonly kind: 'add-reaction';
  readonly commentId: string;
  readonly reaction: Reaction;
}

export interface RemoveReaction {
  readonly kind: 'remove-reaction';
  readonly commentId: string;
  readonly reaction: Reaction;
}

export interface CreateLabel {
  readonly kind: 'create-label';
  readonly repositoryId: string;
  readonly name: string;
}

export interface AddLabel {
  readonly kind: 'add-label';
  /** Of an issue or a pull request. */
  readonly subjectId: string;
  readonly labelId: string;
}

/** A change to make on GitHub, as data. Ids are GitHub's node ids. */
export type Change =
  | CreateBranch
  | MoveBranches
  | Commit
  | OpenPullRequest
  | UpdatePullRequest
  | ClosePullRequest
  | CloseIssue
  | RetitleIssue
  | AddComment
  | UpdateComment
  | DeleteComment
  | MinimizeComment
  | AddReaction
  | RemoveReaction
  | CreateLabel
  | AddLabel;

/** Deletes a branch, unless it is not where it is said to be: what was pushed meanwhile would be lost with it. */
export function deleteBranch(repositoryId: string, branch: string, oid: string): MoveBranches {
  const moves = [{ branch, before: oid, after: undefined }];
  return { kind: 'move-branches', repositoryId, moves };
}
