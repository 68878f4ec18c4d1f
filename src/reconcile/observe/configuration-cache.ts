import { LruCache } from '../../cache/lru-cache.ts';
import { type Configuration, misnamedConfigurationPath } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import {
  type ConfigurationFile,
  readConfigurationFile,
} from '../../github/repository/read-configuration-file.ts';
import { readConfigurationIds } from '../../github/repository/read-configuration-ids.ts';
import { type RepositoryName, repositoryKey } from '../../github/repository-name.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result } from '../../problem/result.ts';

/** What is known where the file's name is not quite right. */
const misnamed: KnownConfiguration = {
  oid: undefined,
  read: failure(problem('configuration-misnamed', '', { path: misnamedConfigurationPath })),
};

/** A repository's configuration as it was last read. */
export interface KnownConfiguration {
  /** Of the file's object; nothing where only a file with nearly its name is there. */
  readonly oid: string | undefined;
  readonly read: Result<Configuration>;
}

function readKnown({ oid, text }: ConfigurationFile): KnownConfiguration {
  return { oid, read: readConfiguration(text) };
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
    const known = file && (file === 'misnamed' ? misnamed : readKnown(file));
    this.#known.set(key, known);
    return known;
  }

  /**
   * Looks at many repositories at once: what is remembered of one that has another configuration by now is forgotten.
   *
   * @returns those that have one, and those of which that could not be told
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
      const holds = isUnread
        ? known !== undefined
        : oid === 'misnamed'
          ? known === misnamed
          : known !== misnamed && known?.oid === oid;
      if (!holds) this.forget(repository);
      if (holds && !known) this.#known.set(repositoryKey(repository), undefined);
      return isUnread || oid !== undefined;
    });
  }

  /** Lets the next job read it again. */
  forget(repository: RepositoryName): void {
    this.#known.delete(repositoryKey(repository));
  }
}
