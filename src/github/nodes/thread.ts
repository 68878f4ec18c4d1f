import type { Reaction } from '../changes/mutations.ts';
import type { GithubClient } from '../client/github-client.ts';
import { type Author, type AuthorNode, authorFields, authorOf } from './author.ts';

/** The comments of an issue or a pull request, the oldest first. */
export type Thread = readonly CommentFacts[];

/** A comment. */
export interface CommentFacts {
  readonly id: string;
  /** Grows with every comment of whatever thread. */
  readonly sequence: bigint;
  readonly url: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | undefined;
  /** Nothing where the account is gone. */
  readonly author: Author | undefined;
  readonly isOurs: boolean;
  /** Reactions of ours, each with the time of the first of its kind, which may be somebody else's. */
  readonly reactions: ReadonlyMap<Reaction, Date>;
}

/** Some of the oldest and of the newest comments. */
export interface ThreadNode {
  readonly oldest: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null };
    readonly nodes: readonly CommentNode[];
  };
  readonly newest: { readonly nodes: readonly CommentNode[] };
}

interface CommentNode {
  readonly id: string;
  readonly fullDatabaseId: string | null;
  readonly url: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly viewerDidAuthor: boolean;
  readonly author: AuthorNode | null;
  readonly reactionGroups:
    | readonly {
        readonly content: string;
        readonly createdAt: string | null;
        readonly viewerHasReacted: boolean;
      }[]
    | null;
}

const commentFields = `fragment comment on IssueComment {
  id fullDatabaseId url body createdAt lastEditedAt viewerDidAuthor
  author { ...author }
  reactionGroups { content createdAt viewerHasReacted }
}`;

/**
 * Fragments for the comments of what has any. Each may have 65,536 characters, and a stranger may write very many: so few at
 * once GitHub answers well within its time, and few threads have more.
 */
export const threadFields = [
  `fragment threadOfIssue on Issue {
  oldest: comments(first: 20) { totalCount pageInfo { endCursor } nodes { ...comment } }
  newest: comments(last: 30) { nodes { ...comment } }
}
fragment threadOfPull on PullRequest {
  oldest: comments(first: 5) { totalCount pageInfo { endCursor } nodes { ...comment } }
  newest: comments(last: 10) { nodes { ...comment } }
}
fragment endsOfThread on PullRequest {
  oldest: comments(first: 1) { totalCount pageInfo { endCursor } nodes { ...comment } }
  newest: comments(last: 1) { nodes { ...comment } }
}`,
  commentFields,
  authorFields,
].join('\n');

interface PageData {
  readonly node: {
    readonly comments: {
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      readonly nodes: readonly CommentNode[];
    };
  } | null;
}

const pageDocument = `query Comments($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    ... on Issue { comments(first: $first, after: $after) { ...page } }
    ... on PullRequest { comments(first: $first, after: $after) { ...page } }
  }
}
fragment page on IssueCommentConnection {
  pageInfo { endCursor hasNextPage }
  nodes { ...comment }
}
${commentFields}
${authorFields}`;

/** How many comments a page has; and where GitHub does not give so much, how many then. */
const pageSizes = { usual: 100, small: 20 };

/**
 * Puts the two ends of a thread together, and reads what lies between where there is more.
 *
 * @param id of the issue or the pull request
 * @throws RequestFailed
 */
export async function readThread(
  client: GithubClient,
  id: string,
  { oldest, newest }: ThreadNode,
): Promise<Thread> {
  const nodes = new Map<string, CommentNode>();
  const take = (taken: readonly CommentNode[]) => {
    for (const node of taken) nodes.set(node.id, node);
  };
  take(oldest.nodes);
  take(newest.nodes);
  let after = oldest.pageInfo.endCursor;
  let first = pageSizes.usual;
  while (nodes.size < oldest.totalCount) {
    const answer = await client
      .query<PageData>(pageDocument, { id, first, after })
      .catch((error: unknown) => {
        if (first === pageSizes.small) throw error;
        return undefined;
      });
    if (!answer) {
      first = pageSizes.small;
      continue;
    }
    const { data } = answer;
    if (data.node === null) break;
    const { nodes: page, pageInfo } = data.node.comments;
    take(page);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const comments = [...nodes.values()].map(commentOf);
  return comments.sort((one, other) => (one.sequence < other.sequence ? -1 : 1));
}

function commentOf(node: CommentNode): CommentFacts {
  const groups = (node.reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
  return {
    id: node.id,
    sequence: BigInt(node.fullDatabaseId ?? 0),
    url: node.url,
    body: node.body,
    createdAt: new Date(node.createdAt),
    editedAt: node.lastEditedAt === null ? undefined : new Date(node.lastEditedAt),
    author: authorOf(node.author),
    isOurs: node.viewerDidAuthor,
    reactions: new Map(
      groups.map(({ content, createdAt }) => [
        content as Reaction,
        new Date(createdAt ?? node.createdAt),
      ]),
    ),
  };
}
