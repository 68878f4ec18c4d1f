import { randomUUID } from 'node:crypto';
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
import type { Memory } from '../../queue/shared-state.ts';
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

function readKnown({ oid, text }: ConfigurationFile, path: string): KnownConfiguration {
  return { oid, read: readConfiguration(text, path) };
}

const mostKept = 10_000;
const mostLooks = 100_000;

const hour = 60 * 60_000;

/** After so long each process has asked again by itself, in milliseconds. */
const changesKept = 24 * hour;

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
  readonly #changes: Memory<string> | undefined;
  /** The last change that was known when a repository was seen to have none. */
  readonly #seen = new LruCache<string | undefined>(mostKept);

  /** @param changes tells other processes that a repository may have another one; where there are none, nothing */
  constructor(clock: Clock = systemClock, changes?: Memory<string>) {
    this.#clock = clock;
    this.#changes = changes;
  }

  /** @returns undefined where the repository has none: we stay silent there. @throws RequestFailed */
  async get(
    client: GithubClient,
    repository: RepositoryName,
  ): Promise<KnownConfiguration | undefined> {
    const key = repositoryKey(repository);
    if (this.#known.has(key)) {
      const known = this.#known.get(key);
      // Of one that is known each job sees whether it still holds; where there was none, no job looks.
      if (known || !(await this.#hasChanged(key))) return known;
    }
    this.#seen.set(key, await this.#changes?.get(key));
    const file = await readConfigurationFile(client, repository);
    const known =
      file && (file === 'misnamed' ? misnamed : readKnown(file, client.configurationPath));
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
    const taken = asked.map(async (each, index) => {
      const isConfigured = await this.#take(each, oids.has(index), oids.get(index), now);
      return [each, isConfigured] as const;
    });
    const isConfigured = new Map(await Promise.all(taken));
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
  async #take(
    repository: ListedRepository,
    isRead: boolean,
    oid: string | undefined,
    now: number,
  ): Promise<boolean> {
    const key = repositoryKey(repository);
    const known = this.#known.get(key);
    // One that is known holds where nothing was read: every job sees for itself whether there is another.
    if (!isRead) return known !== undefined;
    const holds =
      oid === 'misnamed' ? known === misnamed : known !== misnamed && known?.oid === oid;
    if (!holds) await this.forget(repository);
    else if (!known) this.#known.set(key, undefined);
    const { pushedAt, branch } = repository;
    const isConfigured = oid !== undefined;
    if (pushedAt && branch !== undefined && now - pushedAt.getTime() > settling) {
      this.#looks.set(key, { pushedAt: pushedAt.getTime(), branch, at: now, isConfigured });
    }
    return isConfigured;
  }

  /** Whether a repository is remembered to have none. */
  isMissing(repository: RepositoryName): boolean {
    const key = repositoryKey(repository);
    return this.#known.has(key) && this.#known.get(key) === undefined;
  }

  /** Lets the next job read it again, in whatever process. */
  async forget(repository: RepositoryName): Promise<void> {
    const key = repositoryKey(repository);
    this.#known.delete(key);
    await this.#changes?.set(key, randomUUID(), changesKept);
  }

  async #hasChanged(key: string): Promise<boolean> {
    const change = await this.#changes?.get(key);
    return change !== undefined && change !== this.#seen.get(key);
  }
}
