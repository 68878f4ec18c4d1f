import type { GithubClient } from '../client/github-client.ts';
import type { RepositoryName } from '../repository-name.ts';
import { readBlobTexts } from './read-blob-texts.ts';

/** A folder that is read has no more than some MiB in all. */
const atOnce = 100;

/** So many characters are remembered: a few large folders. */
const mostCharacters = 32 * 1024 * 1024;

/** The texts of files by the ids of their objects, which never change: what was read once is not asked for again. */
export class BlobTexts {
  readonly #known = new Map<string, string>();
  #characters = 0;

  /**
   * Reads files that lie in a tree which the client just read.
   *
   * @returns the texts by id; those that are not UTF-8 are missing
   * @throws RequestFailed
   */
  async read(
    client: GithubClient,
    repository: RepositoryName,
    oids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const known = new Map(oids.flatMap((oid) => this.#recall(oid)));
    const missing = [...new Set(oids)].filter((oid) => !known.has(oid));
    const read = await readBlobTexts(client, repository, missing, atOnce);
    for (const [oid, text] of read) this.#remember(oid, text);
    return new Map([...known, ...read]);
  }

  #recall(oid: string): readonly [string, string][] {
    const text = this.#known.get(oid);
    return text === undefined ? [] : [[oid, text]];
  }

  #remember(oid: string, text: string): void {
    this.#known.set(oid, text);
    this.#characters += text.length;
    for (const [oldest, { length }] of this.#known) {
      if (this.#characters <= mostCharacters) return;
      this.#known.delete(oldest);
      this.#characters -= length;
    }
  }
}
