import { isReaction, type Reaction } from '../changes/reaction.ts';
import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import type {
  CommentFragment,
  EndsOfThreadFragment,
  ThreadOfIssueFragment,
  ThreadOfPullFragment,
} from '../generated/operations.ts';
import { type Author, authorFields, authorOf } from './author.ts';
import { nextPage, nodesOf } from './connection.ts';

/** The comments of an issue or a pull request, the oldest first; an issue's own text goes before them, with 0 for its sequence. */
export type Thread = readonly CommentFacts[];

/** A comment. */
export interface CommentFacts {
  readonly id: string;
  /** Grows with every comment of whatever thread. */
  readonly sequence: bigint;
  readonly url: string;
  readonly body: string;
  readonly createdAt: Date;
  /** When it last changed, in whatever way. */
  readonly updatedAt: Date;
  readonly editedAt: Date | undefined;
  /** Nothing where the account is gone. */
  readonly author: Author | undefined;
  readonly isOurs: boolean;
  /** Whether it is folded away. */
  readonly isMinimized: boolean;
  /** Reactions of ours, each with the time of the first of its kind, which may be somebody else's. */
  readonly reactions: ReadonlyMap<Reaction, Date>;
}

/** Some of the oldest and of the newest comments. */
export type ThreadFragment = ThreadOfIssueFragment | ThreadOfPullFragment | EndsOfThreadFragment;

const commentFields = `fragment comment on IssueComment {
  id fullDatabaseId url body createdAt updatedAt lastEditedAt viewerDidAuthor isMinimized
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

/** @internal */
export const commentsDocument =
  typedDocument(`query Comments($id: ID!, $first: Int!, $after: String) {
  rateLimit { remaining }
  node(id: $id) {
    ... on Issue { comments(first: $first, after: $after) { ...commentsPage } }
    ... on PullRequest { comments(first: $first, after: $after) { ...commentsPage } }
  }
}
fragment commentsPage on IssueCommentConnection {
  pageInfo { endCursor hasNextPage }
  nodes { ...comment }
}
${commentFields}
${authorFields}`);

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
  { oldest, newest }: ThreadFragment,
): Promise<Thread> {
  const nodes = new Map<string, CommentFragment>();
  /** @returns how many there are on a page, with those that nobody may see */
  const take = (page: Parameters<typeof nodesOf<CommentFragment>>[0]): number => {
    for (const node of nodesOf(page)) nodes.set(node.id, node);
    return page?.nodes?.length ?? 0;
  };
  let seen = take(oldest) + take(newest);
  let after = oldest.pageInfo.endCursor;
  let first = pageSizes.usual;
  while (seen < oldest.totalCount) {
    const answer = await client
      .query(commentsDocument, { id, first, after })
      .catch((error: unknown) => {
        if (first === pageSizes.small) throw error;
        return undefined;
      });
    if (!answer) {
      first = pageSizes.small;
      continue;
    }
    const { data } = answer;
    const page = data.node?.comments;
    seen += take(page);
    const next = nextPage(page);
    if (next === undefined) break;
    after = next;
  }
  const comments = [...nodes.values()].map((node) => commentOf(node, id, client));
  return comments.sort((one, other) => (one.sequence < other.sequence ? -1 : 1));
}

function commentOf(
  node: CommentFragment,
  subjectId: string,
  { account }: Pick<GithubClient, 'account'>,
): CommentFacts {
  const own = node.viewerDidAuthor ? account.verify(subjectId, node.body) : undefined;
  return {
    id: node.id,
    sequence: BigInt(node.fullDatabaseId ?? 0),
    url: node.url,
    body: own ?? node.body,
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    editedAt: node.lastEditedAt === null ? undefined : new Date(node.lastEditedAt),
    author: authorOf(node.author),
    isOurs: own !== undefined,
    isMinimized: node.isMinimized,
    reactions: reactionsIn(node),
  };
}

/** Our reactions to something, each with the time of the first of its kind. */
export function reactionsIn({
  reactionGroups,
  createdAt: written,
}: Pick<CommentFragment, 'reactionGroups' | 'createdAt'>): ReadonlyMap<Reaction, Date> {
  const groups = (reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
  return new Map(
    groups.flatMap(({ content, createdAt }): [Reaction, Date][] =>
      isReaction(content) ? [[content, new Date(createdAt ?? written)]] : [],
    ),
  );
}
