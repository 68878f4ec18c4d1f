import { expect, it } from 'vitest';
import { readPullNote } from '../../src/reconcile/observe/notes/notes.ts';
import { companyKey } from '../../src/submission/same-company.ts';
import { unlimited } from './fifty.ts';
import { commitsOn, issuesOf, type World, world } from './world.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** GitHub on a bad day: so many of its answers are 502, half of them with the request's effect. */
function failing(rate: () => number, random: () => number): typeof fetch {
  return async (address, options) => {
    const isToken = String(address).endsWith('/access_tokens');
    if (isToken || random() >= rate()) return fetch(address, options);
    if (random() < 0.5) await fetch(address, options);
    return Response.json({ message: 'Server Error' }, { status: 502 });
  };
}

/** What somebody does to an issue; whatever a writer pushed must stay until a writer says otherwise. */
async function act(
  { github, repository, open, merge }: World,
  random: () => number,
  pushed: Map<string, string>,
): Promise<void> {
  const forms = issuesOf(repository).filter(({ title }) => title === 'Add us');
  const issue = forms[Math.floor(random() * forms.length)];
  if (!issue) return;
  const [author, mary] = [github.as(issue.author.login), github.as('mary')];
  const branch = `poweredby/issue-${issue.number}`;
  const acts = [
    () => author.comment(issue, '/poweredby withdraw'),
    () => author.comment(issue, '/poweredby add'),
    () => author.comment(issue, '/poweredby text zh 文字'),
    () => author.edit(issue, { body: `${issue.body} ` }),
    () => {
      pushed.delete(branch);
      mary.comment(issue, '/poweredby rebuild');
    },
    () => {
      const ours = issue.comments.filter(({ author: { type } }) => type === 'Bot');
      for (const comment of ours) mary.deleteComment(comment);
    },
    async () => {
      if (!(await repository.git.branch(branch))) return;
      const files = { [`review-${pushed.size}.md`]: String(random()) };
      pushed.set(branch, await mary.push(repository, { branch, files }));
    },
    // One that is in conflict for the moment is not merged.
    () => Promise.all(open().slice(0, 1).map(merge)).catch(() => undefined),
  ];
  await acts[Math.floor(random() * acts.length)]?.();
}

/** What somebody pushed is there. Else each branch of ours has one commit, and each company one pull request, to be merged. */
async function check(made: World, pushed: ReadonlyMap<string, string>): Promise<void> {
  const { github, repository, open, said } = made;
  for (const [branch, oid] of pushed) {
    const tip = (await repository.git.branch(branch)) ?? '';
    expect([branch, tip !== '' && (await repository.git.contains(tip, oid))]).toEqual([
      branch,
      true,
    ]);
  }
  const heads = open().map(({ pull }) => pull?.headRefName ?? '');
  const own = open().filter(({ pull }) => !pushed.has(pull?.headRefName ?? ''));
  for (const pull of own) {
    expect(await commitsOn(repository, pull.pull?.headRefName ?? '')).toHaveLength(1);
    expect(await github.isMergeable(pull)).toBe(true);
  }
  const companies = own.map(({ body }) => companyKey(readPullNote(body)?.company ?? ''));
  expect(companies).toEqual([...new Set(companies)]);
  for (const branch of await repository.git.branches()) {
    const { author } = await repository.git.commit((await repository.git.branch(branch)) ?? '');
    if (author.name.endsWith('[bot]')) expect(heads).toContain(branch);
  }
  // Throws where there are two comments.
  for (const issue of issuesOf(repository)) said(issue);
}

it.each([
  [1, 0],
  [2, 0.2],
  [3, 0.5],
  [4, 0.5],
])(
  'two servers by mistake, and GitHub on a bad day, end as one on a good day would: %i, %d',
  async (seed, rate) => {
    const random = randomOf(seed);
    let current = rate;
    const send = failing(() => current, random);
    const made = await world({
      ...unlimited,
      emulator: { cutsRefPrefix: seed % 2 === 0 },
      app: { fetch: send },
    });
    const { github, repository, settle } = made;
    const second = made.another();
    const settleBoth = async () => {
      await Promise.all([made.app().sweep(), second.sweep()]);
      await settle();
      await second.idle();
      await settle();
    };
    for (const company of ['Alpha', 'Beta', 'alpha', 'Gamma'])
      made.submit(`of-${company}`, { company });
    const removal = github.as('bob').openIssue(repository, { title: 'Off', body: 'Remove us.' });
    github.as('mary').comment(removal, '/poweredby remove Alder Rail');
    await settleBoth();
    const pushed = new Map<string, string>();
    for (let turn = 0; turn < 12; turn++) {
      await act(made, random, pushed);
      await (random() < 0.5 ? settleBoth() : settle());
    }
    current = 0;
    for (let turn = 0; turn < 4; turn++) {
      await settleBoth();
      github.clock.turn(15 * 60_000);
    }
    await check(made, pushed);
  },
  120_000,
);
