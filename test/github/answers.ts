import type { ThreadNode } from '../../src/github/thread.ts';

type CommentNode = ThreadNode['newest']['nodes'][number];

/** An account as GraphQL gives it. */
export const ann = { __typename: 'User', login: 'ann', databaseId: 5 };

/** A comment as GraphQL gives it. @param number the smaller, the older */
export function commentNode(number: number, changes: Partial<CommentNode> = {}): CommentNode {
  return {
    id: `C_${number}`,
    fullDatabaseId: String(number),
    url: `https://github.com/acme/site/issues/12#issuecomment-${number}`,
    body: 'Hello',
    createdAt: '2026-01-02T03:04:05Z',
    lastEditedAt: null,
    viewerDidAuthor: false,
    author: ann,
    reactionGroups: [],
    ...changes,
  };
}

/** The two ends of a thread as GraphQL gives them. */
export function threadNode(comments: readonly CommentNode[]): ThreadNode {
  const nodes = comments.slice(0, 50);
  const pageInfo = { endCursor: nodes.length > 0 ? `cursor${nodes.length}` : null };
  return {
    oldest: { totalCount: comments.length, pageInfo, nodes },
    newest: { nodes: comments.slice(-100) },
  };
}

/** An issue as GraphQL gives it. */
export function issueNode(changes: object = {}) {
  return {
    __typename: 'Issue',
    id: 'I_12',
    number: 12,
    body: 'Please',
    bodyHTML: '<p>Please</p>',
    state: 'OPEN',
    createdAt: '2026-01-01T00:00:00Z',
    closedAt: null,
    author: ann,
    labels: { nodes: [{ name: 'powered-by' }, { name: 'good' }] },
    reopened: { nodes: [] },
    ...threadNode([]),
    ...changes,
  };
}

/** A pull request of ours as GraphQL gives it. */
export function pullNode(changes: object = {}) {
  return {
    id: 'PR_13',
    number: 13,
    state: 'OPEN',
    title: 'Add Juniper to Powered By',
    body: 'Closes #12',
    headRefOid: 'c'.repeat(40),
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

/** The newest commit of the default branch as GraphQL gives it, with one page. */
export function commitNode(changes: object = {}) {
  return {
    oid: 'b'.repeat(40),
    configuration: { object: { oid: 'configuration' } },
    form: null,
    logos: { object: { oid: 'logos', entries: [] } },
    page0: fileNode('page', 'title: x\n'),
    ...changes,
  };
}

/** A file as GraphQL gives it. */
export function fileNode(oid: string, text: string) {
  return { object: { oid, text, byteSize: Buffer.byteLength(text), isTruncated: false } };
}

/** What GitHub answers to the query that a job begins with. */
export function submissionAnswer(repository: object | null, errors: readonly object[] = []) {
  const data = {
    viewer: { login: 'powered-by[bot]' },
    rateLimit: { remaining: 4999 },
    repository: repository && {
      id: 'R_1',
      databaseId: 1,
      nameWithOwner: 'acme/site',
      url: 'https://github.com/acme/site',
      isArchived: false,
      isPrivate: false,
      defaultBranchRef: { name: 'main', target: commitNode() },
      labels: { nodes: [{ id: 'LA_1', name: 'powered-by' }] },
      branch: null,
      temporaryBranch: null,
      issueOrPullRequest: issueNode(),
      newestPulls: { nodes: [] },
      labelledPulls: { nodes: [] },
      ...repository,
    },
  };
  return errors.length > 0 ? { data, errors } : { data };
}
