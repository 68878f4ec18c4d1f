import { configurationPath, misnamedConfigurationPath } from '../../config/configuration.ts';
import type { GithubClient, QueryAnswer } from '../client/github-client.ts';
import type { TypedDocument } from '../client/typed-document.ts';
import type { ConfiguredFragment } from '../generated/operations.ts';
import type { RepositoryName } from '../repository-name.ts';

/** So many repositories are asked about with one query. */
const atOnce = 50;

/**
 * Reads for many repositories whether they have a configuration on the default branch, and which.
 *
 * @returns by the repository's place, the id of the file's object, `misnamed` where only a file with nearly its name is
 *   there, or nothing; those that could not be read are missing
 */
export async function readConfigurationIds(
  client: GithubClient,
  repositories: readonly RepositoryName[],
): Promise<ReadonlyMap<number, string | undefined>> {
  const found = new Map<number, string | undefined>();
  for (let start = 0; start < repositories.length; start += atOnce) {
    const asked = repositories.slice(start, start + atOnce);
    // Where GitHub does not answer, nothing is known of these, and the others are asked about all the same.
    const answer = await readSome(client, asked).catch(() => undefined);
    if (!answer) continue;
    const unread = new Set(
      answer.errors.filter(({ type }) => type !== 'NOT_FOUND').map(({ path }) => path?.[0]),
    );
    for (const index of asked.keys()) {
      const alias = aliasOf(index);
      const target = answer.data[alias]?.defaultBranchRef?.target;
      const oid = target?.file?.object?.oid ?? (target?.misnamed?.oid ? 'misnamed' : undefined);
      if (!unread.has(alias) && !unread.has(undefined)) found.set(start + index, oid);
    }
  }
  return found;
}

function aliasOf(index: number): `repository${number}` {
  return `repository${index}`;
}

/** Each is null where it cannot be seen (any more). */
type Answer = Readonly<Record<`repository${number}`, ConfiguredFragment | null>>;

function readSome(
  client: GithubClient,
  repositories: readonly RepositoryName[],
): Promise<QueryAnswer<Answer>> {
  const names = repositories.flatMap(({ owner, name }, index) => [
    [`owner${index}`, owner],
    [`name${index}`, name],
  ]);
  const variables = {
    path: configurationPath,
    misnamed: misnamedConfigurationPath,
    ...Object.fromEntries(names),
  };
  return client.queryParts(configuredDocument(repositories.length), variables);
}

/**
 * Asks about so many repositories.
 *
 * @internal
 */
export function configuredDocument(
  count: number,
): TypedDocument<Answer, Readonly<Record<string, string>>> {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parameters = indexes.map((index) => `$owner${index}: String!, $name${index}: String!`);
  const fields = indexes.map(
    (index) =>
      `  ${aliasOf(index)}: repository(owner: $owner${index}, name: $name${index}) { ...configured }`,
  );
  return {
    text: `query Configured($path: String!, $misnamed: String!, ${parameters.join(', ')}) {
  rateLimit { remaining }
${fields.join('\n')}
}
fragment configured on Repository {
  defaultBranchRef { target { ... on Commit { file(path: $path) { object { oid } } misnamed: file(path: $misnamed) { oid } } } }
}`,
  };
}
