import { describe, expect, it } from 'vitest';
import { bothDrivers } from './drivers.ts';
import { accepted, reactionsTo, refused, say } from './said.ts';
import { commitsOn, pages, worldsOf } from './world.ts';

describe.each(bothDrivers)('Served by the %s,', (driver) => {
  const { submitted, world } = worldsOf(driver);

  describe('a command', () => {
    it('of somebody who may not give it is refused, with the reason, and does nothing', async () => {
      const made = await submitted();
      const { issue, pull, open } = made;
      const givers: readonly (readonly [string, readonly string[]])[] = [
        ['stranger', ['add', 'text zh words', 'rebuild', 'withdraw', 'remove Alder Rail']],
        ['tom', ['add', 'text zh words', 'rebuild', 'withdraw', 'remove Alder Rail']],
        ['ann', ['rebuild', 'remove Alder Rail']],
      ];
      for (const [who, commands] of givers) {
        for (const where of [issue, pull]) {
          const comments = commands.map((words) =>
            made.github.as(who).comment(where, `/poweredby ${words}`),
          );
          await made.settle();
          expect([who, comments.map(reactionsTo)]).toEqual([who, comments.map(() => refused)]);
          // The answer is where the command was given.
          for (const { id } of comments) {
            expect(made.replies(where)).toContain(`#issuecomment-${id}`);
          }
        }
      }
      expect(open().map(({ number }) => number)).toEqual([pull.number]);
      expect(
        await made.github.readFile(made.repository, pages.zh, 'poweredby/issue-1'),
      ).not.toContain('words');
    });

    it('for help is answered to anyone, with all commands', async () => {
      const made = await submitted();
      const comment = await say(made, 'stranger', made.issue, '/poweredby help');
      expect(reactionsTo(comment)).toEqual(accepted);
      for (const name of ['add', 'text', 'rebuild', 'remove', 'withdraw']) {
        expect(made.replies(made.issue)).toContain(`/poweredby ${name}`);
      }
    });

    it('that is none is answered too, with what was meant', async () => {
      const made = await submitted();
      const comment = await say(made, 'ann', made.issue, '/poweredby rebiuld');
      expect(reactionsTo(comment)).toEqual(refused);
      expect(made.replies(made.issue)).toContain('rebuild');
    });

    it('that is refused leaves the status comment as it is, and earlier answers are folded away', async () => {
      const made = await submitted();
      const status = made.said(made.issue);
      await say(made, 'stranger', made.issue, '/poweredby withdraw');
      await say(made, 'stranger', made.issue, '/poweredby rebuild');
      expect(made.said(made.issue)).toBe(status);
      const own = made.issue.comments.filter(({ author }) => author.type === 'Bot');
      expect(own.map(({ minimizedReason }) => minimizedReason)).toEqual([null, 'OUTDATED', null]);
      expect(made.replies(made.issue)).toContain('rebuild');
    });

    it('in an issue that is no submission is answered once', async () => {
      const made = await world();
      const issue = made.github.as('ann').openIssue(made.repository, { title: 'A', body: 'b' });
      const commands = [
        await say(made, 'ann', issue, '/poweredby help'),
        await say(made, 'ann', issue, '/poweredby rebuild'),
      ];
      await made.app().sweep();
      await made.settle();
      expect(commands.map(reactionsTo)).toEqual([accepted, refused]);
      expect(issue.comments.filter(({ author }) => author.type === 'Bot')).toHaveLength(2);
      expect(made.said(issue)).toBe('');
    });

    it('that was edited is a new one: what was accepted of it counts no more', async () => {
      const made = await submitted();
      const comment = await say(made, 'stranger', made.issue, '/poweredby help');
      expect(reactionsTo(comment)).toEqual(accepted);
      made.github.as('stranger').editComment(comment, '/poweredby withdraw');
      await made.settle();
      expect(reactionsTo(comment)).toEqual(refused);
      expect(made.open()).toHaveLength(1);
    });

    it('that was refused and is fixed by an edit is carried out', async () => {
      const made = await submitted();
      const comment = await say(made, 'ann', made.issue, '/poweredby text xx Words');
      expect(reactionsTo(comment)).toEqual(refused);
      made.github.as('ann').editComment(comment, '/poweredby text zh 配送包裹');
      await made.settle();
      expect(reactionsTo(comment)).toEqual(accepted);
      expect(made.pull.body).toContain('配送包裹');
    });

    it('of a bot starts nothing', async () => {
      const made = await submitted();
      made.github.requests.clear();
      const bot = made.github.as('powered-by[bot]');
      expect(bot.account.type).toBe('Bot');
      bot.comment(made.issue, '/poweredby withdraw');
      await made.settle();
      const sent = made.github.requests.counted.map(({ operation }) => operation);
      expect(driver === 'app' ? sent : sent.filter((each) => /mutation/.test(each))).toEqual([]);
    });

    it('on somebody else’s pull request is told where it belongs', async () => {
      const made = await world();
      const { github, repository } = made;
      await github.as('mary').push(repository, { branch: 'mine', files: { 'a.txt': 'a' } });
      const pull = await github
        .as('mary')
        .openPull(repository, { title: 'Mine', body: '', head: 'mine', base: 'main' });
      const comment = await say(made, 'mary', pull, '/poweredby withdraw');
      expect(reactionsTo(comment)).toEqual(refused);
      expect(made.replies(pull)).toMatch(/Write the command .* on the issue/);
      expect(pull.isOpen).toBe(true);
    });

    it('in a repository without a configuration gets no answer', async () => {
      const made = await world({ files: { '.github/poweredby.yml': null } });
      const issue = made.github.as('ann').openIssue(made.repository, { title: 'A', body: 'b' });
      const comment = await say(made, 'ann', issue, '/poweredby help');
      expect(reactionsTo(comment)).toEqual([]);
      expect(made.said(issue)).toBe('');
    });
  });

  describe('text', () => {
    it('puts a translation into the pull request', async () => {
      const made = await submitted();
      const comment = await say(made, 'ann', made.pull, '/poweredby text zh 配送包裹的公司。');
      expect(reactionsTo(comment)).toEqual(accepted);
      const head = 'poweredby/issue-1';
      expect(await made.github.readFile(made.repository, pages.zh, head)).toContain(
        '配送包裹的公司',
      );
      expect(await commitsOn(made.repository, head)).toHaveLength(1);
      // An edit of the form later does not take it back.
      made.github.as('ann').edit(made.issue, { body: made.issue.body.replace('40,000', '50,000') });
      await made.settle();
      expect(made.pull.body).toContain('50,000');
      expect(made.pull.body).toContain('配送包裹的公司');
    });

    it('after the merge opens a pull request that updates that locale’s page alone', async () => {
      const made = await submitted();
      await made.merge(made.pull);
      await made.settle();
      const comment = await say(made, 'ann', made.issue, '/poweredby text zh 合并之后的译文。');
      expect(reactionsTo(comment)).toEqual(accepted);
      const [update] = made.open();
      expect(update?.title).toMatch(/^Update/);
      expect(update?.body).not.toContain('Closes #');
      expect(update?.pull?.changes.files.map(({ path }) => path)).toEqual([pages.zh]);
      if (update) await made.merge(update);
      await made.settle();
      expect(await made.github.readFile(made.repository, pages.zh)).toContain('合并之后的译文。');
    });

    it('that is too long is refused with its length', async () => {
      const made = await submitted();
      await say(made, 'ann', made.issue, `/poweredby text zh ${'字'.repeat(700)}`);
      expect(made.replies(made.issue)).toContain('700');
    });
  });

  describe('withdraw', () => {
    it('closes the pull request and deletes the branch, until add takes it up again', async () => {
      const made = await submitted();
      const comment = await say(made, 'ann', made.issue, '/poweredby withdraw');
      expect(reactionsTo(comment)).toEqual(accepted);
      expect(made.open()).toEqual([]);
      expect(await made.repository.git.branches()).toEqual(['main']);
      made.github.as('ann').edit(made.issue, { body: made.issue.body.replace('40,000', '50,000') });
      await made.settle();
      expect(made.open()).toEqual([]);
      await say(made, 'ann', made.issue, '/poweredby add');
      expect(made.open()).toHaveLength(1);
    });
  });

  describe('rebuild', () => {
    it('puts our commit over what somebody pushed, which is otherwise left alone', async () => {
      const made = await submitted();
      const { github, repository, issue, pull } = made;
      const branch = 'poweredby/issue-1';
      const pushed = await github
        .as('mary')
        .push(repository, { branch, files: { 'a.txt': 'mine' } });
      await made.settle();
      github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await made.settle();
      expect(await repository.git.branch(branch)).toBe(pushed);
      expect(made.said(issue)).toContain('/poweredby rebuild');
      expect(pull.body).toContain('/poweredby rebuild');
      const comment = await say(made, 'mary', pull, '/poweredby rebuild');
      expect(reactionsTo(comment)).toEqual(accepted);
      expect(await commitsOn(repository, branch)).toHaveLength(1);
      expect(await github.readFile(repository, 'a.txt', branch)).toBeUndefined();
      expect(pull.body).toContain('50,000');
      expect(pull.isOpen).toBe(true);
    });
  });

  describe('remove', () => {
    it('opens a pull request that takes a company off every page', async () => {
      const made = await world();
      const { github, repository } = made;
      const issue = github.as('mary').openIssue(repository, { title: 'Off', body: 'They closed.' });
      const comment = await say(made, 'mary', issue, '/poweredby remove alder rail');
      expect(reactionsTo(comment)).toEqual(accepted);
      const [pull] = made.open();
      expect(pull?.title).toBe('Remove Alder Rail from Powered By');
      expect(pull?.body).not.toContain('Closes #');
      expect(issue.labels).toEqual([]);
      if (pull) await made.merge(pull);
      await made.settle();
      expect(await github.readFile(repository, pages.zh)).not.toContain('Alder Rail');
      expect(issue.isOpen).toBe(true);
      expect(made.said(issue)).toContain('Alder Rail');
    });

    it('of a company that is not there is refused, and names the nearest', async () => {
      const made = await world();
      const issue = made.github
        .as('mary')
        .openIssue(made.repository, { title: 'Off', body: 'They closed.' });
      const comment = await say(made, 'mary', issue, '/poweredby remove Alder Rial');
      expect(reactionsTo(comment)).toEqual(refused);
      expect(made.replies(issue)).toContain('Alder Rail');
    });
  });

  describe('add', () => {
    const lines = (logo: string) =>
      `/poweredby add\ncompany: Harbour Bakery\ndescription: Bakes by the tide.\nlink: https://harbour.example/\n\n${logo}`;

    it('with lines in a comment takes up an issue that is no form, which stays open', async () => {
      const made = await world();
      const { github, repository } = made;
      const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: 'Please!' });
      const logo = made.drawing('mary');
      const comment = await say(made, 'mary', issue, lines(logo));
      expect(reactionsTo(comment)).toEqual(accepted);
      const [pull] = made.open();
      expect(pull?.title).toBe('Add Harbour Bakery to Powered By');
      expect(pull?.body).not.toContain('Closes #');
      if (pull) await made.merge(pull);
      await made.settle();
      expect(issue.isOpen).toBe(true);
      expect(made.said(issue)).toContain('is listed');
    });

    it('with lines that have problems is refused with all of them', async () => {
      const made = await world();
      const issue = made.github
        .as('ann')
        .openIssue(made.repository, { title: 'Add us', body: 'Please!' });
      const comment = await say(
        made,
        'ann',
        issue,
        '/poweredby add\ncompany: Harbour Bakery\nlink: http://harbour.example/',
      );
      expect(reactionsTo(comment)).toEqual(refused);
      expect(made.open()).toEqual([]);
    });

    it('is waited for where the configuration says so, and then a writer’s', async () => {
      const made = await world({ configuration: (text) => `${text}\nopen: on-command\n` });
      const issue = made.submit('ann');
      await made.settle();
      expect(made.open()).toEqual([]);
      expect(made.said(issue)).toContain('maintainer');
      const own = await say(made, 'ann', issue, '/poweredby add');
      expect(reactionsTo(own)).toEqual(refused);
      const comment = await say(made, 'mary', issue, '/poweredby add');
      expect(reactionsTo(comment)).toEqual(accepted);
      expect(made.open()).toHaveLength(1);
    });

    it('where there is nothing to add says how', async () => {
      const made = await world();
      const issue = made.github.as('ann').openIssue(made.repository, { title: 'A', body: 'b' });
      const comment = await say(made, 'ann', issue, '/poweredby add');
      expect(reactionsTo(comment)).toEqual(accepted);
      expect(made.said(issue)).toContain('template=powered-by.yml');
      expect(made.said(issue)).toContain('company:');
    });
  });
});
