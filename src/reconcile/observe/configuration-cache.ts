import { LruCache } from '../../cache/lru-cache.ts';
import type { Configuration } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { readConfigurationFile } from '../../github/repository/read-configuration-file.ts';
import { readConfigurationIds } from '../../github/repository/read-configuration-ids.ts';
import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import type { Result } from '../../problem/result.ts';

/** A repository's configuration as it was last read. */
export interface KnownConfiguration {
  /** Of the file's object. */
  readonly oid: string;
  readonly read: Result<Configuration>;
}

const mostKept = 10_000;

/**
 * Remembers the configurations of repositories, so that a job needs no request for one. It may be forgotten at any time,
 * and every job sees by the file's object id whether it still holds.
 */
export class ConfigurationCache {
  readonly #known = new LruCache<KnownConfiguration | undefined>(mostKept);

  /** @returns undefined where the repository has none: we stay silent there. @throws RequestFailed */
  async get(
    client: GithubClient,
    repository: RepositoryName,
  ): Promise<KnownConfiguration | undefined> {
    const key = repositoryKey(repository);
    if (this.#known.has(key)) return this.#known.get(key);
    const file = await readConfigurationFile(client, repository);
    const known = file && { oid: file.oid, read: readConfiguration(file.text) };
    this.#known.set(key, known);
    return known;
  }

  /**
   * Looks at many repositories at once: what is remembered of one that has another configuration by now is forgotten.
   *
   * @returns those that have one, and of those for which that could not be told the ones that had one before
   * @throws Limited
   */
  async refresh(
    client: GithubClient,
    repositories: readonly RepositoryName[],
  ): Promise<readonly RepositoryName[]> {
    const oids = await readConfigurationIds(client, repositories);
    return repositories.filter((repository, index) => {
      const known = this.#known.get(repositoryKey(repository));
      const oid = oids.get(index);
      const isUnread = !oids.has(index);
      // One that is known holds where nothing else is: every job sees for itself whether there is another.
      const holds = isUnread ? known !== undefined : known?.oid === oid;
      if (!holds) this.forget(repository);
      if (holds && !known) this.#known.set(repositoryKey(repository), undefined);
      return isUnread ? known !== undefined : oid !== undefined;
    });
  }

  /** Lets the next job read it again. */
  forget(repository: RepositoryName): void {
    this.#known.delete(repositoryKey(repository));
  }
}
