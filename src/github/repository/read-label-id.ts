import * as z from 'zod';
import { type GithubClient, RequestFailed } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';

const labelAnswer = z.object({ node_id: z.string() });

/**
 * The node id of a label, by REST: for one that GraphQL did not know, and that could not be created all the same.
 *
 * @returns nothing where REST does not know it either
 * @throws RequestFailed
 */
export async function readLabelId(
  client: GithubClient,
  { owner, name }: RepositoryName,
  label: string,
): Promise<string | undefined> {
  try {
    const { data } = await client.rest('GET /repos/{owner}/{repo}/labels/{name}', {
      owner,
      repo: name,
      name: label,
    });
    return labelAnswer.parse(data).node_id;
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return undefined;
    throw error;
  }
}
