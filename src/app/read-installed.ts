import type { GithubClient } from '../github/github-client.ts';
import { type RepositoryName, repositoryNameOf } from '../github/repository-name.ts';

const pageSize = 100;

/** The ids of the installations of the app that are not suspended. @throws RequestFailed */
export async function readInstallations(app: GithubClient): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let page = 1; ; page++) {
    const { data } = await app.rest('GET /app/installations', { per_page: pageSize, page });
    const installations = data as readonly {
      readonly id: number;
      readonly suspended_at?: string | null;
    }[];
    ids.push(...installations.filter((each) => !each.suspended_at).map(({ id }) => id));
    if (installations.length < pageSize) return ids;
  }
}

/** The repositories of an installation that can be written to. @throws RequestFailed */
export async function readRepositories(client: GithubClient): Promise<readonly RepositoryName[]> {
  const names: RepositoryName[] = [];
  for (let page = 1; ; page++) {
    const { data } = await client.rest('GET /installation/repositories', {
      per_page: pageSize,
      page,
    });
    const { repositories } = data as {
      readonly repositories: readonly { readonly full_name: string; readonly archived?: boolean }[];
    };
    const active = repositories.filter(({ archived }) => archived !== true);
    names.push(...active.map(({ full_name: name }) => repositoryNameOf(name)));
    if (repositories.length < pageSize) return names;
  }
}
