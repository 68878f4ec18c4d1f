import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { emulator } from '../emulator/support.ts';
import { VirtualTime } from './virtual-time.ts';
import { commitsOn, issuesOf, pages, submitted, type World, world } from './world.ts';

/** By how much GitHub's reads are behind its webhooks here, in milliseconds. */
const lag = 4000;

/** A world whose reads lag, with a submission of ann's. */
async function lagging() {
  const made = await submitted();
  // Nothing that was done before is new any more.
  made.github.clock.turn(60_000);
  made.github.replica.lag = lag;
  return { ...made, time: () => made.github.clock.now().getTime() };
}

/** What must be true of the one submission: that there is one of each, and never was another. */
async function checkOne({ github, repository, open, said }: World): Promise<void> {
  const [issue] = issuesOf(repository);
  const [pull, ...others] = github.pulls(repository);
  expect(others).toEqual([]);
  expect(open()).toEqual([pull]);
  expect(await commitsOn(repository, `poweredby/issue-${issue?.number}`)).toHaveLength(1);
  // Throws where there are two.
  expect(issue && said(issue)).toContain(`#${pull?.number}`);
}

const reactionsTo = (issue: Issue, text: string) =>
  issue.comments
    .filter(({ body }) => body === text)
    .flatMap(({ reactions }) => reactions.map(({ content }) => content));

describe('though reads lag behind webhooks, without waiting for a sweep', () => {
  it('an issue that was just opened comes to its pull request', async () => {
    const made = await world();
    made.github.replica.lag = lag;
    made.submit('ann');
    await made.settle();
    await checkOne(made);
  });

  it('a command has its effect', async () => {
    const { settle, ann, issue, open } = await lagging();
    ann.comment(issue, '/poweredby withdraw');
    await settle();
    expect(reactionsTo(issue, '/poweredby withdraw')).toEqual(['EYES', 'THUMBS_UP']);
    expect(open()).toEqual([]);
  });

  it('a command on the pull request has its effect', async () => {
    const { settle, ann, issue, pull, open } = await lagging();
    ann.comment(pull, '/poweredby withdraw');
    await settle();
    expect(reactionsTo(pull, '/poweredby withdraw')).toEqual(['EYES', 'THUMBS_UP']);
    expect(open()).toEqual([]);
    expect(issue.isOpen).toBe(true);
  });

  it('a comment that was made a command has its effect', async () => {
    const { settle, ann, issue, open } = await lagging();
    const comment = ann.comment(issue, 'I do not want it any more.');
    await settle();
    ann.editComment(comment, '/poweredby withdraw');
    await settle();
    expect(reactionsTo(issue, '/poweredby withdraw')).toEqual(['EYES', 'THUMBS_UP']);
    expect(open()).toEqual([]);
  });

  it('an edit is followed by the pull request', async () => {
    const made = await lagging();
    const { github, repository, settle, ann, issue, pull } = made;
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await settle();
    expect(pull.body).toContain('50,000');
    const page = await github.readFile(repository, pages.en, 'poweredby/issue-1');
    expect(page).toContain('50,000');
    await checkOne(made);
  });

  it('an issue that was closed, and opened again, loses its pull request and gets another', async () => {
    const { settle, ann, issue, open, github, repository } = await lagging();
    ann.close(issue);
    await settle();
    expect(open()).toEqual([]);
    await ann.reopen(issue);
    await settle();
    expect(open()).toHaveLength(1);
    expect(github.pulls(repository)).toHaveLength(2);
  });

  it('a merge is told of, closes the issue, and leaves nothing behind', async () => {
    const { merge, settle, issue, pull, said, repository } = await lagging();
    await merge(pull);
    await settle();
    expect(said(issue)).toContain('is listed');
    expect(issue.isOpen).toBe(false);
    expect(await repository.git.branches()).toEqual(['main']);
  });

  it('a second pull request is rebuilt when the first is merged', async () => {
    const made = await lagging();
    const { submit, merge, settle, pull, repository, open, github, said } = made;
    const second = submit('bob', { company: 'Harbour Bakery' });
    await settle();
    await merge(pull);
    await settle();
    const [left, ...others] = open();
    expect(others).toEqual([]);
    expect(left && (await github.isMergeable(left))).toBe(true);
    expect(await commitsOn(repository, 'poweredby/issue-3')).toHaveLength(1);
    expect(said(second)).toContain(`#${left?.number}`);
    expect(github.pulls(repository)).toHaveLength(2);
  });

  it('the label that is new to the repository is made once', async () => {
    const made = await world({ hasLabel: false });
    made.github.replica.lag = lag;
    made.submit('ann');
    await made.settle();
    made.submit('bob', { company: 'Harbour Bakery' });
    await made.settle();
    expect(made.repository.labels.map(({ name }) => name)).toEqual(['powered-by']);
    expect(issuesOf(made.repository).map(({ labels }) => labels.length)).toEqual([1, 1]);
  });

  it('an issue that was deleted loses its pull request', async () => {
    const { github, repository, settle, issue, open } = await lagging();
    github.as('millrace').deleteIssue(issue);
    await settle();
    expect(open()).toEqual([]);
    expect(await repository.git.branches()).toEqual(['main']);
  });
});

describe('what is not shown yet', () => {
  it('is waited for with growing delays, a minute at most; then the job goes on with what is read', async () => {
    const made = await lagging();
    const { github, settle, ann, issue, time } = made;
    github.clock.turn(10 * 60_000);
    github.replica.lag = 10 * 60_000;
    github.requests.clear();
    const start = time();
    ann.comment(issue, '/poweredby withdraw');
    await settle();
    const looks = github.requests.all.filter(({ operation }) => operation.startsWith('query'));
    const seconds = looks.map(({ time: each }) => (each.getTime() - start) / 1000);
    // As the machine's own time passes too, there may be fewer.
    expect(seconds.length).toBeGreaterThan(4);
    expect(seconds.length).toBeLessThan(9);
    expect(seconds.at(-1)).toBeGreaterThanOrEqual(60);
    expect(seconds.at(-1)).toBeLessThan(120);
    await checkOne(made);
    // What it did not see then, the sweep finds.
    github.clock.turn(15 * 60_000);
    await made.app().sweep();
    await settle();
    expect(reactionsTo(issue, '/poweredby withdraw')).toEqual(['EYES', 'THUMBS_UP']);
  });

  it('is not waited for once it is deleted', async () => {
    const { github, settle, ann, issue, time } = await lagging();
    const comment = ann.comment(issue, '/poweredby withdraw');
    ann.deleteComment(comment);
    github.requests.clear();
    const start = time();
    await settle();
    expect(time() - start).toBeLessThan(2 * lag);
    expect(issue.isOpen).toBe(true);
  });

  it('keeps nobody else in the repository waiting', async () => {
    const github = await emulator();
    const time = new VirtualTime(github);
    const made = await world({ github, app: { clock: time, fetch: time.fetch } });
    const { submit, open } = made;
    const issue = submit('ann');
    // Its logo is drawn, which no clock of ours hastens.
    while (open().length === 0) await time.pass(100);
    await time.pass(10 * 60_000);
    github.replica.lag = 30_000;
    github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await time.pass(500);
    const second = submit('bob', { company: 'Harbour Bakery', logo: made.drawing('ann') });
    github.requests.clear();
    await time.pass(10_000);
    const looks = github.requests.all.map(({ variables }) => variables['number']);
    for (const { number } of [issue, second]) {
      expect(looks.filter((each) => each === number).length).toBeGreaterThan(2);
    }
    await time.pass(50_000);
    expect(open()).toHaveLength(2);
    expect(open()[0]?.body).toContain('50,000');
  });
});

describe('an issue that is not found', () => {
  it('though a webhook told of it, keeps its pull request', async () => {
    const made = await submitted();
    const { github, settle, ann, issue, repository } = made;
    // As if all of it was long behind.
    github.replica.lag = 10 * 60_000;
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await settle();
    expect(await repository.git.branches()).toEqual(['main', 'poweredby/issue-1']);
    await checkOne(made);
  });

  it('once, by a sweep, keeps its pull request and everything', async () => {
    const made = await submitted();
    const { github, repository, settle, pull } = made;
    const head = pull.pull?.headOid;
    github.clock.turn(15 * 60_000);
    const fault = github.faults.order({ kind: 'not-found' });
    github.requests.clear();
    await made.app().sweep();
    await settle();
    expect(fault.count).toBe(1);
    const writes = github.requests.all.filter(({ operation }) => operation.startsWith('mutation'));
    expect(writes).toEqual([]);
    expect(github.pulls(repository)).toEqual([pull]);
    expect([pull.isOpen, pull.pull?.headOid]).toEqual([true, head]);
    await checkOne(made);
  });

  it('by GraphQL for as long as it is looked for, though REST finds it, keeps its pull request', async () => {
    const made = await submitted();
    const { github, settle } = made;
    github.faults.order({ kind: 'not-found', times: 99 });
    await made.app().sweep();
    await settle();
    expect(github.requests.all.map(({ operation }) => operation)).toContain('issues/get');
    await checkOne(made);
  });

  it('because it is gone, of which no webhook told, loses its pull request a minute later', async () => {
    for (const isDeleted of [true, false]) {
      const made = await submitted();
      const { github, repository, issue, pull, settle } = made;
      const elsewhere = await github.createRepository('millrace/other', {
        roles: { millrace: 'write' },
        files: { 'a.txt': 'a' },
      });
      github.faults.order({ kind: 'webhook-lost', times: 3 });
      if (isDeleted) github.as('millrace').deleteIssue(issue);
      else github.as('millrace').transfer(issue, elsewhere);
      const start = github.clock.now().getTime();
      await made.app().sweep();
      await settle();
      expect(github.clock.now().getTime() - start).toBeGreaterThan(60_000);
      expect([isDeleted, pull.isOpen]).toEqual([isDeleted, false]);
      expect(await repository.git.branches()).toEqual(['main']);
    }
  });
});
