import type { GithubClient } from '../client/github-client.ts';
import { typedDocument } from '../client/typed-document.ts';
import { nextPage, nodesOf } from '../nodes/connection.ts';
import type { RepositoryName } from '../repository-name.ts';

/** A pull request, and the files that it changes. */
export interface ChangedFiles {
  /** Its newest commit, which may be a fork's. */
  readonly headOid: string;
  readonly updatedAt: Date;
  /** The branch that it is for. */
  readonly base: string;
  readonly isForDefaultBranch: boolean;
  /** From the repository's root. A renamed file is named as it is called now. */
  readonly paths: readonly string[];
  /** Whether other files may be changed, too: there are very many, or some have had another name. */
  readonly mayBeMore: boolean;
}

/** @internal */
export const changedFilesDocument =
  typedDocument(`query ChangedFiles($owner: String!, $name: String!, $number: Int!, $after: String) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    pullRequest(number: $number) {
      state updatedAt headRefOid baseRefName
      files(first: 100, after: $after) { pageInfo { endCursor hasNextPage } nodes { path changeType } }
    }
  }
}`);

/** How many pages of changed files are read. A pull request with more files is treated as if it changed every file. */
const mostPages = 3;

/**
 * Reads which files an open pull request changes, the first 300 of them.
 *
 * @returns undefined where there is no such pull request that is open
 * @throws RequestFailed
 */
export async function readChangedFiles(
  client: GithubClient,
  repository: RepositoryName,
  number: number,
): Promise<ChangedFiles | undefined> {
  const paths: string[] = [];
  let isRenamed = false;
  let after: string | undefined;
  for (let page = 1; ; page++) {
    const variables = { ...repository, number, after: after ?? null };
    const { data } = await client.query(changedFilesDocument, variables);
    const pull = data.repository?.pullRequest;
    if (pull?.state !== 'OPEN') return undefined;
    const files = nodesOf(pull.files);
    paths.push(...files.map(({ path }) => path));
    isRenamed ||= files.some(({ changeType }) => changeType === 'RENAMED');
    after = nextPage(pull.files);
    if (after !== undefined && page < mostPages) continue;
    const { headRefOid: headOid, updatedAt, baseRefName: base } = pull;
    return {
      headOid,
      updatedAt: new Date(updatedAt),
      base,
      isForDefaultBranch: base === data.repository?.defaultBranchRef?.name,
      paths,
      mayBeMore: isRenamed || after !== undefined,
    };
  }
}
