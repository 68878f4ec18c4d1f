import type { GithubClient } from '../client/github-client.ts';
import { hasNextPage, type PageInfo } from '../nodes/page-info.ts';
import type { RepositoryName } from '../repository-name.ts';
import type { OurPull } from './submission-snapshot.ts';

/** A branch under our prefix. */
export interface OwnBranch {
  /** Whole, without `refs/heads/`. */
  readonly name: string;
  /** Whether something may have to be done for it: a pull request for it is open, or there never was one. */
  readonly isLive: boolean;
  /** Of ours, the newest first, whatever labels they have. */
  readonly pulls: readonly OurPull[];
}

/** A pull request as it is read to know what else is open. */
export interface OtherNode {
  readonly number: number;
  readonly state: string;
  readonly createdAt: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

/** A page of branches. */
export interface BranchesPage {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly {
    readonly name: string;
    readonly associatedPullRequests: { readonly nodes: readonly OtherNode[] };
  }[];
}

/** Fragments for branches with their pull requests, and for pull requests. */
export const branchesFields = `fragment branches on RefConnection {
  pageInfo { endCursor hasNextPage }
  nodes {
    name
    associatedPullRequests(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ...other } }
  }
}
fragment other on PullRequest { number state createdAt body viewerDidAuthor }`;

interface BranchesData {
  readonly repository: { readonly refs: BranchesPage | null } | null;
}

const document = `query Branches($owner: String!, $name: String!, $refPrefix: String!, $after: String) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    refs(refPrefix: $refPrefix, first: 100, after: $after) { ...branches }
  }
}
${branchesFields}`;

/** Of a hundred branches each, one for each submission that is open. */
const mostPages = 50;

/**
 * Reads the branches behind a first page.
 *
 * @param branchPrefix as `poweredby/`
 * @throws RequestFailed
 */
export async function readBranches(
  client: GithubClient,
  repository: RepositoryName,
  branchPrefix: string,
  first: BranchesPage | null | undefined,
): Promise<readonly OwnBranch[]> {
  const branches = branchesOf(first, branchPrefix);
  let page = first;
  for (let count = 1; hasNextPage(page?.pageInfo) && count < mostPages; count++) {
    const after = page?.pageInfo.endCursor;
    const variables = { ...repository, refPrefix: refPrefixOf(branchPrefix), after };
    const answer: { data: BranchesData } = await client.query<BranchesData>(document, variables);
    page = answer.data.repository?.refs;
    branches.push(...branchesOf(page, branchPrefix));
  }
  return branches;
}

/** As GraphQL's `refs` takes it. */
export function refPrefixOf(branchPrefix: string): string {
  return `refs/heads/${branchPrefix}`;
}

/** Our pull requests among some. */
export function ourPullsOf(nodes: readonly OtherNode[]): OurPull[] {
  return nodes
    .filter(({ viewerDidAuthor }) => viewerDidAuthor)
    .map(({ number, state, createdAt, body }) => {
      return { number, isOpen: state === 'OPEN', createdAt: new Date(createdAt), body };
    });
}

/** The branches of a page. @param branchPrefix as `poweredby/` */
export function branchesOf(
  page: BranchesPage | null | undefined,
  branchPrefix: string,
): OwnBranch[] {
  return (page?.nodes ?? []).map(({ name, associatedPullRequests: { nodes } }) => ({
    // GitHub names a reference without the prefix that was asked for: public programs take it so, no document says it.
    name: name.startsWith(branchPrefix) ? name : branchPrefix + name,
    isLive: nodes.length === 0 || nodes.some(({ state }) => state === 'OPEN'),
    pulls: ourPullsOf(nodes),
  }));
}
