import type { GithubClient } from '../client/github-client.ts';
import { hasNextPage, type PageInfo } from '../nodes/page-info.ts';
import type { RepositoryName } from '../repository-name.ts';
import {
  type BranchesPage,
  branchesFields,
  branchesOf,
  type OwnBranch,
  refPrefixOf,
} from '../submission/own-branches.ts';

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
