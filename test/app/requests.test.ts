import { describe, expect, it } from 'vitest';
import type { Comment, Issue } from '../../src/emulator/world/model.ts';
import { inLocales } from './locales.ts';
import { pages, type World, world } from './world.ts';

/** A world with pages in twenty locales, with a submission of each of some people's, and its pull request. */
async function submitted(...people: readonly string[]): Promise<World & { issues: Issue[] }> {
  const made = await world(inLocales(20));
  const issues = people.map((who) => made.submit(who, { company: `${who}'s company` }));
  await made.settle();
  expect(made.open()).toHaveLength(people.length);
  return { ...made, issues };
}

/** What the app asks of GitHub, tokens aside, until all that follows from something is done. */
async function requestsOf({ github, settle }: World, happen: () => unknown): Promise<string[]> {
  github.requests.clear();
  await happen();
  await settle();
  return github.requests.counted.map(({ operation }) => operation);
}

const permission = 'repos/get-collaborator-permission-level';

const kindOf = (operation: string): string => operation.split(' ')[0] ?? '';

describe('from an issue to its pull request and comment', () => {
  for (const count of [1, 2, 20]) {
    it(`it takes three requests, and one more the first time, with pages in locales: ${count}`, async () => {
      const made = await world(inLocales(count));
      const submit = (who: string) => made.submit(who, { company: `${who}'s company` });
      await made.settle();
      await made.restart();
      const [ourName, ...cold] = await requestsOf(made, () => submit('ann'));
      // Asked once by each process, whatever it does.
      expect(ourName).toBe('apps/get-authenticated');
      expect(cold.map(kindOf)).toEqual(['query', 'query', 'mutation', 'mutation']);
      const warm = await requestsOf(made, () => submit('bob'));
      expect(warm.map(kindOf)).toEqual(['query', 'mutation', 'mutation']);
      const pagesOf = ({ pull }: Issue) =>
        pull?.changes.files.filter(({ path }) => path.endsWith('.md')).length;
      expect(made.open().map(pagesOf)).toEqual([count, count]);
    });
  }
});

describe('at most four requests are taken', () => {
  it('by an edit', async () => {
    const made = await submitted('ann');
    const [issue] = made.issues;
    const requests = await requestsOf(made, () => {
      if (issue)
        made.github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
    });
    expect(made.open()[0]?.body).toContain('50,000');
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  it('by a rebuild after a push: one for all that are open, and three for each', async () => {
    const made = await submitted('ann', 'bob', 'cid');
    const { github, repository, open } = made;
    const page = (await github.readFile(repository, pages.zh)) ?? '';
    const before = open().map(({ pull }) => pull?.headOid);
    const requests = await requestsOf(made, () => {
      const files = { [pages.zh]: page.replace('Brightwater', 'Clearwater') };
      return github.as('mary').push(repository, { files });
    });
    for (const pull of open()) {
      expect(before).not.toContain(pull.pull?.headOid);
      expect(await github.isMergeable(pull)).toBe(true);
    }
    expect(requests.length).toBeLessThanOrEqual(1 + 3 * 3);
  });

  const commands = [
    ['ann', '/poweredby text de Pakete, sicher durch jeden Sturm.', 'THUMBS_UP'],
    ['mary', '/poweredby rebuild', 'THUMBS_UP'],
    ['ann', '/poweredby withdraw', 'THUMBS_UP'],
    ['ann', '/poweredby add', 'THUMBS_UP'],
    ['tom', '/poweredby help', 'THUMBS_UP'],
    ['eve', '/poweredby withdraw', 'CONFUSED'],
  ] as const;

  it('by a command until it is answered, its 👀 among them, and one that asks what its author may do', async () => {
    const made = await submitted('ann');
    const { github, repository, issues } = made;
    const other = github.as('mary').openIssue(repository, { title: 'Gone', body: 'They left us.' });
    await made.settle();
    const said = commands.map((command) => [issues[0], ...command] as const);
    const removal = [other, 'mary', '/poweredby remove Fathom Maps', 'THUMBS_UP'] as const;
    for (const [issue, who, words, answer] of [...said, removal]) {
      const comments: Comment[] = [];
      const requests = await requestsOf(made, () => {
        if (issue) comments.push(github.as(who).comment(issue, words));
      });
      const reactions = comments[0]?.reactions.map(({ content }) => content);
      expect(reactions, words).toEqual(['EYES', answer]);
      // REST's are not sent a second apart, as those of GraphQL are.
      const asking = requests.filter((operation) => operation === permission);
      expect(asking.length, words).toBe(words === '/poweredby help' ? 0 : 1);
      const spaced = requests.filter((operation) => operation !== permission);
      const answered = spaced.findLastIndex((operation) => operation.includes('addReaction'));
      expect(answered + 1, `${words}: ${spaced.join(' | ')}`).toBeLessThanOrEqual(4);
    }
  });
});
