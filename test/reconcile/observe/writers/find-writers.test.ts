import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { findCommands } from '../../../../src/reconcile/observe/commands/command-comment.ts';
import { findWriters } from '../../../../src/reconcile/observe/writers/find-writers.ts';
import { KnownWriters } from '../../../../src/reconcile/observe/writers/known-writers.ts';
import { api, playGithub } from '../../../github/played-github.ts';
import { configurationOf } from '../../../submission/configuration.ts';
import { comment, person } from '../../facts.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };

/** The commands that these people gave, in this order. */
function commandsOf(given: readonly (readonly [login: string, words: string])[]) {
  const thread = given.map(([login, words], index) =>
    comment(index + 1, { author: person(login), body: `/poweredby ${words}` }),
  );
  return findCommands(thread, configurationOf(), {});
}

/** Who is asked about, in this order; mary and max may write. */
async function asked(
  commands: ReturnType<typeof commandsOf>,
  known: ReadonlyMap<string, boolean> = new Map(),
  writers = new KnownWriters(),
) {
  const before = github.sent().length;
  for (const login of new Set(commands.map(({ author }) => author.login))) {
    const permission = /^ma/.test(login) ? 'write' : 'read';
    nock(api)
      .get(`/repos/acme/site/collaborators/${login}/permission`)
      .optionally()
      .reply(200, { permission, user: { id: 5 } });
  }
  const found = await findWriters(repository, commands, known, {
    client: await github.client(),
    writers,
  });
  nock.cleanAll();
  const logins = github
    .sent()
    .slice(before)
    .map((request) => request.split('/').at(-2));
  return { logins, found, writers };
}

describe('who is asked about', () => {
  it('is whoever gave a command that depends on it, once', async () => {
    const commands = commandsOf([
      ['ann', 'withdraw'],
      ['bob', 'help'],
      ['cid', 'rebiuld'],
      ['mary', 'rebuild'],
      ['Ann', 'add'],
    ]);
    const { logins, found, writers } = await asked(commands);
    expect(logins.toSorted()).toEqual(['Ann', 'mary']);
    expect([...found].toSorted()).toEqual([
      ['ann', false],
      ['mary', true],
    ]);
    expect([writers.has(repository, 'mary'), writers.has(repository, 'ann')]).toEqual([
      true,
      false,
    ]);
    expect((await asked(commands, found)).logins).toEqual([]);
  });

  it('is a hundred people at most: who was a writer before, and who wrote last', async () => {
    const flood = Array.from({ length: 300 }, (_, index) => [`m${index}`, 'rebuild'] as const);
    const writers = new KnownWriters();
    writers.learn(repository, new Map([['max', true]]));
    const commands = commandsOf([['max', 'rebuild'], ...flood, ['mary', 'withdraw']]);
    const { logins, found } = await asked(commands, new Map(), writers);
    expect(logins).toHaveLength(100);
    expect([found.get('max'), found.get('mary'), found.get('m0')]).toEqual([true, true, undefined]);
    // Those who are left are asked about by the next job, once these have an answer.
    expect((await asked(commands, found)).logins).toHaveLength(100);
  });
});
