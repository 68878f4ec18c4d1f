import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import type { RepositoryRules } from '../../src/emulator/world/repository-rules.ts';
import { unlimited } from './fifty.ts';
import { reactionsTo } from './said.ts';
import { commitsOn, submitted, type World, world } from './world.ts';

const quarter = 15 * 60_000;
const day = 24 * 60 * 60_000;

/** What GitHub was asked to write since the last look, by operation. */
function writes({ github }: World): string[] {
  const all = github.requests.counted.map(({ operation }) => operation);
  github.requests.clear();
  return all.filter((operation) => operation.startsWith('mutation'));
}

/** Sweeps some quarters of an hour later, so many times. @returns what was written */
async function sweeps(made: World, times = 3): Promise<string[]> {
  writes(made);
  for (let turn = 0; turn < times; turn++) {
    made.github.clock.turn(quarter);
    await made.app().sweep();
    await made.settle();
  }
  return writes(made);
}

/** Two sweeps a day later: each issue has its own time of the day at which it is tried again. */
async function nextDay(made: World): Promise<string[]> {
  made.github.clock.turn(day);
  return sweeps(made, 2);
}

/** Turns the clock to 15:00: the first issue is tried again at 14:50 each day, which the hours of a test must not reach. */
function atThree<Made extends World>(made: Made): Made {
  const { clock } = made.github;
  clock.turn((15 * 60 * 60_000 - (clock.now().getTime() % day) + day) % day);
  return made;
}

/** A submission of ann's in a repository where something is refused from the beginning. */
async function refused(
  restrict: (made: World) => unknown,
): Promise<World & { readonly issue: Issue }> {
  const made = atThree(await world());
  await restrict(made);
  const issue = made.submit('ann');
  await made.settle();
  return { ...made, issue };
}

const rules =
  (given: Partial<RepositoryRules>) =>
  ({ github, repository }: World) =>
    github.setRules(repository, given);

const unaccepted =
  (...permissions: string[]) =>
  ({ github }: World) => {
    for (const installation of github.installations) {
      github.setUnaccepted(installation, ...permissions);
    }
  };

describe('where GitHub refuses for good what a pull request needs', () => {
  const table: readonly {
    readonly what: string;
    readonly restrict: (made: World) => unknown;
    readonly lift: (made: World) => unknown;
    readonly told: readonly string[];
  }[] = [
    {
      what: 'a ruleset restricts creations',
      restrict: rules({ restricts: ['creation'] }),
      lift: rules({}),
      told: ['creations being restricted', 'poweredby/'],
    },
    {
      what: 'branch protection restricts creations',
      restrict: rules({ restricts: ['creation'], source: 'protection' }),
      lift: rules({}),
      told: ['creations being restricted', 'poweredby/'],
    },
    {
      what: 'a ruleset wants other commit messages',
      restrict: rules({ restricts: ['commit-message'], messagePattern: '^DOC-\\d+' }),
      lift: rules({}),
      told: ['Commit message must match', 'DOC-'],
    },
    {
      what: 'pull requests are for collaborators',
      restrict: rules({ pulls: 'collaborators' }),
      lift: rules({}),
      told: ['must be a collaborator', 'Pull requests'],
    },
    {
      what: 'pull requests are switched off',
      restrict: rules({ pulls: 'off' }),
      lift: rules({}),
      told: ['are disabled', 'Pull requests'],
    },
    {
      what: 'nobody has accepted the permission for pull requests',
      restrict: unaccepted('pull_requests'),
      lift: unaccepted(),
      told: ['Resource not accessible by integration', 'permissions'],
    },
    {
      what: 'a branch called poweredby is in the way',
      restrict: ({ github, repository }) =>
        github.as('mary').push(repository, { branch: 'poweredby', files: { a: 'a' } }),
      lift: ({ github, repository }) => github.as('mary').forcePush(repository, 'poweredby'),
      told: ['Ref cannot be created', 'Git cannot have both'],
    },
  ];

  for (const { what, restrict, lift, told } of table) {
    it(`a maintainer is told once, and nothing is tried until something changes: ${what}`, async () => {
      const made = await refused(restrict);
      const { issue, repository, said, open } = made;
      expect(open()).toEqual([]);
      expect(said(issue)).toContain('For a maintainer');
      for (const words of told) expect(said(issue)).toContain(words);
      expect((await repository.git.branches()).filter((name) => name.includes('/'))).toEqual([]);
      expect(await sweeps(made)).toEqual([]);
      await lift(made);
      expect(await sweeps(made)).toEqual([]);
      await nextDay(made);
      const [pull] = open();
      expect(pull?.isOpen).toBe(true);
      expect(said(issue)).toContain(`#${pull?.number}`);
      expect(said(issue)).not.toContain('For a maintainer');
      expect(await repository.git.branches()).toContain(`poweredby/issue-${issue.number}`);
      expect(await sweeps(made)).toEqual([]);
    });

    it(`a command tries at once, and is told what is refused: ${what}`, async () => {
      const made = await refused(restrict);
      const { issue, github, settle, replies, open } = made;
      const add = github.as('mary').comment(issue, '/poweredby add');
      await settle();
      expect(reactionsTo(add)).toEqual(['EYES', 'CONFUSED']);
      expect(replies(issue)).toContain('mary, about [your command]');
      expect(replies(issue)).toContain(told[0]);
      expect(await sweeps(made)).toEqual([]);
      await lift(made);
      const again = github.as('mary').comment(issue, '/poweredby add');
      await settle();
      expect(reactionsTo(again)).toEqual(['EYES', 'THUMBS_UP']);
      expect(open()).toHaveLength(1);
      expect(await sweeps(made)).toEqual([]);
    });

    it(`an edit of the issue tries again: ${what}`, async () => {
      const made = await refused(restrict);
      const { issue, github, settle, open } = made;
      await lift(made);
      github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await settle();
      expect(open()[0]?.body).toContain('50,000');
    });
  }
});

/** Somebody else's company is merged, so that every branch has to be built anew. */
async function mergeAnother(made: World, company: string): Promise<void> {
  made.submit('bob', { company });
  await made.settle();
  const pull = made.open().find(({ title }) => title.includes(company));
  if (!pull) throw new Error('No pull request was opened');
  await made.merge(pull);
  await made.settle();
}

describe('where force pushes are restricted', () => {
  const restricted = async () => {
    const made = atThree(await submitted());
    rules({ restricts: ['force-push'], prefix: 'poweredby/' })(made);
    return made;
  };

  it('a pull request is opened, and stays as it is when the page changes; that is told once', async () => {
    const made = await restricted();
    const { issue, pull, repository, said } = made;
    const before = pull.pull?.headOid;
    await mergeAnother(made, 'Beta Works');
    expect(said(issue)).toContain(`#${pull.number} for <b>Juniper Parcel</b> stays as it is`);
    expect(said(issue)).toContain('Cannot force-push to this branch');
    expect(pull).toMatchObject({ isOpen: true, pull: { headOid: before } });
    expect(pull.body).toContain('GitHub does not let this app update this branch');
    expect(await repository.git.branches()).not.toContain('poweredby/next-1');
    expect(await sweeps(made)).toEqual([]);
    // The next merge makes nobody try what is not allowed any more than before.
    await mergeAnother(made, 'Gamma Works');
    expect(writes(made)).not.toContain('mutation createRef createCommitOnBranch');
    expect(await sweeps(made)).toEqual([]);
    rules({})(made);
    await nextDay(made);
    expect(said(issue)).toContain('is ready to be listed');
    expect(said(issue)).not.toContain('For a maintainer');
    expect(pull.body).not.toContain('does not let this app');
    expect(pull.pull?.headOid).not.toBe(before);
    expect(await commitsOn(repository, `poweredby/issue-${issue.number}`)).toHaveLength(1);
    expect(await sweeps(made)).toEqual([]);
  });

  it('a rebuild is answered with what is refused, and succeeds once it is allowed', async () => {
    const made = await restricted();
    const { issue, pull, mary, github, repository, replies, settle } = made;
    const before = pull.pull?.headOid;
    const first = mary.comment(issue, '/poweredby rebuild');
    await settle();
    expect(reactionsTo(first)).toEqual(['EYES', 'CONFUSED']);
    expect(replies(issue)).toContain('Cannot force-push to this branch');
    expect(pull.pull?.headOid).toBe(before);
    expect(await repository.git.branches()).not.toContain('poweredby/next-1');
    expect(await sweeps(made)).toEqual([]);
    github.setRules(repository, {});
    const again = mary.comment(issue, '/poweredby rebuild');
    await settle();
    expect(reactionsTo(again)).toEqual(['EYES', 'THUMBS_UP']);
    expect(pull.pull?.headOid).not.toBe(before);
    expect(await sweeps(made)).toEqual([]);
  });

  it('a text that is given by command is not taken, and said so', async () => {
    const made = await restricted();
    const { issue, pull, ann, said, replies, settle } = made;
    const body = pull.body;
    const text = ann.comment(issue, '/poweredby text zh 朱尼珀用它分拣包裹。');
    await settle();
    expect(reactionsTo(text)).toEqual(['EYES', 'CONFUSED']);
    expect(replies(issue)).toContain('ann, about [your command]');
    expect(pull.body).toBe(body);
    expect(said(issue)).toContain('is ready to be listed');
    expect(await sweeps(made)).toEqual([]);
  });
});

describe('where deletions are restricted', () => {
  const restricted = async () => {
    const made = atThree(await submitted());
    rules({ restricts: ['deletion'], prefix: 'poweredby/' })(made);
    return made;
  };

  it('a pull request follows its page all the same, again and again', async () => {
    const made = await restricted();
    const { issue, pull, repository, github, said } = made;
    for (const company of ['Beta Works', 'Gamma Works', 'Delta Works']) {
      const before = pull.pull?.headOid;
      await mergeAnother(made, company);
      expect(pull.isOpen).toBe(true);
      expect(pull.pull?.headOid).not.toBe(before);
      expect(await github.isMergeable(pull)).toBe(true);
      expect(await commitsOn(repository, `poweredby/issue-${issue.number}`)).toHaveLength(1);
      expect(said(issue)).toContain('is ready to be listed');
      expect(said(issue)).toContain('Cannot delete this branch');
      expect(await sweeps(made)).toEqual([]);
    }
    expect(await repository.git.branches()).toContain('poweredby/next-1');
    rules({})(made);
    await nextDay(made);
    expect(await repository.git.branches()).not.toContain('poweredby/next-1');
    expect(said(issue)).not.toContain('For a maintainer');
  });

  it('a merge is thanked for, and the branch that stays is told of once', async () => {
    const made = await restricted();
    const { issue, pull, said, settle, merge, restart } = made;
    await merge(pull);
    await settle();
    expect(said(issue)).toContain('is listed');
    expect(said(issue)).toContain('Delete the branch yourself');
    expect(issue.isOpen).toBe(false);
    expect(await sweeps(made)).toEqual([]);
    await restart();
    expect(await sweeps(made)).toEqual([]);
  });

  it('a withdrawal closes the pull request, and the issue can be taken up again', async () => {
    const made = await restricted();
    const { issue, pull, ann, said, open, settle, repository } = made;
    const withdraw = ann.comment(issue, '/poweredby withdraw');
    await settle();
    expect(reactionsTo(withdraw)).toEqual(['EYES', 'THUMBS_UP']);
    expect(pull.isOpen).toBe(false);
    expect(said(issue)).toContain('was withdrawn');
    expect(said(issue)).toContain('Cannot delete this branch');
    expect(await sweeps(made)).toEqual([]);
    ann.comment(issue, '/poweredby add');
    await settle();
    expect(open()).toHaveLength(1);
    expect(await commitsOn(repository, `poweredby/issue-${issue.number}`)).toHaveLength(1);
    expect(await sweeps(made)).toEqual([]);
  });

  it('the end of an issue that is deleted ends its pull request', async () => {
    const made = await restricted();
    const { github, issue, pull, settle } = made;
    github.as('millrace').deleteIssue(issue);
    await settle();
    expect(pull.isOpen).toBe(false);
    expect(await sweeps(made)).toEqual([]);
  });

  it('a branch that got no commit stays, and is used once it may', async () => {
    const made = await refused(
      rules({ restricts: ['deletion', 'commit-message'], messagePattern: '^DOC-' }),
    );
    const { issue, said, open, repository } = made;
    const branch = `poweredby/issue-${issue.number}`;
    expect(said(issue)).toContain('Commit message must match');
    expect(said(issue)).toContain('Cannot delete this branch');
    expect(await repository.git.branches()).toContain(branch);
    expect(await sweeps(made)).toEqual([]);
    rules({})(made);
    await nextDay(made);
    expect(open()).toHaveLength(1);
    expect(await commitsOn(repository, branch)).toHaveLength(1);
    expect(said(issue)).not.toContain('For a maintainer');
  });
});

describe('where not even a comment may be written', () => {
  it('the pull request is opened, the log says why there is no comment, and sweeps write nothing', async () => {
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const logger = { debug() {}, info() {}, warn, error() {} };
    const made = atThree(await world({ app: { logger } }));
    unaccepted('issues')(made);
    const issue = made.submit('ann');
    await made.settle();
    expect(made.open()).toHaveLength(1);
    expect(made.said(issue)).toBe('');
    expect(warnings).toContain('GitHub permanently refuses a change');
    expect(writes(made).length).toBeLessThanOrEqual(4);
    expect(await sweeps(made)).toEqual([]);
    await made.restart();
    expect((await sweeps(made)).length).toBeLessThanOrEqual(2);
    expect(await sweeps(made)).toEqual([]);
    unaccepted()(made);
    await nextDay(made);
    expect(made.said(issue)).toContain('is ready to be listed');
    expect(made.open()).toHaveLength(1);
  });

  it('a command has its effect once, and is not carried out by each sweep', async () => {
    const made = atThree(await submitted());
    const { issue, pull, mary, settle } = made;
    unaccepted('issues')(made);
    const before = pull.pull?.headOid;
    mary.comment(issue, '/poweredby rebuild');
    await settle();
    expect(pull.pull?.headOid).not.toBe(before);
    expect(await sweeps(made)).toEqual([]);
  });

  it('where nothing may be written at all, a few requests find that out', async () => {
    const made = await refused(unaccepted('issues', 'contents', 'pull_requests'));
    expect(writes(made).length).toBeLessThanOrEqual(4);
    expect(await sweeps(made)).toEqual([]);
    unaccepted()(made);
    await nextDay(made);
    expect(made.open()).toHaveLength(1);
    expect(made.said(made.issue)).toContain('is ready to be listed');
  });
});

describe('what is told', () => {
  it('is GitHub’s own words, which notify and link nobody', async () => {
    const pattern = 'ask @everyone, see #1 or https://evil.example/ <b>';
    const made = await refused(rules({ restricts: ['commit-message'], messagePattern: pattern }));
    const said = made.said(made.issue);
    expect(said).toContain('everyone');
    expect(said).not.toContain('@everyone');
    expect(said).not.toContain('see #1');
    expect(said).not.toContain('https://evil');
    expect(said).not.toContain('example/ <b>');
  });

  it('is Chinese where the configuration says so', async () => {
    const made = await world({
      configuration: (text) => text.replace('language: en', 'language: zh'),
    });
    rules({ restricts: ['creation'] })(made);
    const issue = made.submit('ann');
    await made.settle();
    expect(made.said(issue)).toContain('致维护者');
    expect(made.said(issue)).toContain('不允许本应用创建分支');
  });

  it('is an answer, where a command asks in an issue that is no submission', async () => {
    const made = await world();
    rules({ restricts: ['creation'] })(made);
    const issue = made.github.as('bob').openIssue(made.repository, { title: 'Off', body: 'Hi' });
    const remove = made.github.as('mary').comment(issue, '/poweredby remove Alder Rail');
    await made.settle();
    expect(reactionsTo(remove)).toEqual(['EYES', 'CONFUSED']);
    expect(made.replies(issue)).toContain('creations being restricted');
    expect(made.said(issue)).toBe('');
    expect(await sweeps(made)).toEqual([]);
    expect(await nextDay(made)).toEqual([]);
  });

  it('is asked again of a maintainer, where one approves by command', async () => {
    const made = await world({ configuration: (text) => `${text}\nopen: on-command\n` });
    rules({ restricts: ['creation'] })(made);
    const issue = made.submit('ann');
    await made.settle();
    const add = made.github.as('mary').comment(issue, '/poweredby add');
    await made.settle();
    expect(reactionsTo(add)).toEqual(['EYES', 'CONFUSED']);
    expect(made.replies(issue)).toContain('creations being restricted');
    expect(await sweeps(made)).toEqual([]);
    rules({})(made);
    expect(await nextDay(made)).toEqual([]);
    made.github.as('mary').comment(issue, '/poweredby add');
    await made.settle();
    expect(made.open()).toHaveLength(1);
  });
});

it('a rule that wants signatures is kept', async () => {
  const made = await world();
  rules({ restricts: ['unsigned-commits'] })(made);
  const issue = made.submit('ann');
  await made.settle();
  expect(made.said(issue)).toContain('is ready to be listed');
});

it('fifty issues that are refused cost a handful of requests that write an hour', async () => {
  const made = await world(unlimited);
  rules({ restricts: ['creation'] })(made);
  const issues = Array.from({ length: 50 }, (_, index) =>
    made.submit(`submitter-${index}`, { company: `Company No. ${index}` }),
  );
  await made.settle();
  for (const issue of issues) expect(made.said(issue)).toContain('For a maintainer');
  const hours: number[] = [];
  for (let hour = 0; hour < 8; hour++) {
    writes(made);
    made.github.clock.turn(4 * quarter);
    await made.app().sweep();
    await made.settle();
    hours.push(writes(made).length);
  }
  expect(Math.max(...hours)).toBeLessThanOrEqual(6);
  // A third of them was tried again by then.
  expect(hours.reduce((all, each) => all + each)).toBeGreaterThanOrEqual(24);
}, 120_000);
