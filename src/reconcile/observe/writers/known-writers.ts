import { LruCache } from '../../../cache/lru-cache.ts';
import { type RepositoryName, repositoryKey } from '../../../github/repository-name.ts';

const mostKept = 10_000;

/**
 * Who might write to a repository when that was last asked. A hint, so that their commands need not wait: what they may do is
 * asked again for each.
 */
export class KnownWriters {
  readonly #known = new LruCache<true>(mostKept);

  /** @param writers by login in lower case, as a snapshot has them */
  learn(repository: RepositoryName, writers: ReadonlyMap<string, boolean>): void {
    for (const [login, isWriter] of writers) {
      const key = keyOf(repository, login);
      if (isWriter) this.#known.set(key, true);
      else this.#known.delete(key);
    }
  }

  has(repository: RepositoryName, login: string): boolean {
    return this.#known.has(keyOf(repository, login));
  }
}

function keyOf(repository: RepositoryName, login: string): string {
  return `${repositoryKey(repository)} ${login.toLowerCase()}`;
}
