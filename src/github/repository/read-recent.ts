import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import type { RecentIssueFragment, RecentPullRequestFragment } from '../generated/operations.ts';
import { authorFields, authorOf } from '../nodes/author.ts';
import { nextPage, nodesOf } from '../nodes/connection.ts';
import type { RepositoryName } from '../repository-name.ts';

/** An issue or a pull request that changed recently, without its texts: each may be very long. */
export interface RecentThread {
  /** GitHub's node id. */
  readonly id: string;
  readonly number: number;
  readonly labels: readonly string[];
  /** Of a pull request's head. */
  readonly branch: string | undefined;
  /** Of a pull request that is open and not ours: its newest commit. */
  readonly headOid: string | undefined;
  /** The ids of the newest comments, as far as people wrote or changed them since then. */
  readonly comments: readonly string[];
}

/** What was found before a request failed, if one did. */
export interface RecentThreads {
  readonly threads: readonly RecentThread[];
  readonly failure?: unknown;
}

/** The two kinds of what has comments. */
export type ThreadKind = 'issues' | 'pullRequests';

const recentFields = `fragment recentComments on IssueCommentConnection {
  nodes { id updatedAt author { ...author } }
}
${authorFields}`;

/** @internal */
export const recentIssuesDocument =
  typedDocument(`query RecentIssues($owner: String!, $name: String!, $after: String) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    threads: issues(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage }
      nodes { ...recentIssue }
    }
  }
}
fragment recentIssue on Issue {
  id number updatedAt
  labels(first: 20) { nodes { name } }
  comments(last: 30) { ...recentComments }
}
${recentFields}`);

/** @internal */
export const recentPullRequestsDocument =
  typedDocument(`query RecentPullRequests($owner: String!, $name: String!, $after: String) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    threads: pullRequests(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage }
      nodes { ...recentPullRequest }
    }
  }
}
fragment recentPullRequest on PullRequest {
  id number updatedAt headRefName headRefOid state viewerDidAuthor
  labels(first: 20) { nodes { name } }
  comments(last: 30) { ...recentComments }
}
${recentFields}`);

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
  let after: string | undefined;
  try {
    for (let page = 0; page < mostPages; page++) {
      const found = await readPage(client, repository, kind, after);
      const nodes = nodesOf<RecentNode>(found);
      const recent = nodes.filter(({ updatedAt }) => new Date(updatedAt) >= since);
      threads.push(...recent.map((node) => threadOf(node, since)));
      after = nextPage(found);
      if (recent.length < nodes.length || after === undefined) break;
    }
    return { threads };
  } catch (failure) {
    return { threads, failure };
  }
}

type RecentNode = RecentIssueFragment | RecentPullRequestFragment;

async function readPage(
  client: GithubClient,
  repository: RepositoryName,
  kind: ThreadKind,
  after: string | undefined,
) {
  const variables = { ...repository, after: after ?? null };
  const { data } =
    kind === 'issues'
      ? await client.query(recentIssuesDocument, variables)
      : await client.query(recentPullRequestsDocument, variables);
  return data.repository?.threads;
}

function threadOf(node: RecentNode, since: Date): RecentThread {
  const said = nodesOf(node.comments).filter(
    ({ updatedAt, author }) => new Date(updatedAt) >= since && authorOf(author)?.isPerson,
  );
  return {
    id: node.id,
    number: node.number,
    labels: nodesOf(node.labels).map(({ name }) => name),
    branch: 'headRefName' in node ? node.headRefName : undefined,
    headOid: 'headRefOid' in node && isOthers(node) ? node.headRefOid : undefined,
    comments: said.map(({ id }) => id),
  };
}

function isOthers({ state, viewerDidAuthor }: RecentPullRequestFragment): boolean {
  return state === 'OPEN' && !viewerDidAuthor;
}
