import type { AuthorNode } from '../nodes/author.ts';
import type { FileNode } from '../nodes/file-node.ts';
import type { ThreadNode } from '../nodes/thread.ts';
import type { BranchesPage, OtherNode } from './own-branches.ts';

/** A branch, with what tells whose its newest commit is. */
export interface BranchNode {
  readonly target: {
    readonly oid: string;
    readonly committedDate?: string;
    readonly author?: { readonly email: string | null } | null;
    readonly signature?: { readonly isValid: boolean; readonly wasSignedByGitHub: boolean } | null;
  };
}

interface LabelNodes {
  readonly nodes: readonly { readonly name: string }[];
}

/** An issue, with its thread. */
interface IssueNode extends ThreadNode {
  readonly __typename: 'Issue';
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly bodyHTML: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly locked: boolean;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly closedAt: string | null;
  readonly author: AuthorNode | null;
  readonly labels: LabelNodes;
  readonly reopened: { readonly nodes: readonly { readonly createdAt: string }[] };
  readonly unlabeled: { readonly nodes: readonly { readonly label: { readonly name: string } }[] };
}

/** A pull request that has the number asked for. */
interface OtherPullNode extends ThreadNode {
  readonly __typename: 'PullRequest';
  readonly id: string;
  readonly headRefName: string;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
}

/** A pull request that may be ours. */
export interface PullNode extends ThreadNode {
  readonly id: string;
  readonly number: number;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly title: string;
  readonly body: string;
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
  readonly labels: LabelNodes;
  readonly closed: { readonly nodes: readonly { readonly actor: AuthorNode | null }[] };
}

/** The newest commit of the default branch, with the files that matter. */
export interface CommitNode {
  readonly oid: string;
  readonly configuration?: FileNode | null;
  readonly form?: FileNode | null;
  readonly logos?: {
    readonly object: {
      readonly oid: string;
      readonly entries?: readonly {
        readonly name: string;
        readonly type: string;
        readonly oid: string;
      }[];
    } | null;
  } | null;
  readonly [page: `page${number}`]: FileNode | null;
}

interface CollaboratorsNode {
  readonly edges: readonly {
    readonly permission: string;
    readonly node: { readonly login: string };
  }[];
}

/** What the query of a submission answers. */
export interface SubmissionData {
  readonly viewer: { readonly login: string };
  readonly repository:
    | ({
        readonly id: string;
        readonly databaseId: number;
        readonly nameWithOwner: string;
        readonly url: string;
        readonly isArchived: boolean;
        readonly isPrivate: boolean;
        readonly defaultBranchRef: { readonly name: string; readonly target: CommitNode } | null;
        readonly labels: {
          readonly nodes: readonly { readonly id: string; readonly name: string }[];
        } | null;
        readonly branch:
          | (BranchNode & { readonly open: { readonly nodes: readonly PullNode[] } })
          | null;
        readonly temporaryBranch: BranchNode | null;
        readonly issueOrPullRequest: IssueNode | OtherPullNode | null;
        readonly newestPulls: { readonly nodes: readonly PullNode[] };
        readonly labelledPulls: { readonly nodes: readonly PullNode[] };
        readonly others?: { readonly nodes: readonly OtherNode[] };
        readonly branches?: BranchesPage | null;
      } & { readonly [person: `person${number}`]: CollaboratorsNode | null })
    | null;
}

/** Its repository, where we can see it. */
export type RepositoryNode = NonNullable<SubmissionData['repository']>;
