import type { GithubClient } from '../github/client/github-client.ts';
import { type RepositoryName, repositoryNameOf } from '../github/repository-name.ts';

const pageSize = 100;

interface Installation {
  readonly id: number;
  readonly suspended_at?: string | null;
}

interface InstalledRepository {
  readonly full_name: string;
  readonly archived?: boolean;
}

/** The ids of the installations of the app that are not suspended. @throws RequestFailed */
export async function readInstallations(app: GithubClient): Promise<readonly number[]> {
  const installations = await readAll(app, 'GET /app/installations', (data) => {
    return data as readonly Installation[];
  });
  return installations.filter((each) => !each.suspended_at).map(({ id }) => id);
}

/** The repositories of an installation that can be written to. @throws RequestFailed */
export async function readRepositories(client: GithubClient): Promise<readonly RepositoryName[]> {
  const repositories = await readAll(client, 'GET /installation/repositories', (data) => {
    return (data as { readonly repositories: readonly InstalledRepository[] }).repositories;
  });
  return repositories
    .filter(({ archived }) => archived !== true)
    .map(({ full_name: name }) => repositoryNameOf(name));
}

/** @param itemsOf gives what an answer's page lists */
async function readAll<Item>(
  client: GithubClient,
  route: string,
  itemsOf: (data: unknown) => readonly Item[],
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let page = 1; ; page++) {
    const { data } = await client.rest(route, { per_page: pageSize, page });
    const items = itemsOf(data);
    found.push(...items);
    if (items.length < pageSize) return found;
  }
}
