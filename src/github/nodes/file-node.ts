import { decodeUtf8 } from '../../text/decode-utf8.ts';
import type { GithubClient } from '../client/github-client.ts';
import { readBlob } from '../client/read-blob.ts';
import type { FileFragment } from '../generated/operations.ts';
import type { RepositoryName } from '../repository-name.ts';

/** A fragment for files that are read as text: a folder has none of these, and what GitHub takes for binary no text. */
export const fileFields = `fragment file on TreeEntry {
  object { ... on Blob { oid byteSize isTruncated text } }
}`;

/**
 * Reads a file's text exactly. GraphQL cuts long texts, has none for what it takes for binary, and replaces what is no
 * UTF-8: where the text is not byte for byte the file, the bytes are read on their own.
 *
 * @returns undefined for a folder
 * @throws RequestFailed
 */
export async function readText(
  client: GithubClient,
  repository: RepositoryName,
  { object }: FileFragment,
): Promise<string | 'not-utf8' | undefined> {
  if (object?.oid === undefined) return undefined;
  const { oid, byteSize, isTruncated, text } = object;
  const isWhole = !isTruncated && typeof text === 'string' && Buffer.byteLength(text) === byteSize;
  if (isWhole && !text.includes('\uFFFD')) return text;
  return decodeUtf8(await readBlob(client, repository, oid)) ?? 'not-utf8';
}
