import { describe, expect, it } from 'vitest';
import type { Comment, Issue } from '../../src/emulator/world/model.ts';
import { reactionsTo } from './said.ts';
import { commitsOn, pages, submitted, type World, world } from './world.ts';

const branch = 'poweredby/issue-1';

/** Our comment on an issue. */
function ownComment({ comments }: Issue): Comment {
  const [comment] = comments.filter(({ author }) => author.type === 'Bot');
  if (!comment) throw new Error('We have said nothing');
  return comment;
}

const tidyings = {
  deleted: ({ github }: World, issue: Issue) => github.as('mary').deleteComment(ownComment(issue)),
  'edited so that its note is gone': ({ github }: World, issue: Issue) =>
    github.as('mary').editComment(ownComment(issue), 'Thank you.'),
  'edited so that its note cannot be read': ({ github }: World, issue: Issue) => {
    const comment = ownComment(issue);
    const body = comment.body.replace(/<!-- poweredby:.*-->/, '<!-- poweredby:e30 -->');
    github.as('mary').editComment(comment, body);
  },
} as const;

/** Has the app look at everything again. */
async function sweep(made: World): Promise<void> {
  await made.app().sweep();
  await made.settle();
}

describe.each(Object.entries(tidyings))('with our comment %s', (_, tidy) => {
  it('a rebuild of long ago is not done again, over what somebody has pushed since', async () => {
    const made = await submitted();
    const { repository, mary, ann, issue } = made;
    mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    const pushed = await mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    await made.settle();
    tidy(made, issue);
    ann.comment(issue, '/poweredby help');
    await made.settle();
    await sweep(made);
    expect(await repository.git.branch(branch)).toBe(pushed);
  });

  it('the commit stays the same, with whoever has approved it, and we say again how things stand', async () => {
    const made = await submitted();
    const { repository, ann, issue, pull } = made;
    const said = ownWords(issue);
    const head = await repository.git.branch(branch);
    tidy(made, issue);
    await sweep(made);
    expect(await repository.git.branch(branch)).toBe(head);
    expect(ownWords(issue)).toBe(said);
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await made.settle();
    expect(await repository.git.branch(branch)).not.toBe(head);
    expect(pull.body).toContain('50,000');
  });

  it('a new rebuild is done', async () => {
    const made = await submitted();
    const { repository, mary, issue } = made;
    mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    await mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    await made.settle();
    tidy(made, issue);
    const comment = mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    expect(reactionsTo(comment)).toEqual(['EYES', 'THUMBS_UP']);
    expect(await commitsOn(repository, branch)).toHaveLength(1);
  });

  it('a removal that was merged long ago is not opened again', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'Off', body: 'Remove us.' });
    github.as('mary').comment(issue, '/poweredby remove Alder Rail');
    await made.settle();
    for (const pull of made.open()) await made.merge(pull);
    await made.settle();
    made.submit('ann', { company: 'Alder Rail' });
    await made.settle();
    for (const pull of made.open()) await made.merge(pull);
    await made.settle();
    expect(await github.readFile(repository, pages.en)).toContain('Alder Rail');
    tidy(made, issue);
    github.as('ann').comment(issue, '/poweredby help');
    await made.settle();
    await sweep(made);
    expect(made.open()).toEqual([]);
  });

  it('texts that were given by command stay, in their order', async () => {
    const made = await submitted();
    const { mary, ann, issue, pull } = made;
    ann.comment(issue, '/poweredby text zh 一。');
    await made.settle();
    mary.comment(issue, '/poweredby text zh 二。');
    await made.settle();
    tidy(made, issue);
    await sweep(made);
    expect(pull.body).toContain('二。');
    expect(pull.isOpen).toBe(true);
  });

  it('a command that was corrected by an edit before it was accepted is not done again', async () => {
    const made = await submitted();
    const { github, repository, mary, ann, issue } = made;
    const comment = mary.comment(issue, '/poweredby rebiuld');
    await made.settle();
    // The time of a reaction's kind is the first reactor's, whoever that is.
    github.as('stranger').react(comment, 'THUMBS_UP');
    github.clock.turn(5000);
    mary.editComment(comment, '/poweredby rebuild');
    await made.settle();
    expect(reactionsTo(comment)).toEqual(['EYES', 'THUMBS_UP']);
    const pushed = await mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    await made.settle();
    tidy(made, issue);
    ann.comment(issue, '/poweredby help');
    await made.settle();
    await sweep(made);
    expect(await repository.git.branch(branch)).toBe(pushed);
  });

  it('an accepted command that was edited since is a new one', async () => {
    const made = await submitted();
    const { mary, issue, pull } = made;
    const comment = mary.comment(issue, '/poweredby help');
    await made.settle();
    tidy(made, issue);
    mary.editComment(comment, '/poweredby withdraw');
    await made.settle();
    expect(pull.isOpen).toBe(false);
  });

  it('a stranger’s accepted help that was edited since is not a withdrawal', async () => {
    const made = await submitted();
    const { github, issue, pull } = made;
    const comment = github.as('stranger').comment(issue, '/poweredby help');
    await made.settle();
    tidy(made, issue);
    github.as('stranger').editComment(comment, '/poweredby withdraw');
    await made.settle();
    await sweep(made);
    expect(reactionsTo(comment)).toEqual(['EYES', 'CONFUSED']);
    expect(pull.isOpen).toBe(true);
  });

  it('a label that was taken off still stops the submission', async () => {
    const made = await submitted();
    const { mary, ann, issue } = made;
    mary.unlabel(issue, 'powered-by');
    await made.settle();
    expect(made.open()).toEqual([]);
    tidy(made, issue);
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await made.settle();
    await sweep(made);
    expect(made.open()).toEqual([]);
    expect(issue.labels).toEqual([]);
  });

  it('a company that is on the page is thanked by its name, and its issue stays closed', async () => {
    const made = await submitted();
    const { github, issue, pull } = made;
    github.as('mary').edit(pull, { body: 'Reviewed.' });
    await made.merge(pull);
    await made.settle();
    tidy(made, issue);
    github.as('ann').comment(issue, '/poweredby help');
    await made.settle();
    expect(ownWords(issue)).toContain('Juniper Parcel is listed');
    expect(issue.isOpen).toBe(false);
    expect(made.open()).toEqual([]);
  });
});

/** What our newest comment says. */
function ownWords({ comments }: Issue): string {
  const newest = comments.filter(({ author }) => author.type === 'Bot').at(-1);
  return (newest?.body ?? '').replace(/<\/?b>/g, '');
}

describe('what a stranger’s reaction cannot change', () => {
  it('is whether a text was given before the merge or after it', async () => {
    const made = await submitted();
    const { github, ann, issue, pull } = made;
    const lost = github.faults.order({ kind: 'webhook-lost', times: 99 });
    const comment = ann.comment(issue, '/poweredby text zh 配送包裹的公司。');
    github.clock.turn(60_000);
    github.as('stranger').react(comment, 'THUMBS_UP');
    github.as('stranger').react(comment, 'EYES');
    github.clock.turn(60_000);
    await made.merge(pull);
    github.clock.turn(60_000);
    await github.webhooks.settle();
    lost.cancel();
    await sweep(made);
    expect(made.open()).toHaveLength(1);
    await sweep(made);
    ann.comment(issue, '/poweredby help');
    await made.settle();
    const [update] = made.open();
    expect(update?.body).toContain('配送包裹的公司。');
    // Nor with our comment gone.
    github.as('mary').deleteComment(ownComment(issue));
    ann.comment(issue, '/poweredby help');
    await made.settle();
    expect(made.open()).toEqual([update]);
  });
});

describe('what somebody pushes', () => {
  it('after a rebuild was asked for, and before it was taken up, is not written over', async () => {
    const made = await submitted();
    const { github, repository, mary, issue } = made;
    await mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    await made.settle();
    const lost = github.faults.order({ kind: 'webhook-lost', times: 99 });
    const comment = mary.comment(issue, '/poweredby rebuild');
    github.clock.turn(60_000);
    const pushed = await mary.push(repository, { branch, files: { 'more.md': 'mine' } });
    await github.webhooks.settle();
    lost.cancel();
    await sweep(made);
    expect(await repository.git.branch(branch)).toBe(pushed);
    expect(reactionsTo(comment)).toEqual(['EYES', 'CONFUSED']);
    expect(made.said(issue)).toContain('pushed');
    github.clock.turn(60_000);
    mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    expect(await commitsOn(repository, branch)).toHaveLength(1);
  });

  it('while the branch is being rebuilt is not written over', async () => {
    let push: (() => Promise<string>) | undefined;
    let pushed: Promise<string> | undefined;
    const made = await submitted({
      onRequest: (body) => {
        if (!body.includes('updateRefs') || !body.includes('THUMBS_UP') || !push) return undefined;
        pushed = push();
        push = undefined;
        return pushed;
      },
    });
    const { repository, mary, issue } = made;
    await mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    await made.settle();
    push = () => mary.push(repository, { branch, files: { 'more.md': 'mine' } });
    mary.comment(issue, '/poweredby rebuild');
    await made.settle();
    expect(pushed).toBeDefined();
    expect(await repository.git.branch(branch)).toBe(await pushed);
    await sweep(made);
    expect(await repository.git.branch(branch)).toBe(await pushed);
    expect(made.said(issue)).toContain('/poweredby rebuild');
  });

  it('while the pull request is being withdrawn is not deleted with the branch', async () => {
    let push: (() => Promise<string>) | undefined;
    let pushed: Promise<string> | undefined;
    const made = await submitted({
      onRequest: (body) => {
        if (!body.includes('closePullRequest') || !push) return undefined;
        pushed = push();
        push = undefined;
        return pushed;
      },
    });
    const { repository, mary, ann, issue } = made;
    push = () => mary.push(repository, { branch, files: { 'review.md': 'mine' } });
    ann.comment(issue, '/poweredby withdraw');
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(await repository.git.branch(branch)).toBe(await pushed);
  });
});

describe('an issue that GitHub does not find', () => {
  it('once, though it is there, keeps its pull request', async () => {
    const made = await submitted();
    const { github, repository, ann, issue, pull } = made;
    const fault = github.faults.order({ kind: 'not-found' });
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await made.settle();
    expect(fault.count).toBe(1);
    expect(github.pulls(repository)).toEqual([pull]);
    expect(pull.isOpen).toBe(true);
    expect(pull.body).toContain('50,000');
  });

  it('for as long as it is looked for keeps its pull request, too', async () => {
    const made = await submitted();
    const { github, repository, ann, issue, pull } = made;
    github.faults.order({ kind: 'not-found', times: 99 });
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await made.settle();
    expect(github.pulls(repository)).toEqual([pull]);
    expect(pull.isOpen).toBe(true);
  });

  it('because it is deleted or elsewhere leaves nothing behind', async () => {
    for (const isDeleted of [true, false]) {
      const made = await submitted();
      const { github, repository, issue, pull } = made;
      const other = await github.createRepository('millrace/other', {
        files: { 'a.txt': 'a' },
        roles: { mary: 'write' },
      });
      github.setRole(repository, 'mary', 'admin');
      if (isDeleted) github.as('mary').deleteIssue(issue);
      else github.as('mary').transfer(issue, other);
      await made.settle();
      expect([isDeleted, pull.isOpen]).toEqual([isDeleted, false]);
      expect(await repository.git.branches()).toEqual(['main']);
    }
  });
});

it('moves the pull request to the default branch when that becomes another', async () => {
  const made = await submitted();
  const { github, repository, mary, issue, pull } = made;
  const page = (await github.readFile(repository, pages.en)) ?? '';
  const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
  await mary.push(repository, { branch: 'next', files });
  github.configure(repository, { defaultBranch: 'next' });
  await sweep(made);
  expect(pull.pull?.baseRefName).toBe('next');
  expect(pull.pull?.commits).toBe(1);
  expect(await github.isMergeable(pull)).toBe(true);
  await made.merge(pull);
  await made.settle();
  expect(issue.isOpen).toBe(false);
});

it('leaves a pull request on the branch that a maintainer chose for it', async () => {
  const made = await submitted();
  const { repository, github, mary, ann, issue, pull } = made;
  await mary.push(repository, { branch: 'staging', files: { 'a.txt': 'a' } });
  await mary.changeBase(pull, 'staging');
  ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
  await made.settle();
  expect(pull.body).toContain('50,000');
  expect(pull.pull?.baseRefName).toBe('staging');
  expect(github.pulls(repository)).toHaveLength(1);
});

describe('a pull request whose note somebody edited away', () => {
  it('closes its issue when it is merged, and names the company', async () => {
    const made = await submitted();
    const { mary, issue, pull } = made;
    mary.edit(pull, { title: 'Welcome, Juniper!', body: 'Reviewed.' });
    await made.merge(pull);
    await made.settle();
    expect(issue.isOpen).toBe(false);
    expect(ownWords(issue)).toContain('Juniper Parcel is listed');
  });

  it('leaves an issue open that somebody reopened since', async () => {
    const made = await submitted();
    const { mary, issue, pull } = made;
    mary.edit(pull, { body: 'Reviewed.' });
    await made.merge(pull);
    await made.settle();
    await mary.reopen(issue);
    await made.settle();
    await sweep(made);
    expect(issue.isOpen).toBe(true);
  });

  it('leaves the issue of a removal open', async () => {
    const made = await world();
    const { github, repository } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'Off', body: 'Remove us.' });
    github.as('mary').comment(issue, '/poweredby remove Alder Rail');
    await made.settle();
    const [pull] = made.open();
    if (!pull) throw new Error('There is no pull request');
    github.as('mary').edit(pull, { title: 'Bye', body: 'Reviewed.' });
    await made.merge(pull);
    await made.settle();
    expect(issue.isOpen).toBe(true);
    expect(made.said(issue)).toContain('has been removed from the list');
    expect(ownWords(issue)).toContain('@ann, Alder Rail has been removed');
  });

  it('takes a text for the company afterwards', async () => {
    const made = await submitted();
    const { mary, ann, issue, pull } = made;
    mary.edit(pull, { body: 'Reviewed.' });
    await made.merge(pull);
    await made.settle();
    ann.comment(issue, '/poweredby text zh 配送包裹的公司。');
    await made.settle();
    expect(made.open().map(({ body }) => body)).toEqual([
      expect.stringContaining('配送包裹的公司。'),
    ]);
  });
});

describe.each([true, false])(
  'with GitHub cutting all of a prefix off names: %s',
  (cutsRefPrefix) => {
    const emulator = { cutsRefPrefix };

    it('a removal is rebuilt after another merge', async () => {
      const made = await world({ emulator });
      const { github, repository } = made;
      made.submit('ann');
      await made.settle();
      const issue = github.as('bob').openIssue(repository, { title: 'Off', body: 'Remove us.' });
      github.as('mary').comment(issue, '/poweredby remove Alder Rail');
      await made.settle();
      const [first, removal] = made.open();
      if (first) await made.merge(first);
      await made.settle();
      expect(made.open()).toEqual([removal]);
      expect(removal && (await github.isMergeable(removal))).toBe(true);
      const page = await github.readFile(repository, pages.en, `poweredby/issue-${issue.number}`);
      expect(page).toContain('Juniper Parcel');
      expect(page).not.toContain('Alder Rail');
    });

    it('a branch whose pull request a maintainer closed is not asked about by every sweep', async () => {
      const made = await world({ emulator });
      const { github, repository } = made;
      const issue = github.as('bob').openIssue(repository, { title: 'Off', body: 'Remove us.' });
      github.as('mary').comment(issue, '/poweredby remove Alder Rail');
      const submission = made.submit('ann');
      await made.settle();
      for (const pull of made.open()) github.as('mary').close(pull);
      await sweep(made);
      github.clock.turn(60 * 60_000);
      await sweep(made);
      github.requests.clear();
      await sweep(made);
      const asked = github.requests.counted.filter(({ operation }) => operation.includes('viewer'));
      expect(asked).toEqual([]);
      expect(await repository.git.branches()).toContain(branch);
      // It is not lost: a maintainer can still take it up.
      github.as('mary').comment(issue, '/poweredby remove Alder Rail');
      github.as('mary').comment(submission, '/poweredby add');
      await made.settle();
      expect(made.open()).toHaveLength(2);
    });
  },
);

describe('two pull requests for one company, as two servers or a lagging read make them', () => {
  /** GitHub at a moment at which it shows no pull request but those of the issue itself. */
  async function doubled() {
    let isBlind = true;
    const made = await world({
      app: {
        fetch: async (address, options) => {
          const answer = await fetch(address, options);
          const sent = String(options?.body ?? '');
          if (!isBlind || !sent.includes('"others":true')) return answer;
          const json = (await answer.json()) as {
            data: { repository: { others: { nodes: object[] }; branches: { nodes: object[] } } };
          };
          const { others, branches } = json.data.repository;
          [others.nodes, branches.nodes] = [[], []];
          return Response.json(json, { headers: answer.headers });
        },
      },
    });
    const issues = [made.submit('ann'), made.submit('bob')];
    await made.settle();
    isBlind = false;
    const [first, second] = made.open();
    if (!first || !second) throw new Error('There are no two pull requests');
    const of = ({ pull }: Issue) =>
      issues.find(({ number }) => pull?.headRefName === `poweredby/issue-${number}`);
    return { ...made, first, second, firstIssue: of(first), secondIssue: of(second) };
  }

  it('become one at the next sweep, and the later issue is told', async () => {
    const made = await doubled();
    const { first, second, firstIssue, secondIssue } = made;
    await sweep(made);
    await sweep(made);
    expect(made.open()).toEqual([first]);
    expect(firstIssue && made.said(firstIssue)).toContain('A maintainer reviews it next');
    expect(secondIssue && made.said(secondIssue)).toContain(`#${first.number}`);
    expect(second.isOpen).toBe(false);
    expect(await made.repository.git.branches()).toEqual(['main', first.pull?.headRefName]);
  });

  it('leave no branch behind, though the other server moved it at that moment', async () => {
    const made = await doubled();
    const { github, repository, second } = made;
    const { headRefName = '', headOid = '' } = second.pull ?? {};
    await sweep(made);
    await github.as('mary').createBranch(repository, headRefName, headOid);
    await made.settle();
    await sweep(made);
    expect(await repository.git.branches()).not.toContain(headRefName);
  });

  it('become one when the later issue is looked at for another reason', async () => {
    const made = await doubled();
    const { github, first, secondIssue } = made;
    if (secondIssue) github.as('bob').comment(secondIssue, '/poweredby help');
    await made.settle();
    expect(made.open()).toEqual([first]);
  });

  it('stay where somebody has pushed to the later one: that is a person’s to decide', async () => {
    const made = await doubled();
    const { github, repository, second } = made;
    const head = second.pull?.headRefName ?? '';
    const pushed = await github
      .as('mary')
      .push(repository, { branch: head, files: { 'a.txt': 'mine' } });
    await made.settle();
    await sweep(made);
    expect(made.open()).toHaveLength(2);
    expect(await repository.git.branch(head)).toBe(pushed);
  });

  it('let the other one go on when the first is withdrawn', async () => {
    const made = await doubled();
    const { github, first, firstIssue } = made;
    await sweep(made);
    if (firstIssue) github.as(firstIssue.author.login).comment(firstIssue, '/poweredby withdraw');
    await made.settle();
    const [open, ...more] = made.open();
    expect(more).toEqual([]);
    expect(open?.number).toBeGreaterThan(first.number);
    expect(open?.title).toContain('Juniper Parcel');
  });
});

it('finds the pull request of the same company among some hundred that are open', async () => {
  const made = await world({
    configuration: (text) => `${text}\nquota: {submitter: 10000, repository: 10000}\n`,
  });
  const { github, repository } = made;
  const bot = github.as('powered-by[bot]');
  const oid = await github.as('mary').push(repository, { branch: 'seed', files: { 'a.txt': 'a' } });
  const openOthers = async (from: number) => {
    const { target } = github.webhooks;
    github.webhooks.target = undefined;
    for (let number = from; number < from + 110; number++) {
      const head = `poweredby/issue-${number}`;
      await bot.createBranch(repository, head, oid);
      const text = { title: `${number}`, body: '' };
      const pull = await bot.openPull(repository, { ...text, head, base: 'main' });
      bot.label(pull, 'powered-by');
    }
    github.webhooks.target = target;
  };
  await openOthers(1000);
  const first = made.submit('ann');
  await made.settle();
  await openOthers(2000);
  const [pull] = made.open().filter(({ title }) => title.includes('Juniper'));
  const second = made.submit('bob');
  await made.settle();
  expect(made.said(second)).toContain(`#${pull?.number}`);
  expect(made.open().filter(({ title }) => title.includes('Juniper'))).toEqual([pull]);
  expect(made.said(first)).toContain(`#${pull?.number}`);
});
