import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import type {
  BranchesFragment,
  BranchesQueryVariables,
  OtherFragment,
} from '../generated/operations.ts';
import { nextPage, nodesOf } from '../nodes/connection.ts';
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

/** Fragments for branches with their pull requests, and for pull requests. */
export const branchesFields = `fragment branches on RefConnection {
  pageInfo { endCursor hasNextPage }
  nodes {
    name
    associatedPullRequests(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ...other } }
  }
}
fragment other on PullRequest { number state createdAt body headRefName viewerDidAuthor }`;

/** @internal */
export const branchesDocument =
  typedDocument(`query Branches($owner: String!, $name: String!, $refPrefix: String!, $after: String) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    refs(refPrefix: $refPrefix, first: 100, after: $after) { ...branches }
  }
}
${branchesFields}`);

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
  first: BranchesFragment | null | undefined,
): Promise<readonly OwnBranch[]> {
  const variables = { ...repository, refPrefix: refPrefixOf(branchPrefix) };
  const branches = branchesOf(first, branchPrefix);
  let after = nextPage(first);
  for (let count = 1; after !== undefined && count < mostPages; count++) {
    const page = await readPage(client, { ...variables, after });
    branches.push(...branchesOf(page, branchPrefix));
    after = nextPage(page);
  }
  return branches;
}

async function readPage(
  client: GithubClient,
  variables: BranchesQueryVariables,
): Promise<BranchesFragment | null | undefined> {
  const { data } = await client.query(branchesDocument, variables);
  return data.repository?.refs;
}

/** As GraphQL's `refs` takes it. */
export function refPrefixOf(branchPrefix: string): string {
  return `refs/heads/${branchPrefix}`;
}

/** Our pull requests among some. */
export function ourPullsOf(nodes: readonly OtherFragment[]): OurPull[] {
  return nodes
    .filter(({ viewerDidAuthor }) => viewerDidAuthor)
    .map(({ number, state, createdAt, body, headRefName }) => {
      return {
        number,
        branch: headRefName,
        isOpen: state === 'OPEN',
        isMerged: state === 'MERGED',
        createdAt: new Date(createdAt),
        body,
      };
    });
}

/** The branches of a page. @param branchPrefix as `poweredby/` */
export function branchesOf(
  page: BranchesFragment | null | undefined,
  branchPrefix: string,
): OwnBranch[] {
  return nodesOf(page).map(({ name, associatedPullRequests }) => {
    const nodes = nodesOf(associatedPullRequests);
    return {
      // GitHub names a reference without the prefix that was asked for: public programs take it so, no document says it.
      name: name.startsWith(branchPrefix) ? name : branchPrefix + name,
      isLive: nodes.length === 0 || nodes.some(({ state }) => state === 'OPEN'),
      pulls: ourPullsOf(nodes),
    };
  });
}
