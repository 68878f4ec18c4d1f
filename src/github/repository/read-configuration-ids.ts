import { configurationPath } from '../../config/configuration.ts';
import type { GithubClient, QueryAnswer } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';

interface RepositoryNode {
  readonly defaultBranchRef: {
    readonly target: {
      readonly file?: { readonly object: { readonly oid: string } | null } | null;
    };
  } | null;
}

/** So many repositories are asked about with one query. */
const atOnce = 50;

/**
 * Reads for many repositories whether they have a configuration on the default branch, and which.
 *
 * @returns by the repository's place, the id of the file's object, or nothing where there is none; those that could not be
 *   read are missing
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
      const oid = answer.data[alias]?.defaultBranchRef?.target?.file?.object?.oid;
      if (!unread.has(alias) && !unread.has(undefined)) found.set(start + index, oid);
    }
  }
  return found;
}

function aliasOf(index: number): string {
  return `repository${index}`;
}

/** Each is null where it cannot be seen (any more). */
type Answer = Readonly<Record<string, RepositoryNode | null>>;

function readSome(
  client: GithubClient,
  repositories: readonly RepositoryName[],
): Promise<QueryAnswer<Answer>> {
  const parameters = repositories.map(
    (_, index) => `$owner${index}: String!, $name${index}: String!`,
  );
  const fields = repositories.map(
    (_, index) =>
      `  ${aliasOf(index)}: repository(owner: $owner${index}, name: $name${index}) { ...configured }`,
  );
  const document = `query Configured($path: String!, ${parameters.join(', ')}) {
  rateLimit { remaining }
${fields.join('\n')}
}
fragment configured on Repository {
  defaultBranchRef { target { ... on Commit { file(path: $path) { object { oid } } } } }
}`;
  const names = repositories.flatMap(({ owner, name }, index) => [
    [`owner${index}`, owner],
    [`name${index}`, name],
  ]);
  return client.queryParts(document, { path: configurationPath, ...Object.fromEntries(names) });
}
