import type { GithubClient } from '../client/github-client.ts';
import { type AuthorNode, authorFields, authorOf } from '../nodes/author.ts';
import { hasNextPage, type PageInfo } from '../nodes/page-info.ts';
import type { RepositoryName } from '../repository-name.ts';

/** An issue or a pull request that changed of late, without its texts: each may be very long. */
export interface RecentThread {
  /** GitHub's node id. */
  readonly id: string;
  readonly number: number;
  readonly labels: readonly string[];
  /** Of a pull request's head. */
  readonly branch: string | undefined;
  /** The ids of the newest comments, as far as people wrote or changed them since then. */
  readonly comments: readonly string[];
}

/** What was found before a request failed, if one did. */
export interface RecentThreads {
  readonly threads: readonly RecentThread[];
  readonly failure?: unknown;
}

interface RecentNode {
  readonly id: string;
  readonly number: number;
  readonly updatedAt: string;
  readonly headRefName?: string;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] } | null;
  readonly comments: {
    readonly nodes: readonly {
      readonly id: string;
      readonly updatedAt: string;
      readonly viewerDidAuthor: boolean;
      readonly author: AuthorNode | null;
    }[];
  };
}

interface RecentPage {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly RecentNode[];
}

interface RecentData {
  readonly repository: { readonly threads: RecentPage } | null;
}

/** The two kinds of what has comments. */
export type ThreadKind = 'issues' | 'pullRequests';

const documentFor = (kind: ThreadKind) => `query Recent(
  $owner: String!, $name: String!, $after: String
) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    threads: ${kind}(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage }
      nodes {
        id number updatedAt ${kind === 'pullRequests' ? 'headRefName' : ''}
        labels(first: 20) { nodes { name } }
        comments(last: 30) { nodes { id updatedAt viewerDidAuthor author { ...author } } }
      }
    }
  }
}
${authorFields}`;

/** In the busiest repositories a week has more than this; what changed before and was missed waits for a sign of life. */
const mostPages = 20;

/** Reads the issues, or pull requests, that changed since a time, the newest 1,000. */
export async function readRecent(
  client: GithubClient,
  repository: RepositoryName,
  kind: ThreadKind,
  since: Date,
): Promise<RecentThreads> {
  const threads: RecentThread[] = [];
  let after: string | null = null;
  try {
    for (let page = 0; page < mostPages; page++) {
      const variables = { ...repository, after };
      const answer: { data: RecentData } = await client.query(documentFor(kind), variables);
      const found = answer.data.repository?.threads;
      const recent = found?.nodes.filter(({ updatedAt }) => new Date(updatedAt) >= since) ?? [];
      threads.push(...recent.map((node) => threadOf(node, since)));
      const isLast = recent.length < (found?.nodes.length ?? 0);
      if (isLast || !hasNextPage(found?.pageInfo)) break;
      after = found?.pageInfo.endCursor ?? null;
    }
    return { threads };
  } catch (failure) {
    return { threads, failure };
  }
}

function threadOf(node: RecentNode, since: Date): RecentThread {
  const { id, number, headRefName, labels, comments } = node;
  const said = comments.nodes.filter(
    ({ updatedAt, viewerDidAuthor, author }) =>
      !viewerDidAuthor && new Date(updatedAt) >= since && authorOf(author)?.isPerson,
  );
  return {
    id,
    number,
    labels: labels?.nodes.map(({ name }) => name) ?? [],
    branch: headRefName,
    comments: said.map((comment) => comment.id),
  };
}
