import type { FileChange } from '../../proposal/file-change.ts';
import type { Mutation } from './mutation.ts';

/** An object id that stands for none: a reference moved there is deleted. */
export const noOid = '0'.repeat(40);

/** Where a branch is, and where it is to be. */
export interface RefMove {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly before: string;
  /** `noOid` deletes the branch. */
  readonly after: string;
}

/** Makes a branch. */
export function createBranch(repositoryId: string, branch: string, oid: string): Mutation {
  const input = { repositoryId, name: `refs/heads/${branch}`, oid };
  return { field: 'createRef', input, selection: 'clientMutationId' };
}

/** Moves branches by force, all or none: none where one of them is not where it is said to be. */
export function moveBranches(repositoryId: string, moves: readonly RefMove[]): Mutation {
  const refUpdates = moves.map(({ branch, before, after }) => ({
    name: `refs/heads/${branch}`,
    beforeOid: before,
    afterOid: after,
    force: true,
  }));
  return {
    field: 'updateRefs',
    input: { repositoryId, refUpdates },
    selection: 'clientMutationId',
  };
}

/** Deletes a branch, unless it is not where it is said to be: `deleteRef` would take along what was pushed meanwhile. */
export function deleteBranch(
  repositoryId: string,
  { name, oid }: { readonly name: string; readonly oid: string },
): Mutation {
  return moveBranches(repositoryId, [{ branch: name, before: oid, after: noOid }]);
}

/** A commit to make. */
export interface NewCommit {
  /** As `apache/flink`. */
  readonly nameWithOwner: string;
  /** Must exist, and stand at `expectedHead`. */
  readonly branch: string;
  readonly expectedHead: string;
  readonly headline: string;
  readonly body: string;
  readonly changes: readonly FileChange[];
}

/** Makes one commit, signed by GitHub: no author is given, which would leave it unverified. */
export function commitOnBranch(commit: NewCommit): Mutation {
  const written = commit.changes.filter(({ content }) => content !== undefined);
  const deleted = commit.changes.filter(({ content }) => content === undefined);
  const input = {
    branch: { repositoryNameWithOwner: commit.nameWithOwner, branchName: commit.branch },
    expectedHeadOid: commit.expectedHead,
    message: { headline: commit.headline, body: commit.body },
    fileChanges: {
      additions: written.map(({ path, content = '' }) => ({
        path,
        contents: Buffer.from(content).toString('base64'),
      })),
      deletions: deleted.map(({ path }) => ({ path })),
    },
  };
  return { field: 'createCommitOnBranch', input, selection: 'commit { oid }' };
}

/** What a pull request says. */
export interface PullText {
  readonly title: string;
  readonly body: string;
}

/** Opens a pull request within one repository. Maintainers may push to its branch anyway. */
export function createPull(
  repositoryId: string,
  branch: string,
  base: string,
  { title, body }: PullText,
): Mutation {
  const input = { repositoryId, headRefName: branch, baseRefName: base, title, body };
  return { field: 'createPullRequest', input, selection: 'pullRequest { id number }' };
}

/** Has a pull request say something else, or be merged into another branch. */
export function updatePull(
  pullRequestId: string,
  { base, ...text }: Partial<PullText> & { readonly base?: string },
): Mutation {
  return {
    field: 'updatePullRequest',
    input: { pullRequestId, ...text, ...(base !== undefined && { baseRefName: base }) },
    selection: 'clientMutationId',
  };
}

export function closePull(pullRequestId: string): Mutation {
  return { field: 'closePullRequest', input: { pullRequestId }, selection: 'clientMutationId' };
}

/** Closes an issue as done. */
export function closeIssue(issueId: string): Mutation {
  const input = { issueId, stateReason: 'COMPLETED' };
  return { field: 'closeIssue', input, selection: 'clientMutationId' };
}

/** @param subjectId of an issue or a pull request */
export function addComment(subjectId: string, body: string): Mutation {
  return {
    field: 'addComment',
    input: { subjectId, body },
    selection: 'commentEdge { node { id } }',
  };
}

export function updateComment(id: string, body: string): Mutation {
  return { field: 'updateIssueComment', input: { id, body }, selection: 'clientMutationId' };
}

export function deleteComment(id: string): Mutation {
  return { field: 'deleteIssueComment', input: { id }, selection: 'clientMutationId' };
}

/** What we react with: seen, done, refused. */
export type Reaction = 'EYES' | 'THUMBS_UP' | 'CONFUSED';

/** Reacts to a comment; a reaction that is there already stays the only one. */
export function addReaction(subjectId: string, content: Reaction): Mutation {
  return { field: 'addReaction', input: { subjectId, content }, selection: 'clientMutationId' };
}

export function removeReaction(subjectId: string, content: Reaction): Mutation {
  return { field: 'removeReaction', input: { subjectId, content }, selection: 'clientMutationId' };
}

/** Makes a label. GitHub wants a color: this one is its blue for things that are in order. */
export function createLabel(repositoryId: string, name: string): Mutation {
  const input = { repositoryId, name, color: '1d76db' };
  return { field: 'createLabel', input, selection: 'label { id }' };
}

/** @param labelableId of an issue or a pull request */
export function addLabel(labelableId: string, labelId: string): Mutation {
  return {
    field: 'addLabelsToLabelable',
    input: { labelableId, labelIds: [labelId] },
    selection: 'clientMutationId',
  };
}
