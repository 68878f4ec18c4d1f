import type { GithubClient } from '../../github/client/github-client.ts';
import { repositoryNameOf } from '../../github/repository-name.ts';
import type { ListedRepository } from '../../reconcile/observe/configuration-cache.ts';

const pageSize = 100;

interface Installation {
  readonly id: number;
  readonly suspended_at?: string | null;
}

interface InstalledRepository {
  readonly full_name: string;
  readonly archived?: boolean;
  readonly default_branch?: string;
  readonly pushed_at?: string | null;
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** How many there are on all pages, where GitHub says so. */
  readonly count?: number;
}

/** The ids of the installations of the app that are not suspended. @throws RequestFailed */
export async function readInstallations(app: GithubClient): Promise<readonly number[]> {
  const installations = await readAll(app, 'GET /app/installations', (data) => {
    return { items: data as readonly Installation[] };
  });
  return installations.filter((each) => !each.suspended_at).map(({ id }) => id);
}

/** The repositories of an installation that can be written to. @throws RequestFailed */
export async function readRepositories(client: GithubClient): Promise<readonly ListedRepository[]> {
  const repositories = await readAll(client, 'GET /installation/repositories', (data) => {
    const { repositories: items, total_count: count } = data as RepositoryPage;
    return count === undefined ? { items } : { items, count };
  });
  return repositories.filter(({ archived }) => archived !== true).map(listedRepositoryOf);
}

interface RepositoryPage {
  readonly repositories: readonly InstalledRepository[];
  readonly total_count?: number;
}

function listedRepositoryOf(each: InstalledRepository): ListedRepository {
  const name = repositoryNameOf(each.full_name);
  const { pushed_at: pushedAt, default_branch: branch } = each;
  if (!pushedAt || branch === undefined) return name;
  return { ...name, pushedAt: new Date(pushedAt), branch };
}

/** @param pageOf gives what an answer lists */
async function readAll<Item>(
  client: GithubClient,
  route: string,
  pageOf: (data: unknown) => Page<Item>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let page = 1; ; page++) {
    const { data } = await client.rest(route, { per_page: pageSize, page });
    const { items, count = Number.POSITIVE_INFINITY } = pageOf(data);
    found.push(...items);
    if (items.length < pageSize || found.length >= count) return found;
  }
}
