import * as z from 'zod';
import type { GithubClient } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';

const comparison = z.object({ merge_base_commit: z.object({ sha: z.string() }) });

/**
 * Finds the commit that a pull request started from, or last took from its base.
 *
 * @param base a branch
 * @param head a commit, also of a fork
 * @throws RequestFailed, also where the two have no commit in common
 */
export async function readMergeBase(
  client: GithubClient,
  { owner, name }: RepositoryName,
  base: string,
  head: string,
): Promise<string> {
  // The changed files, which can be large, come with the first page alone.
  const { data } = await client.rest('GET /repos/{owner}/{repo}/compare/{base}...{head}', {
    owner,
    repo: name,
    base,
    head,
    per_page: 1,
    page: 2,
  });
  return comparison.parse(data).merge_base_commit.sha;
}
