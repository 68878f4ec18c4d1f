import * as z from 'zod';
import { type GithubClient, RequestFailed } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';

/** What GitHub answers where an issue is not there, or was deleted. */
const goneStatuses = [404, 410];

const issueAnswer = z.object({ repository_url: z.string().optional() });

/**
 * Whether a repository has an issue, by REST: a second opinion, where GraphQL did not find it.
 *
 * @throws RequestFailed where that cannot be told
 */
export async function hasIssue(
  client: GithubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<boolean> {
  const parameters = { owner, repo: name, issue_number: number };
  try {
    const { data } = await client.rest(
      'GET /repos/{owner}/{repo}/issues/{issue_number}',
      parameters,
    );
    // Where it was transferred, the request is redirected to where it is now, if we may see that.
    const { repository_url: place } = issueAnswer.parse(data);
    return place?.toLowerCase().endsWith(`/${owner}/${name}`.toLowerCase()) === true;
  } catch (error) {
    const status = error instanceof RequestFailed ? error.status : undefined;
    if (status !== undefined && goneStatuses.includes(status)) return false;
    throw error;
  }
}
