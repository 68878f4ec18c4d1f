import type {
  BranchesFragment,
  CommentFragment,
  FileFragment,
  OtherFragment,
  PullFragment,
  ThreadOfIssueFragment,
} from '../../src/github/generated/operations.ts';
import type {
  CommitNode,
  RepositoryNode,
} from '../../src/github/submission/submission-document.ts';

type Subject = NonNullable<RepositoryNode['issueOrPullRequest']>;
type IssueNode = Extract<Subject, { readonly __typename: 'Issue' }>;
type OtherPullNode = Extract<Subject, { readonly __typename: 'PullRequest' }>;
type PullNode = PullFragment & ThreadOfIssueFragment;

/** An account as GraphQL gives it. */
export const ann = { __typename: 'User', login: 'ann', databaseId: 5 } as const;

/** A comment as GraphQL gives it. @param number the smaller, the older */
export function commentNode(
  number: number,
  changes: Partial<CommentFragment> = {},
): CommentFragment {
  return {
    id: `C_${number}`,
    fullDatabaseId: String(number),
    url: `https://github.com/acme/site/issues/12#issuecomment-${number}`,
    body: 'Hello',
    createdAt: '2026-01-02T03:04:05Z',
    updatedAt: '2026-01-02T03:04:05Z',
    lastEditedAt: null,
    viewerDidAuthor: false,
    isMinimized: false,
    author: ann,
    reactionGroups: [],
    ...changes,
  };
}

/** The two ends of an issue's thread as GraphQL gives them. */
export function threadNode(comments: readonly CommentFragment[]): ThreadOfIssueFragment {
  const nodes = comments.slice(0, 20);
  const pageInfo = { endCursor: nodes.length > 0 ? `cursor${nodes.length}` : null };
  return {
    oldest: { totalCount: comments.length, pageInfo, nodes },
    newest: { nodes: comments.slice(-30) },
  };
}

/** An issue as GraphQL gives it. */
export function issueNode(changes: Partial<IssueNode> = {}): IssueNode {
  return {
    __typename: 'Issue',
    id: 'I_12',
    number: 12,
    title: 'Add us',
    url: 'https://github.com/acme/site/issues/12',
    reactionGroups: [],
    body: 'Please',
    bodyHTML: '<p>Please</p>',
    state: 'OPEN',
    locked: false,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    lastEditedAt: null,
    closedAt: null,
    author: ann,
    labels: { nodes: [{ name: 'powered-by' }, { name: 'good' }] },
    reopened: { nodes: [] },
    unlabeled: { nodes: [] },
    ...threadNode([]),
    ...changes,
  };
}

/** A pull request of ours as GraphQL gives it where its number was asked for. */
export function otherPullNode(changes: Partial<OtherPullNode> = {}): OtherPullNode {
  return {
    __typename: 'PullRequest',
    id: 'PR_12',
    number: 12,
    updatedAt: '2026-01-01T00:00:00Z',
    headRefName: 'poweredby/issue-12',
    isCrossRepository: false,
    viewerDidAuthor: true,
    ...threadNode([]),
    ...changes,
  };
}

/** A pull request of ours as GraphQL gives it. */
export function pullNode(changes: Partial<PullNode> = {}): PullNode {
  return {
    id: 'PR_13',
    number: 13,
    state: 'OPEN',
    title: 'Add Juniper to Powered By',
    body: 'Closes #12',
    headRefOid: 'c'.repeat(40),
    baseRefName: 'main',
    updatedAt: '2026-01-01T00:00:00Z',
    mergedAt: null,
    closedAt: null,
    isCrossRepository: false,
    viewerDidAuthor: true,
    labels: { nodes: [] },
    closed: { nodes: [] },
    ...threadNode([]),
    ...changes,
  };
}

type BranchNode = NonNullable<NonNullable<BranchesFragment['nodes']>[number]>;

/** A branch under our prefix as GraphQL gives it, with its pull requests. */
export function branchNode(name: string, pulls: readonly OtherFragment[] = []): BranchNode {
  return { name, associatedPullRequests: { nodes: pulls } };
}

/** A pull request as it is read to know what else is open. */
export function otherNode(number: number, changes: Partial<OtherFragment> = {}): OtherFragment {
  const createdAt = '2026-01-01T00:00:00Z';
  const headRefName = `poweredby/issue-${number}`;
  const usual = { number, createdAt, body: 'x', headRefName, viewerDidAuthor: true } as const;
  return { ...usual, state: 'OPEN', ...changes };
}

/** The newest commit of the default branch as GraphQL gives it, with one page. */
export function commitNode(changes: Partial<CommitNode> = {}): CommitNode {
  return {
    __typename: 'Commit',
    oid: 'b'.repeat(40),
    configuration: { object: { oid: 'configuration' } },
    form: null,
    logos: { object: { __typename: 'Tree', oid: 'logos', entries: [] } },
    page0: fileNode('page', 'title: x\n'),
    ...changes,
  };
}

/** A file as GraphQL gives it. */
export function fileNode(oid: string, text: string): FileFragment {
  return { object: { oid, text, byteSize: Buffer.byteLength(text), isTruncated: false } };
}

/** An error as GraphQL gives it. */
interface GraphqlError {
  readonly type?: string | undefined;
  readonly path?: readonly string[] | undefined;
  readonly message: string;
}

/** What GitHub answers to the query that a job begins with. */
export function submissionAnswer(
  repository: Partial<RepositoryNode> | null,
  errors: readonly GraphqlError[] = [],
): object {
  const known: RepositoryNode | null = repository && {
    id: 'R_1',
    databaseId: 1,
    nameWithOwner: 'acme/site',
    url: 'https://github.com/acme/site',
    isArchived: false,
    isPrivate: false,
    defaultBranchRef: { name: 'main', target: commitNode() },
    label: { id: 'LA_1' },
    branch: null,
    temporaryBranch: null,
    issueOrPullRequest: issueNode(),
    newestPulls: { nodes: [] },
    labelledPulls: { nodes: [] },
    ...repository,
  };
  const data = {
    viewer: { login: 'powered-by[bot]' },
    rateLimit: { remaining: 4999 },
    repository: known,
  };
  return errors.length > 0 ? { data, errors } : { data };
}
