import * as z from 'zod';
import type { RepositoryName } from '../repository-name.ts';
import type { GithubClient } from './github-client.ts';

const blob = z.object({ content: z.string() });

/**
 * Reads a file's bytes whole, by the id of its object. GitHub gives files of up to 100 MB so.
 *
 * @throws RequestFailed
 */
export async function readBlob(
  client: GithubClient,
  { owner, name }: RepositoryName,
  oid: string,
): Promise<Uint8Array> {
  const { data } = await client.rest('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    owner,
    repo: name,
    file_sha: oid,
  });
  return Buffer.from(blob.parse(data).content, 'base64');
}
