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
import { type Clock, systemClock } from '../../time/clock.ts';

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

/** A repository as a list of GitHub's shows it: while it was not pushed to, its configuration is the same. */
export interface ListedRepository extends RepositoryName {
  /** When it was last pushed to, whatever the branch. */
  readonly pushedAt?: Date;
  /** The default branch. */
  readonly branch?: string;
}

/** What a repository was when it was seen to have a configuration, or none. */
interface Look {
  readonly pushedAt: number;
  readonly branch: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly isConfigured: boolean;
}

function readKnown({ oid, text }: ConfigurationFile): KnownConfiguration {
  return { oid, read: readConfiguration(text) };
}

const mostKept = 10_000;
const mostLooks = 100_000;

const hour = 60 * 60_000;

/** Within so long of a push it is asked again: what GitHub lists and what it reads may lag behind each other. */
const settling = hour;

/** After so long it is asked whatever the list says. */
const longestTrust = 6 * hour;

/**
 * Remembers the configurations of repositories, so that a job needs no request for one. It may be forgotten at any time,
 * and every job sees by the file's object id whether it still holds.
 */
export class ConfigurationCache {
  readonly #known = new LruCache<KnownConfiguration | undefined>(mostKept);
  readonly #looks = new LruCache<Look>(mostLooks);
  readonly #clock: Clock;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

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
   * Looks at many repositories at once, except those that were not pushed to since they were last looked at: what is
   * remembered of one that has another configuration by now is forgotten.
   *
   * @returns those that have one, and of those for which that could not be told the ones that had one before
   * @throws Limited
   */
  async refresh(
    client: GithubClient,
    repositories: readonly ListedRepository[],
  ): Promise<readonly ListedRepository[]> {
    const now = this.#clock.now();
    const looks = repositories.map((each) => this.#lookAt(each, now));
    const asked = repositories.filter((_, index) => !looks[index]);
    const oids = await readConfigurationIds(client, asked);
    const isConfigured = new Map(
      asked.map((each, index) => [each, this.#take(each, oids.has(index), oids.get(index), now)]),
    );
    return repositories.filter(
      (each, index) => looks[index]?.isConfigured ?? isConfigured.get(each),
    );
  }

  /** The last look at a repository, where it holds. */
  #lookAt(repository: ListedRepository, now: number): Look | undefined {
    const look = this.#looks.get(repositoryKey(repository));
    const isSame =
      look?.pushedAt === repository.pushedAt?.getTime() && look?.branch === repository.branch;
    return look && isSame && now - look.at < longestTrust ? look : undefined;
  }

  /** Takes what GitHub answered. @returns whether the repository is configured */
  #take(
    repository: ListedRepository,
    isRead: boolean,
    oid: string | undefined,
    now: number,
  ): boolean {
    const key = repositoryKey(repository);
    const known = this.#known.get(key);
    // One that is known holds where nothing was read: every job sees for itself whether there is another.
    if (!isRead) return known !== undefined;
    const holds =
      oid === 'misnamed' ? known === misnamed : known !== misnamed && known?.oid === oid;
    if (!holds) this.forget(repository);
    else if (!known) this.#known.set(key, undefined);
    const { pushedAt, branch } = repository;
    const isConfigured = oid !== undefined;
    if (pushedAt && branch !== undefined && now - pushedAt.getTime() > settling) {
      this.#looks.set(key, { pushedAt: pushedAt.getTime(), branch, at: now, isConfigured });
    }
    return isConfigured;
  }

  /** Lets the next job read it again. */
  forget(repository: RepositoryName): void {
    this.#known.delete(repositoryKey(repository));
  }
}
