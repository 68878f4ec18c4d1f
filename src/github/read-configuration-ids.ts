import { configurationPath } from '../config/configuration.ts';
import type { GithubClient } from './github-client.ts';
import type { RepositoryName } from './repository-name.ts';

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
    try {
      const nodes = await readSome(client, asked);
      for (const [index, node] of nodes.entries()) {
        found.set(start + index, node?.defaultBranchRef?.target?.file?.object?.oid);
      }
    } catch {
      // One that could not be read hides the others: each is asked about for itself then.
    }
  }
  return found;
}

/** @returns null where it cannot be seen (any more) */
async function readSome(
  client: GithubClient,
  repositories: readonly RepositoryName[],
): Promise<readonly (RepositoryNode | null)[]> {
  const parameters = repositories.map(
    (_, index) => `$owner${index}: String!, $name${index}: String!`,
  );
  const fields = repositories.map(
    (_, index) =>
      `  repository${index}: repository(owner: $owner${index}, name: $name${index}) { ...configured }`,
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
  const variables = { path: configurationPath, ...Object.fromEntries(names) };
  const { data } = await client.query<Record<string, RepositoryNode | null>>(document, variables);
  return repositories.map((_, index) => data[`repository${index}`] ?? null);
}
