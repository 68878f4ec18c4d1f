import type { GithubClient } from '../client/github-client.ts';
import type { TypedDocument } from '../client/typed-document.ts';
import type { FileFragment } from '../generated/operations.ts';
import { readText } from '../nodes/file-node.ts';
import type { RepositoryName } from '../repository-name.ts';

/** So many files are read with one query, unless they are known to be small. */
const usuallyAtOnce = 25;

type Blob = FileFragment['object'];

interface Answer {
  readonly rateLimit: { readonly remaining: number } | null;
  readonly repository: Readonly<Record<`blob${number}`, Blob>> | null;
}

/**
 * Reads files by the ids of their objects, many at a time.
 *
 * @param atOnce how many are read with one query
 * @returns the texts by id; those that are not UTF-8 are missing
 * @throws RequestFailed
 */
export async function readBlobTexts(
  client: GithubClient,
  repository: RepositoryName,
  oids: readonly string[],
  atOnce: number = usuallyAtOnce,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let start = 0; start < oids.length; start += atOnce) {
    const asked = oids.slice(start, start + atOnce);
    const ids = Object.fromEntries(asked.map((oid, index) => [`oid${index}`, oid]));
    const variables = { owner: repository.owner, name: repository.name, ...ids };
    const { data } = await client.query(blobsDocument(asked.length), variables);
    for (const [index, oid] of asked.entries()) {
      const object = data.repository?.[`blob${index}`] ?? null;
      const text = await readText(client, repository, { object });
      if (text !== undefined && text !== 'not-utf8') texts.set(oid, text);
    }
  }
  return texts;
}

/**
 * Asks for so many files.
 *
 * @internal
 */
export function blobsDocument(
  count: number,
): TypedDocument<Answer, Readonly<Record<string, string>>> {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `, $oid${index}: GitObjectID!`);
  const objects = indexes.map((index) => `    blob${index}: object(oid: $oid${index}) { ...blob }`);
  return {
    text: `query Blobs($owner: String!, $name: String!${parameters.join('')}) {
  rateLimit { remaining }
  repository(owner: $owner, name: $name) {
${objects.join('\n')}
  }
}
fragment blob on GitObject { ... on Blob { oid byteSize isTruncated text } }`,
  };
}
