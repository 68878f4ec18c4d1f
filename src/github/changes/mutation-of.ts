import type { FileChange } from '../../proposal/file-change.ts';
import type { FileChanges } from '../generated/operations.ts';
import type { BranchMove, Change } from './change.ts';
import type { Mutation } from './mutation.ts';

/** The mutation that makes a change. */
export function mutationOf(change: Change): Mutation {
  switch (change.kind) {
    case 'create-branch': {
      const { repositoryId, branch, oid } = change;
      return { field: 'createRef', input: { repositoryId, name: refName(branch), oid } };
    }
    case 'move-branches': {
      const { repositoryId, moves } = change;
      return { field: 'updateRefs', input: { repositoryId, refUpdates: moves.map(refUpdate) } };
    }
    case 'commit': {
      const { nameWithOwner, branch, expectedHead, headline, body, files } = change;
      const input = {
        branch: { repositoryNameWithOwner: nameWithOwner, branchName: branch },
        expectedHeadOid: expectedHead,
        // No author is given, which would leave the commit without GitHub's signature.
        message: { headline, body },
        fileChanges: fileChanges(files),
      };
      return { field: 'createCommitOnBranch', input };
    }
    case 'open-pull-request': {
      const { repositoryId, branch, base, title, body, isDraft = false } = change;
      const names = { headRefName: branch, baseRefName: base };
      const input = { repositoryId, ...names, title, body, ...(isDraft && { draft: true }) };
      return { field: 'createPullRequest', input };
    }
    case 'update-pull-request': {
      const { kind: _, base, ...texts } = change;
      const input = { ...texts, ...(base !== undefined && { baseRefName: base }) };
      return { field: 'updatePullRequest', input };
    }
    case 'close-pull-request':
      return { field: 'closePullRequest', input: { pullRequestId: change.pullRequestId } };
    case 'close-issue':
      return { field: 'closeIssue', input: { issueId: change.issueId, stateReason: 'COMPLETED' } };
    case 'retitle-issue':
      return { field: 'updateIssue', input: { id: change.issueId, title: change.title } };
    case 'add-comment':
      return { field: 'addComment', input: { subjectId: change.subjectId, body: change.body } };
    case 'update-comment':
      return { field: 'updateIssueComment', input: { id: change.commentId, body: change.body } };
    case 'delete-comment':
      return { field: 'deleteIssueComment', input: { id: change.commentId } };
    case 'minimize-comment': {
      const input = { subjectId: change.commentId, classifier: 'OUTDATED' } as const;
      return { field: 'minimizeComment', input };
    }
    case 'add-reaction':
    case 'remove-reaction': {
      const field = change.kind === 'add-reaction' ? 'addReaction' : 'removeReaction';
      return { field, input: { subjectId: change.commentId, content: change.reaction } };
    }
    case 'create-label': {
      // GitHub wants a color: this one is its blue for things that are in order.
      const { repositoryId, name } = change;
      return { field: 'createLabel', input: { repositoryId, name, color: '1d76db' } };
    }
    case 'add-label': {
      const { subjectId: labelableId, labelId } = change;
      return { field: 'addLabelsToLabelable', input: { labelableId, labelIds: [labelId] } };
    }
    default:
      throw change satisfies never;
  }
}

function refName(branch: string): string {
  return `refs/heads/${branch}`;
}

/** An object id that stands for none: a reference moved there is deleted. */
const noOid = '0'.repeat(40);

/** By force, which is safe: a reference moves only from where it is said to be. */
function refUpdate({ branch, before, after = noOid }: BranchMove) {
  return { name: refName(branch), beforeOid: before, afterOid: after, force: true };
}

function fileChanges(files: readonly FileChange[]): FileChanges {
  const written = files.filter(({ content }) => content !== undefined);
  const deleted = files.filter(({ content }) => content === undefined);
  return {
    additions: written.map(({ path, content = '' }) => ({
      path,
      contents: Buffer.from(content).toString('base64'),
    })),
    deletions: deleted.map(({ path }) => ({ path })),
  };
}
