import { configurationPath, misnamedConfigurationPath } from '../../config/configuration.ts';
import type { GithubClient, QueryAnswer } from '../client/github-client.ts';
import { Limited } from '../client/limited.ts';
import type { TypedDocument } from '../client/typed-document.ts';
import type { ConfiguredFragment } from '../generated/operations.ts';
import type { RepositoryName } from '../repository-name.ts';

/** So many repositories are asked about with one query, which costs one point and reads two objects for each. */
const atOnce = 100;

/** So often a query that was too much for GitHub is asked in smaller parts, of all that are read together. */
const mostSplits = 20;

/**
 * Reads for many repositories whether they have a configuration on the default branch, and which.
 *
 * @returns by the repository's place, the id of the file's object, `misnamed` where only a file with nearly its name is
 *   there, or nothing; those that could not be read are missing
 * @throws Limited
 */
export async function readConfigurationIds(
  client: GithubClient,
  repositories: readonly RepositoryName[],
): Promise<ReadonlyMap<number, string | undefined>> {
  const found = new Map<number, string | undefined>();
  let splits = mostSplits;
  const read = async (places: readonly number[]): Promise<void> => {
    const asked = places.flatMap((place) => repositories[place] ?? []);
    const answer = await readSome(client, asked).catch((error: unknown) => {
      if (error instanceof Limited) throw error;
      // Where GitHub does not answer, the others are asked about all the same.
      return undefined;
    });
    const missing: number[] = [];
    for (const [index, place] of places.entries()) {
      const state = stateOf(index, answer);
      if (state === 'missing') missing.push(place);
      else if (state !== 'hidden') found.set(place, state.oid);
    }
    if (missing.length === 0 || places.length === 1 || splits === 0) return;
    splits -= 1;
    if (missing.length < places.length) return read(missing);
    const middle = Math.ceil(missing.length / 2);
    await read(missing.slice(0, middle));
    await read(missing.slice(middle));
  };
  const places = [...repositories.keys()];
  for (let start = 0; start < places.length; start += atOnce) {
    await read(places.slice(start, start + atOnce));
  }
  return found;
}

/** What an answer says of a repository: perhaps nothing, or that it is not for us to see, as behind a list of addresses. */
function stateOf(
  index: number,
  answer: QueryAnswer<Answer> | undefined,
): 'missing' | 'hidden' | { readonly oid: string | undefined } {
  if (!answer) return 'missing';
  const alias = aliasOf(index);
  const errors = answer.errors.filter(({ path }) => path === undefined || path[0] === alias);
  if (errors.some(({ type }) => type === 'FORBIDDEN')) return 'hidden';
  if (errors.some(({ type }) => type !== 'NOT_FOUND')) return 'missing';
  const target = answer.data[alias]?.defaultBranchRef?.target;
  return { oid: target?.file?.object?.oid ?? (target?.misnamed?.oid ? 'misnamed' : undefined) };
}

function aliasOf(index: number): `repository${number}` {
  return `repository${index}`;
}

/** Each is null where it cannot be seen (anymore). */
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
