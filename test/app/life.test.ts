import { describe, expect, it } from 'vitest';
import { drivers } from './drivers.ts';
import { commitsOn, pages, worldsOf } from './world.ts';

describe.each(drivers)('Served by the %s,', (driver) => {
  const { world, submitted } = worldsOf(driver);

  describe('a pull request', () => {
    it('that a writer closed stays closed, whatever is edited, until a writer says add', async () => {
      const { ann, mary, issue, pull, settle, said, open } = await submitted();
      mary.close(pull);
      await settle();
      expect(said(issue)).toContain(`#${pull.number}`);
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      ann.comment(issue, '/poweredby add');
      await settle();
      expect(open()).toEqual([]);
      mary.comment(issue, '/poweredby add');
      await settle();
      expect(open()).toHaveLength(1);
      expect(open()[0]?.body).toContain('50,000');
    });

    it('that a writer opened again is kept up to date', async () => {
      const { ann, mary, issue, pull, settle } = await submitted();
      mary.close(pull);
      await settle();
      await mary.reopen(pull);
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await settle();
      expect(pull.isOpen).toBe(true);
      expect(pull.body).toContain('50,000');
    });

    it('is rebuilt when its base changes, and stays without a conflict and without a hole', async () => {
      const { github, repository, settle, submit, open, pull, merge } = await submitted();
      submit('bob', { company: 'Harbour Bakery' });
      await settle();
      const [, other] = open();
      await merge(pull);
      await settle();
      if (!other) throw new Error('There is one pull request only');
      expect(open().map(({ number }) => number)).toEqual([other.number]);
      expect(await github.isMergeable(other)).toBe(true);
      const closings = github.webhooks
        .recentDeliveries()
        .filter(({ request }) => request.event === 'pull_request' && request.action === 'closed');
      // Only the one that was merged.
      expect(closings).toHaveLength(1);
      expect(await commitsOn(repository, `poweredby/issue-3`)).toHaveLength(1);
      await merge(other);
      await settle();
      const page = await github.readFile(repository, pages.en);
      expect(page).toContain('Juniper Parcel');
      expect(page).toContain('Harbour Bakery');
    });

    it('is not touched by a push that changes neither page nor logo', async () => {
      const { github, repository, settle, mary, pull } = await submitted();
      const before = pull.pull?.headOid;
      await mary.push(repository, { files: { 'README.md': 'Read me.' } });
      await settle();
      github.requests.clear();
      await mary.push(repository, { files: { 'README.md': 'Read me again.' } });
      await settle();
      // A run remembers nothing, so that it has to look.
      const sent = github.requests.counted.map(({ operation }) => operation);
      expect(driver === 'app' ? sent : sent.filter((each) => /mutation/.test(each))).toEqual([]);
      expect(pull.pull?.headOid).toBe(before);
    });

    it('whose change somebody made by hand is closed: there is nothing left to do', async () => {
      const { github, repository, settle, mary, pull, issue, said } = await submitted();
      const head = 'poweredby/issue-1';
      const paths = pull.pull?.changes.files.map(({ path }) => path) ?? [];
      const files = await Promise.all(
        paths.map(async (path) => {
          const object = await repository.git.read(`${head}:${path}`);
          return [path, object?.bytes ?? ''] as const;
        }),
      );
      await mary.push(repository, { files: Object.fromEntries(files) });
      await settle();
      expect(pull.isOpen).toBe(false);
      expect(said(issue)).toContain('Juniper Parcel');
      expect(await github.readFile(repository, pages.en)).toContain('Juniper Parcel');
    });
  });

  describe('an issue', () => {
    it('that is closed ends its pull request; opened again, it begins anew', async () => {
      const { ann, issue, settle, open, repository } = await submitted();
      ann.close(issue);
      await settle();
      expect(open()).toEqual([]);
      expect(await repository.git.branches()).toEqual(['main']);
      await ann.reopen(issue);
      await settle();
      expect(open()).toHaveLength(1);
    });

    it('that is closed is taken up by a writer’s add, not by the submitter’s', async () => {
      const { ann, mary, issue, settle, open } = await submitted();
      ann.close(issue);
      await settle();
      ann.comment(issue, '/poweredby add');
      await settle();
      expect(open()).toEqual([]);
      mary.comment(issue, '/poweredby add');
      await settle();
      expect(open()).toHaveLength(1);
    });

    it('whose label is taken off ends its pull request, until it is put back', async () => {
      const { mary, issue, settle, open, said } = await submitted();
      mary.unlabel(issue, 'powered-by');
      await settle();
      expect(open()).toEqual([]);
      expect(said(issue)).toContain('powered-by');
      expect(issue.labels).toEqual([]);
      mary.label(issue, 'powered-by');
      await settle();
      expect(open()).toHaveLength(1);
    });

    it('that is deleted, or moved elsewhere, ends its pull request', async () => {
      const { github, repository, mary, issue, settle, submit, open } = await submitted();
      const other = submit('bob', { company: 'Harbour Bakery' });
      const target = await github.createRepository('millrace/other', { roles: { mary: 'admin' } });
      await settle();
      expect(open()).toHaveLength(2);
      github.setRole(repository, 'mary', 'admin');
      mary.deleteIssue(issue);
      mary.transfer(other, target);
      await settle();
      expect(open()).toEqual([]);
      expect(await repository.git.branches()).toEqual(['main']);
    });

    it('that is locked is served all the same', async () => {
      const { ann, mary, issue, settle, pull, said } = await submitted();
      mary.lock(issue);
      ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
      await settle();
      expect(pull.body).toContain('50,000');
      expect(said(issue)).toContain(`#${pull.number}`);
    });

    it('opened again after the merge is asked for again, and has nothing to change', async () => {
      const { ann, issue, pull, settle, open, said, merge } = await submitted();
      await merge(pull);
      await settle();
      await ann.reopen(issue);
      await settle();
      expect(open()).toEqual([]);
      expect(said(issue)).toContain('Juniper Parcel');
      expect(issue.isOpen).toBe(true);
    });
  });

  describe('a repository', () => {
    it('with a broken configuration says so once, that it is not the submitter’s fault, and where', async () => {
      const made = await world({ configuration: (text) => `${text}\nlabell: x\n` });
      const issue = made.submit('ann');
      await made.settle();
      expect(made.said(issue)).toContain('labell');
      expect(made.open()).toEqual([]);
      const [comment] = issue.comments;
      const said = comment?.body;
      await made.app().sweep();
      await made.settle();
      expect(issue.comments.map(({ body }) => body)).toEqual([said]);
      const file = '.github/poweredby.yml';
      const text = (await made.github.readFile(made.repository, file)) ?? '';
      await made.github.as('mary').push(made.repository, {
        files: { [file]: text.replace('labell: x', '') },
      });
      await made.settle();
      expect(made.open()).toHaveLength(1);
    });

    it('with a page that cannot be edited says so, and goes on when it can', async () => {
      const made = await world();
      const { github, repository } = made;
      const text = (await github.readFile(repository, pages.zh)) ?? '';
      await github.as('mary').push(repository, { files: { [pages.zh]: '# Nothing\n' } });
      const issue = made.submit('ann');
      await made.settle();
      expect(made.said(issue)).toContain(pages.zh);
      expect(made.open()).toEqual([]);
      await github.as('mary').push(repository, { files: { [pages.zh]: text } });
      await made.settle();
      expect(made.open()).toHaveLength(1);
    });

    it('that is archived, taken from us or renamed is handled', async () => {
      const made = await world();
      const { github, repository } = made;
      const issue = made.submit('ann');
      github.rename(repository, 'renamed');
      await made.settle();
      expect(made.open()).toHaveLength(1);
      github.configure(repository, { isArchived: true });
      await made.app().sweep();
      await made.settle();
      github.configure(repository, { isArchived: false });
      const installation = github.install(repository);
      github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
      github.uninstall(installation);
      await made.settle();
      await made.app().sweep();
      await made.settle();
      expect(made.app().lastSweep()).toBeDefined();
    });
  });
});
