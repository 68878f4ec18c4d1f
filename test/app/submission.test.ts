import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { example } from '../support/command-line.ts';
import { commitsOn, issuesOf, logoFolder, pages, world } from './world.ts';

describe('a submission', () => {
  it('becomes one pull request with one verified commit, which puts the company onto every page', async () => {
    const { github, repository, settle, submit, said, open } = await world({
      emulator: { web: 'https://github.com' },
    });
    const issue = submit('ann', { zh: 'Juniper Parcel 用 Millrace 配送包裹。' });
    await settle();

    const [pull, ...others] = open();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({ title: 'Add Juniper Parcel to Powered By' });
    expect(pull?.body).toContain(`Closes #${issue.number}`);
    expect(said(issue)).toContain(`#${pull?.number}`);
    expect(pull?.labels.map(({ name }) => name)).toEqual(['powered-by']);
    const { git } = repository;
    const head = `poweredby/issue-${issue.number}`;
    expect(await git.branches()).toEqual(['main', head]);
    const oid = (await git.branch(head)) ?? '';
    expect(await commitsOn(repository, head)).toEqual([oid]);
    const { message, committer } = await git.commit(oid);
    expect(message).toBe(
      `Add Juniper Parcel to Powered By\n\nCo-authored-by: ann <${issue.author.id}+ann@users.noreply.github.com>`,
    );
    expect(committer.email).toBe('noreply@github.com');
    const { files } = await git.changesOf(oid);
    expect(files.map(({ path }) => path).sort()).toEqual([
      pages.zh,
      pages.en,
      `${logoFolder}/juniper-parcel-logo.png`,
    ]);
    expect(await github.readFile(repository, pages.zh, head)).toContain('用 Millrace 配送包裹');
    // The pictures are those of the commit, which is known only once it is made.
    expect(pull?.body).toContain(`/blob/${oid}/${logoFolder}/juniper-parcel-logo.png?raw=true`);
  });

  it('is over when it is merged: its issue is closed, its branch is gone, the submitter is told', async () => {
    const { github, repository, settle, submit, said, open, merge } = await world();
    const issue = submit('ann');
    await settle();
    for (const pull of open()) await merge(pull);
    await settle();
    expect(issue.isOpen).toBe(false);
    expect(await repository.git.branches()).toEqual(['main']);
    expect(said(issue)).toContain('is listed');
    expect(await github.readFile(repository, pages.en)).toContain('Juniper Parcel');
  });

  it('with several problems is told all of them at once, in one list, and opens nothing', async () => {
    const { settle, submit, said, open, repository } = await world();
    const issue = submit('ann', {
      description: 'x'.repeat(700),
      link: 'http://juniper.example',
      logo: '',
      consent: false,
    });
    await settle();
    expect(open()).toEqual([]);
    expect(await repository.git.branches()).toEqual(['main']);
    const rows = said(issue)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(rows).toHaveLength(4);
    expect(rows.join('\n')).toMatch(/Logo[\s\S]*Consent|Consent[\s\S]*Logo/);
  });

  it('that is fixed by an edit is taken up, in the same comment', async () => {
    const { github, settle, submit, said, open } = await world();
    const issue = submit('ann', { company: '' });
    await settle();
    expect(open()).toEqual([]);
    const before = said(issue);
    github.as('ann').edit(issue, { body: submit('ann').body });
    await settle();
    expect(before).not.toBe(said(issue));
    expect(said(issue)).toContain('Juniper Parcel');
  });

  it('that is edited keeps its pull request, with one commit of the new content', async () => {
    const { github, repository, settle, submit, open } = await world();
    const issue = submit('ann', { description: 'The first words.' });
    await settle();
    const [before] = open();
    github.as('mary').edit(before ?? issue, {
      body: before?.body.replace('- [ ] Consent', '- [x] Consent') ?? '',
    });
    github.as('ann').edit(issue, { body: issue.body.replace('The first words.', 'Other words.') });
    await settle();
    const [after, ...others] = open();
    expect(after?.number).toBe(before?.number);
    expect(others).toEqual([]);
    const head = `poweredby/issue-${issue.number}`;
    expect(await repository.git.branches()).toEqual(['main', head]);
    expect(await commitsOn(repository, head)).toHaveLength(1);
    expect(await github.readFile(repository, pages.en, head)).toContain('Other words.');
    expect(after?.body).toContain('Other words.');
    // What a maintainer ticked stays ticked.
    expect(after?.body).toContain('- [x] Consent');
  });

  it('of a company that is on the page is an update, which shows before and after', async () => {
    const { settle, submit, open } = await world();
    submit('ann', { company: 'Fathom Maps', description: 'Fathom Maps charts everything.' });
    await settle();
    const [pull] = open();
    expect(pull?.title).toMatch(/^Update Fathom Maps/);
    expect(pull?.body).toContain('Fathom Maps charts everything.');
    expect(pull?.body).toContain('charts the sea floor');
  });

  it('of what is on the page already opens nothing, and says so', async () => {
    const { settle, submit, said, open, merge } = await world();
    submit('ann');
    await settle();
    for (const pull of open()) await merge(pull);
    await settle();
    const again = submit('ann', {});
    await settle();
    expect(open()).toEqual([]);
    expect(said(again)).toContain('Juniper Parcel');
  });

  it('for a company that has a pull request open is told which', async () => {
    const { github, settle, submit, said, open } = await world();
    const first = submit('ann');
    const second = submit('bob', { company: 'JUNIPER  parcel' });
    await settle();
    const [pull, ...others] = open();
    expect(others).toEqual([]);
    expect(said(second)).toContain(`#${pull?.number}`);
    // Once the first is out of the way, the second has its turn by itself.
    github.as('ann').close(first);
    await settle();
    expect(open().map(({ title }) => title)).toEqual(['Add JUNIPER parcel to Powered By']);
  });

  it('beyond the quota waits a day, and is then taken up by itself', async () => {
    const { github, app, settle, submit, said, open } = await world({
      configuration: (text) => `${text}\nquota: {submitter: 1, repository: 2}\n`,
    });
    // One after the other: a logo that takes long to draw lets later submissions go first.
    submit('ann', { company: 'One' });
    await settle();
    const second = submit('ann', { company: 'Two' });
    submit('bob', { company: 'Three' });
    await settle();
    const fourth = submit('cid', { company: 'Four' });
    await settle();
    expect(open().map(({ title }) => title.split(' ')[1])).toEqual(['One', 'Three']);
    expect(said(second)).toMatch(/one request a day .*each person/);
    expect(said(fourth)).toMatch(/repository accepts up to 2 requests/);
    github.clock.turn(25 * 60 * 60 * 1000);
    await app().sweep();
    await settle();
    expect(open()).toHaveLength(4);
  });

  it('of somebody who changed the name of the account counts for the same quota', async () => {
    const { github, settle, submit, open } = await world({
      configuration: (text) => `${text}\nquota: {submitter: 1, repository: 9}\n`,
    });
    submit('ann', { company: 'One' });
    await settle();
    const { account } = github.as('ann');
    Object.assign(account, { login: 'annie' });
    submit('ann', { company: 'Two' });
    await settle();
    expect(open().map(({ title }) => title.split(' ')[1])).toEqual(['One']);
  });

  it('whose words would mention people or close other issues does neither', async () => {
    const { settle, submit, said, open, merge } = await world();
    const other = submit('bob', { company: 'Other' });
    await settle();
    const issue = submit('ann', {
      company: 'Fixes #1',
      description: 'Closes #1 and thanks @mary and @bob <img src=x>.',
    });
    await settle();
    const pull = open().at(-1);
    expect(pull?.title).not.toMatch(/@bob|#1/);
    for (const text of [pull?.body ?? '', said(issue)])
      expect(text).not.toMatch(/@(bob|mary)|<img src=x/);
    if (pull) await merge(pull);
    await settle();
    expect(other.isOpen).toBe(true);
  });

  it('without the label in the repository makes it', async () => {
    const { repository, settle, submit, open } = await world({ hasLabel: false });
    const issue = submit('ann');
    await settle();
    expect(repository.labels.map(({ name }) => name)).toEqual(['powered-by']);
    for (const each of [issue, ...open()]) {
      expect(each.labels.map(({ name }) => name)).toEqual(['powered-by']);
    }
  });

  it('in a private repository shows its logo by the signed address', async () => {
    const { github, repository, settle, submit, open } = await world({ isPrivate: true });
    const bytes = readFileSync(join(example.site, logoFolder, 'alder-rail-logo.png'));
    const picture = { name: 'logo.png', type: 'image/png', bytes };
    submit('mary', { logo: github.as('mary').upload(repository, picture) });
    await settle();
    expect(open()).toHaveLength(1);
  });

  it('in a private repository has its file opened with a token for that repository’s issues', async () => {
    const asked: string[] = [];
    const { github, repository, settle, submit } = await world({
      isPrivate: true,
      onRequest: (body) => asked.push(body),
    });
    const tokens = () => asked.filter((body) => body.includes('repository_ids'));
    // What GitHub takes for no picture is in a file, for which `bodyHTML` has no signed address.
    const file = { name: 'logo.svgz', type: 'application/gzip', bytes: readFileSync(example.logo) };
    for (const who of ['mary', 'tom']) {
      const logo = github.as(who).upload(repository, file);
      submit(who, { company: `${who}'s company`, logo });
      await settle();
    }
    expect(tokens().map((body) => JSON.parse(body))).toEqual([
      { repository_ids: [repository.id], permissions: { issues: 'read' } },
    ]);
  });

  it('whose logo cannot be fetched just now is taken up when it can', async () => {
    let isDown = true;
    const noName = Object.assign(new Error('No name'), { code: 'EAI_AGAIN' });
    const { github, app, settle, submit, said, open } = await world({
      downloads: ({ resolve }) => ({
        resolve: (host) => (isDown || !resolve ? Promise.reject(noName) : resolve(host)),
      }),
    });
    const issue = submit('ann');
    await settle();
    expect(open()).toEqual([]);
    expect(said(issue)).toMatch(/Logo<\/b>: github\.com.* cannot be reached/);
    isDown = false;
    github.clock.turn(15 * 60 * 1000);
    await app().sweep();
    await settle();
    expect(open()).toHaveLength(1);
  });
});

describe('an issue that is no submission', () => {
  it('is left alone', async () => {
    const { github, repository, settle, said } = await world();
    const issue = github
      .as('ann')
      .openIssue(repository, { title: 'A bug', body: 'It does not start.' });
    github.as('bob').comment(issue, 'Same here. See `/poweredby add`.');
    await settle();
    expect(said(issue)).toBe('');
    expect(issue.labels).toEqual([]);
  });

  it('is one if it has the form’s headings, whatever its labels', async () => {
    const { github, repository, settle, submit, open, merge } = await world();
    const { body } = submit('ann');
    await settle();
    const [first] = open();
    if (first) await merge(first);
    await settle();
    const other = body.replaceAll('Juniper Parcel', 'Harbour Bakery');
    github.as('bob').openIssue(repository, { title: 'Us too', body: other });
    await settle();
    expect(open().map(({ title }) => title)).toEqual(['Add Harbour Bakery to Powered By']);
  });

  it('is told what is missing if somebody labels it', async () => {
    const { github, repository, settle, said } = await world();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: 'please' });
    github.clock.turn(5000);
    github.as('mary').label(issue, 'powered-by');
    await settle();
    expect(said(issue)).toContain('/issues/new?template=powered-by.yml');
    expect(issuesOf(repository)).toHaveLength(1);
  });
});
