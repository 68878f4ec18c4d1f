import type { GithubClient } from '../../../github/client/github-client.ts';
import type { Author } from '../../../github/nodes/author.ts';
import { mayWrite } from '../../../github/repository/may-write.ts';
import type { RepositoryName } from '../../../github/repository-name.ts';
import type { CommandComment } from '../commands/command-comment.ts';
import type { KnownWriters } from './known-writers.ts';
import { needsPermission, type Writers } from './writers.ts';

/** So many people's permissions one job asks for: a request each. Whoever is left is asked about by the next. */
const mostAsked = 100;

/** What is needed to find out who may write. */
interface WriterServices {
  readonly client: GithubClient;
  readonly writers: KnownWriters;
}

/**
 * Asks what those may do whose commands are to be evaluated: those who were writers when that was last asked first, then
 * whoever wrote last.
 *
 * @param known who was asked about already
 * @throws RequestFailed
 */
export async function findWriters(
  repository: RepositoryName,
  commands: readonly CommandComment[],
  known: Writers,
  { client, writers }: WriterServices,
): Promise<Writers> {
  const authors = new Map<string, Author>();
  for (const given of commands) {
    const key = given.author.login.toLowerCase();
    if (!needsPermission(given) || known.has(key)) continue;
    // Whoever writes again moves to the end.
    authors.delete(key);
    authors.set(key, given.author);
  }
  const isKnown = (author: Author) => writers.has(repository, author.login);
  const asked = [...authors.values()]
    .reverse()
    .toSorted((one, other) => Number(isKnown(other)) - Number(isKnown(one)))
    .slice(0, mostAsked);
  const found = await Promise.all(
    asked.map(async (author): Promise<[string, boolean]> => {
      return [author.login.toLowerCase(), await mayWrite(client, repository, author)];
    }),
  );
  writers.learn(repository, new Map(found));
  return new Map([...known, ...found]);
}
