import type { GithubClient } from './github-client.ts';
import {
  type BranchesPage,
  branchesFields,
  branchesOf,
  type OwnBranch,
  refPrefixOf,
} from './own-branches.ts';
import { hasNextPage, type PageInfo } from './page-info.ts';
import type { RepositoryName } from './repository-name.ts';

/** An issue or a pull request that changed of late. */
export interface RecentThread {
  readonly number: number;
  readonly body: string;
  readonly labels: readonly string[];
  /** Of a pull request's head. */
  readonly branch: string | undefined;
  /** The newest ones' texts. */
  readonly comments: readonly string[];
}

interface NumbersPage {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly { readonly number: number }[];
}

interface OpenData {
  readonly repository: {
    readonly issues?: NumbersPage;
    readonly refs?: BranchesPage | null;
  } | null;
}

const openDocument = `query Open(
  $owner: String!, $name: String!, $label: String!, $refPrefix: String!,
  $afterIssue: String, $afterRef: String, $issues: Boolean!, $refs: Boolean!
) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    issues(labels: [$label], states: [OPEN], first: 100, after: $afterIssue) @include(if: $issues) {
      pageInfo { endCursor hasNextPage }
      nodes { number }
    }
    refs(refPrefix: $refPrefix, first: 100, after: $afterRef) @include(if: $refs) { ...branches }
  }
}
${branchesFields}`;

/**
 * Reads the numbers of the open issues with a label, and the branches under a prefix.
 *
 * @throws RequestFailed
 */
export async function readOpen(
  client: GithubClient,
  repository: RepositoryName,
  { label, branchPrefix }: { readonly label: string; readonly branchPrefix: string },
): Promise<{ readonly issues: readonly number[]; readonly branches: readonly OwnBranch[] }> {
  const issues: number[] = [];
  const branches: OwnBranch[] = [];
  const variables = { ...repository, label, refPrefix: refPrefixOf(branchPrefix) };
  let next = { issues: true, refs: true, afterIssue: null, afterRef: null } as Cursor;
  while (next.issues || next.refs) {
    const { data } = await client.query<OpenData>(openDocument, { ...variables, ...next });
    const page = data.repository;
    issues.push(...(page?.issues?.nodes.map(({ number }) => number) ?? []));
    branches.push(...branchesOf(page?.refs, branchPrefix));
    next = {
      issues: hasNextPage(page?.issues?.pageInfo),
      refs: hasNextPage(page?.refs?.pageInfo),
      afterIssue: page?.issues?.pageInfo.endCursor ?? null,
      afterRef: page?.refs?.pageInfo.endCursor ?? null,
    };
  }
  return { issues, branches };
}

interface Cursor {
  readonly issues: boolean;
  readonly refs: boolean;
  readonly afterIssue: string | null;
  readonly afterRef: string | null;
}

interface RecentNode {
  readonly number: number;
  readonly body: string;
  readonly updatedAt: string;
  readonly headRefName?: string;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] };
  readonly comments: { readonly nodes: readonly { readonly body: string }[] };
}

interface RecentPage {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly RecentNode[];
}

interface RecentData {
  readonly repository: { readonly threads: RecentPage } | null;
}

const recentDocument = (field: 'issues' | 'pullRequests') => `query Recent(
  $owner: String!, $name: String!, $after: String
) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    threads: ${field}(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { endCursor hasNextPage }
      nodes {
        number body updatedAt ${field === 'pullRequests' ? 'headRefName' : ''}
        labels(first: 20) { nodes { name } }
        comments(last: 30) { nodes { body } }
      }
    }
  }
}`;

/** In the busiest repositories a week has more than this; what changed before and was missed waits for a sign of life. */
const mostPages = 20;

/**
 * Reads the issues and pull requests that changed since a time, the newest 1,000 of each.
 *
 * @throws RequestFailed
 */
export async function readRecent(
  client: GithubClient,
  repository: RepositoryName,
  since: Date,
): Promise<readonly RecentThread[]> {
  const found: RecentThread[] = [];
  for (const field of ['issues', 'pullRequests'] as const) {
    let after: string | null = null;
    for (let page = 0; page < mostPages; page++) {
      const answer: { data: RecentData } = await client.query<RecentData>(recentDocument(field), {
        ...repository,
        after,
      });
      const threads = answer.data.repository?.threads;
      const recent = threads?.nodes.filter(({ updatedAt }) => new Date(updatedAt) >= since) ?? [];
      found.push(...recent.map(threadOf));
      const isLast = recent.length < (threads?.nodes.length ?? 0);
      if (isLast || !hasNextPage(threads?.pageInfo)) break;
      after = threads?.pageInfo.endCursor ?? null;
    }
  }
  return found;
}

function threadOf({ number, body, headRefName, labels, comments }: RecentNode): RecentThread {
  return {
    number,
    body,
    labels: labels.nodes.map(({ name }) => name),
    branch: headRefName,
    comments: comments.nodes.map((comment) => comment.body),
  };
}
