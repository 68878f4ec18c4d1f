import type { GithubClient } from '../../github/client/github-client.ts';
import { repositoryNameOf } from '../../github/repository-name.ts';
import type { ListedRepository } from '../../reconcile/observe/configuration-cache.ts';

const pageSize = 100;

interface Installation {
  readonly id: number;
  readonly suspended_at?: string | null;
  readonly updated_at?: string;
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

/** An installation that is not suspended. */
export interface ActiveInstallation {
  readonly id: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** The installations of the app that are not suspended. @throws RequestFailed */
export async function readInstallations(app: GithubClient): Promise<readonly ActiveInstallation[]> {
  const installations = await readAll(app, 'GET /app/installations', (data) => {
    return { items: data as readonly Installation[] };
  });
  return installations
    .filter((each) => !each.suspended_at)
    .map(({ id, updated_at: at }) => ({
      id,
      changedAt: at === undefined ? 0 : Date.parse(at),
    }));
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
