import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import { nextPage, nodesOf } from '../nodes/connection.ts';
import type { RepositoryName } from '../repository-name.ts';
import {
  branchesFields,
  branchesOf,
  type OwnBranch,
  ourPullsOf,
  refPrefixOf,
} from '../submission/own-branches.ts';
import type { OurPull } from '../submission/submission-snapshot.ts';

/** @internal */
export const openDocument = typedDocument(`query Open(
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
    pullRequests(
      labels: [$label], states: [OPEN], first: 100, orderBy: { field: CREATED_AT, direction: DESC }
    ) @include(if: $refs) { nodes { ...other } }
  }
}
${branchesFields}`);

/**
 * Reads the numbers of the open issues with a label, and the branches under a prefix, or of our open pull requests with the
 * label: the newest hundred of those.
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
  let pulls: readonly OurPull[] = [];
  const variables = { ...repository, label, refPrefix: refPrefixOf(branchPrefix) };
  let next: Next = { issues: true, refs: true, afterIssue: null, afterRef: null };
  while (next.issues || next.refs) {
    const { data } = await client.query(openDocument, { ...variables, ...next });
    const page = data.repository;
    issues.push(...nodesOf(page?.issues).map(({ number }) => number));
    branches.push(...branchesOf(page?.refs, branchPrefix));
    if (page?.pullRequests) pulls = ourPullsOf(nodesOf(page.pullRequests));
    const [afterIssue, afterRef] = [nextPage(page?.issues), nextPage(page?.refs)];
    next = {
      issues: afterIssue !== undefined,
      refs: afterRef !== undefined,
      afterIssue: afterIssue ?? null,
      afterRef: afterRef ?? null,
    };
  }
  const named = new Set(branches.map(({ name }) => name));
  const elsewhere = pulls.filter(({ branch }) => !named.has(branch));
  branches.push(...elsewhere.map((pull) => ({ name: pull.branch, isLive: true, pulls: [pull] })));
  return { issues, branches };
}

/** What is still to be read, and behind what. */
interface Next {
  readonly issues: boolean;
  readonly refs: boolean;
  readonly afterIssue: string | null;
  readonly afterRef: string | null;
}
