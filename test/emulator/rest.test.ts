import { describe, expect, it } from 'vitest';
import { appToken, branchOf, client, emulator, installed, site } from './support.ts';

const flink = { owner: 'apache', repo: 'flink' };

describe('who asks', () => {
  it('gives the app a token for where it is installed', async () => {
    const { github, octokit } = await site();
    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ full_name }) => full_name)).toEqual(['apache/flink']);
    const app = client(github, appToken(github));
    expect((await app.rest.apps.getAuthenticated()).data?.slug).toBe('powered-by');
    const { data: found } = await app.rest.apps.getRepoInstallation(flink);
    expect(found.permissions.issues).toBe('write');
    expect((await app.rest.apps.listInstallations()).data).toHaveLength(1);
  });

  it('is GitHub Actions, for the token of a workflow run: in one repository, with its permissions', async () => {
    const { github, repository } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const token = github.actionsToken(repository, { issues: 'write', contents: 'read' });
    const { rest, graphql } = client(github, token);
    const subject = { ...flink, issue_number: issue.number };
    await rest.issues.createComment({ ...subject, body: 'Hello' });
    expect(issue.comments.map(({ author }) => author.login)).toEqual(['github-actions[bot]']);
    const { viewer } = await graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    expect(viewer.login).toBe('github-actions[bot]');
    await expect(rest.pulls.list(flink)).rejects.toMatchObject({ status: 403 });
    await github.createRepository('apache/other');
    const other = { owner: 'apache', repo: 'other' };
    await expect(rest.repos.get(other)).rejects.toMatchObject({ status: 404 });
  });

  it('gives a token for one repository and some permissions, which opens nothing else', async () => {
    const { github, repository } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const other = await github.createRepository('apache/other');
    const { id } = github.install(repository);
    github.install(other);
    const app = client(github, appToken(github));
    const there = { installation_id: id };
    const { data } = await app.rest.apps.createInstallationAccessToken({
      ...there,
      repository_ids: [repository.id],
      permissions: { issues: 'read' },
    });
    expect(data.permissions).toEqual({ issues: 'read', metadata: 'read' });
    expect(data.repositories?.map(({ full_name }) => full_name)).toEqual(['apache/flink']);
    const { rest, graphql } = client(github, data.token);
    const subject = { ...flink, issue_number: issue.number };
    expect((await rest.issues.get(subject)).data.title).toBe('Add us');
    const all = await rest.apps.listReposAccessibleToInstallation();
    expect(all.data.total_count).toBe(1);
    const others = { owner: 'apache', repo: 'other' };
    await expect(rest.repos.get(others)).rejects.toMatchObject({ status: 404 });
    await expect(rest.issues.update({ ...subject, title: 'x' })).rejects.toMatchObject({
      status: 403,
    });
    const page = { ...flink, path: 'page.md' };
    await expect(rest.repos.getContent(page)).rejects.toMatchObject({ status: 403 });
    const named = (name: string) =>
      graphql(
        `{ repository(owner: "apache", name: "${name}") { name object(expression: "HEAD") { oid } } }`,
      );
    await expect(named('other')).rejects.toThrow('Could not resolve');
    await expect(named('flink')).rejects.toThrow('Resource not accessible');
    const { createInstallationAccessToken: create } = app.rest.apps;
    for (const asked of [
      create({ ...there, repository_ids: [repository.id, 999] }),
      create({ ...there, repositories: ['nothing'] }),
      create({ ...there, permissions: { administration: 'read' } }),
    ]) {
      await expect(asked).rejects.toMatchObject({ status: 422 });
    }
  });

  it('answers at the base of a GitHub of one’s own too', async () => {
    const { github, repository } = await site();
    const octokit = await installed(github, github.install(repository), '/api/v3');
    expect((await octokit.rest.repos.get(flink)).data.default_branch).toBe('main');
  });

  it('refuses a token that it did not give, and one of the app that lives too long', async () => {
    const github = await emulator();
    const stranger = client(github, 'ghs_nothing');
    await expect(stranger.rest.repos.get(flink)).rejects.toMatchObject({ status: 401 });
    const app = client(github, appToken(github, 3600));
    await expect(app.rest.apps.getAuthenticated()).rejects.toThrow('too far in the future');
  });

  it('shows no repository where the app is not installed', async () => {
    const { github, octokit } = await site();
    await github.createRepository('apache/secret', { isPrivate: true });
    const asked = octokit.rest.repos.get({ owner: 'apache', repo: 'secret' });
    await expect(asked).rejects.toMatchObject({ status: 404 });
  });

  it('refuses what the manifest does not grant', async () => {
    const manifest = 'name: Small\ndefault_permissions: {metadata: read}\ndefault_events: []\n';
    const { github, repository, octokit } = await site({ manifest });
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const there = { ...flink, issue_number: issue.number };
    await expect(octokit.rest.issues.get(there)).rejects.toMatchObject({ status: 403 });
    const content = octokit.rest.repos.getContent({ ...flink, path: 'page.md' });
    await expect(content).rejects.toThrow('Resource not accessible by integration');
  });

  it('stops a suspended or removed installation', async () => {
    const { github, repository, octokit } = await site();
    const installation = github.install(repository);
    github.setSuspended(installation, true);
    await expect(octokit.rest.repos.get(flink)).rejects.toMatchObject({ status: 403 });
    github.uninstall(installation);
    await expect(octokit.rest.repos.get(flink)).rejects.toMatchObject({ status: 401 });
  });
});

describe('a repository', () => {
  it('is read file by file, folder by folder', async () => {
    const { repository, octokit } = await site();
    const { data: file } = await octokit.rest.repos.getContent({ ...flink, path: 'page.md' });
    expect('content' in file && Buffer.from(file.content, 'base64').toString()).toBe(
      'one\ntwo\nthree\n',
    );
    const { data: folder } = await octokit.rest.repos.getContent({ ...flink, path: 'logos' });
    expect(Array.isArray(folder) && folder.map(({ path }) => path)).toEqual(['logos/a.png']);
    const { data: ref } = await octokit.rest.git.getRef({ ...flink, ref: 'heads/main' });
    expect(ref.object.sha).toBe(await repository.git.branch('main'));
    const tree = { ...flink, tree_sha: 'main', recursive: 'true' };
    const { data } = await octokit.rest.git.getTree(tree);
    expect(data.tree.map(({ path }) => path)).toEqual(['logos', 'logos/a.png', 'page.md']);
    const blob = data.tree.find(({ path }) => path === 'logos/a.png');
    const read = await octokit.rest.git.getBlob({ ...flink, file_sha: blob?.sha ?? '' });
    expect(Buffer.from(read.data.content, 'base64')).toEqual(Buffer.from([0x89, 0, 1, 2]));
    const missing = octokit.rest.repos.getContent({ ...flink, path: 'no.md' });
    await expect(missing).rejects.toMatchObject({ status: 404 });
  });

  it('tells who wrote a commit, and that a person’s is not verified', async () => {
    const { octokit } = await site();
    const { data } = await octokit.rest.repos.getCommit({ ...flink, ref: 'main' });
    expect(data.commit.message).toBe('First commit');
    expect(data.commit.verification?.verified).toBe(false);
  });

  it('tells what somebody may do there', async () => {
    const { github, repository, octokit } = await site();
    github.setRole(repository, 'tom', 'triage');
    github.as('ann');
    const roleOf = async (username: string) => {
      const asked = { ...flink, username };
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
      return [data.permission, data.role_name];
    };
    expect(await roleOf('mary')).toEqual(['write', 'write']);
    expect(await roleOf('tom')).toEqual(['read', 'triage']);
    expect(await roleOf('ann')).toEqual(['read', 'read']);
    await expect(roleOf('nobody')).rejects.toMatchObject({ status: 404 });
  });

  it('tells what somebody may do there through a team, which GraphQL shows no app', async () => {
    const { github, repository, octokit } = await site();
    github.setTeam(repository, 'committers', { role: 'maintain', members: ['Tess', 'mary'] });
    const roleOf = async (username: string) => {
      const asked = { ...flink, username };
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
      return [data.permission, data.role_name];
    };
    expect(await roleOf('tess')).toEqual(['write', 'maintain']);
    expect(await roleOf('mary')).toEqual(['write', 'maintain']);
    const shown = await octokit.graphql(
      `{ repository(owner: "apache", name: "flink") {
        tess: collaborators(login: "tess", first: 1) { edges { permission } }
        mary: collaborators(login: "mary", first: 1) { edges { permission } }
      } }`,
    );
    expect(shown).toEqual({
      repository: { tess: { edges: [] }, mary: { edges: [{ permission: 'MAINTAIN' }] } },
    });
    expect(() => github.as('tess').createLabel(repository, 'new')).not.toThrow();
  });

  it('is found under its former name, and read only once it is archived', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    github.rename(repository, 'flink2');
    expect((await octokit.rest.repos.get(flink)).data.name).toBe('flink2');
    github.configure(repository, { isArchived: true });
    const comment = { ...flink, issue_number: issue.number, body: 'Hello' };
    await expect(octokit.rest.issues.createComment(comment)).rejects.toThrow('archived');
    expect(() => github.as('ann').comment(issue, 'Hello')).toThrow('archived');
  });
});

describe('an issue', () => {
  it('is read with its labels, and without those that the repository does not have', async () => {
    const { github, repository, octokit } = await site();
    github.as('mary').createLabel(repository, 'powered-by');
    const ann = github.as('ann');
    const issue = ann.openIssue(repository, { title: 'Add us', body: 'Text' }, ['powered-by', 'x']);
    const { data } = await octokit.rest.issues.get({ ...flink, issue_number: issue.number });
    expect(data).toMatchObject({ title: 'Add us', body: 'Text', state: 'open' });
    expect(data.labels).toMatchObject([{ name: 'powered-by' }]);
    expect(data.user?.login).toBe('ann');
  });

  it('takes comments, changes and deletions of the app', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const there = { ...flink, issue_number: issue.number };
    const { data: made } = await octokit.rest.issues.createComment({ ...there, body: 'Hello' });
    expect(made.user?.login).toBe('powered-by[bot]');
    const that = { ...flink, comment_id: made.id };
    await octokit.rest.issues.updateComment({ ...that, body: 'Hello again' });
    expect((await octokit.rest.issues.listComments(there)).data).toMatchObject([
      { body: 'Hello again' },
    ]);
    await octokit.rest.issues.deleteComment(that);
    expect(issue.comments).toEqual([]);
    await expect(octokit.rest.issues.getComment(that)).rejects.toMatchObject({ status: 404 });
  });

  it('gives comments in pages, with links to the others', async () => {
    const { github, repository, octokit } = await site();
    const ann = github.as('ann');
    const issue = ann.openIssue(repository, { title: 'Add us', body: '' });
    for (let number = 1; number <= 5; number += 1) ann.comment(issue, `Comment ${number}`);
    const asked = { ...flink, issue_number: issue.number, per_page: 2 };
    const all = await octokit.paginate(octokit.rest.issues.listComments, asked);
    expect(all.map(({ body }) => body)).toEqual([1, 2, 3, 4, 5].map((each) => `Comment ${each}`));
  });

  it('takes the same reaction of the app once', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const comment = github.as('ann').comment(issue, '/poweredby help');
    const that = { ...flink, comment_id: comment.id, content: 'eyes' as const };
    const first = await octokit.rest.reactions.createForIssueComment(that);
    const second = await octokit.rest.reactions.createForIssueComment(that);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(comment.reactions).toHaveLength(1);
    const reaction_id = first.data.id;
    const taken = { ...flink, comment_id: comment.id, reaction_id };
    await octokit.rest.reactions.deleteForIssueComment(taken);
    expect(comment.reactions).toHaveLength(0);
  });

  it('is labelled, closed and reopened', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const there = { ...flink, issue_number: issue.number };
    await octokit.rest.issues.createLabel({ ...flink, name: 'powered-by', color: '00ff00' });
    const again = { ...flink, name: 'Powered-By', color: '00ff00' };
    await expect(octokit.rest.issues.createLabel(again)).rejects.toMatchObject({ status: 422 });
    await octokit.rest.issues.addLabels({ ...there, labels: ['powered-by'] });
    expect(issue.labels.map(({ name }) => name)).toEqual(['powered-by']);
    await octokit.rest.issues.removeLabel({ ...there, name: 'powered-by' });
    expect(issue.labels).toEqual([]);
    await octokit.rest.issues.update({ ...there, state: 'closed', state_reason: 'not_planned' });
    expect(issue).toMatchObject({ isOpen: false, stateReason: 'NOT_PLANNED' });
    await octokit.rest.issues.update({ ...there, state: 'open' });
    expect(issue.isOpen).toBe(true);
  });

  it('is gone once it is deleted or transferred, and lets the app not speak once it is locked', async () => {
    const { github, repository, octokit } = await site();
    const other = await github.createRepository('apache/other', { roles: { mary: 'write' } });
    const [one, two, three] = ['One', 'Two', 'Three'].map((title) =>
      github.as('ann').openIssue(repository, { title, body: '' }),
    );
    if (!one || !two || !three) throw new Error('Three issues were opened');
    github.as('apache').deleteIssue(one);
    const gone = octokit.rest.issues.get({ ...flink, issue_number: 1 });
    await expect(gone).rejects.toMatchObject({ status: 410 });
    expect(github.as('mary').transfer(two, other).repository).toBe(other);
    const moved = octokit.rest.issues.get({ ...flink, issue_number: 2 });
    await expect(moved).rejects.toMatchObject({ status: 404 });
    github.as('mary').lock(three);
    const comment = { ...flink, issue_number: 3, body: 'Hello' };
    await expect(octokit.rest.issues.createComment(comment)).rejects.toThrow('issue is locked');
    expect(() => github.as('ann').comment(three, 'Hello')).toThrow('correct permissions');
  });
});

describe('a pull request', () => {
  it('is opened once, read with its changes, and mergeable where git can merge it', async () => {
    const { github, repository, octokit } = await site();
    await branchOf(github, repository, 'change', 'one\n2\nthree\n');
    const made = { ...flink, title: 'Change', head: 'change', base: 'main', body: 'Why' };
    const { data } = await octokit.rest.pulls.create(made);
    expect(data).toMatchObject({ mergeable: true, commits: 1, additions: 1, deletions: 1 });
    await expect(octokit.rest.pulls.create(made)).rejects.toThrow('already exists');
    const there = { ...flink, pull_number: data.number };
    expect((await octokit.rest.pulls.listFiles(there)).data).toMatchObject([
      { filename: 'page.md', status: 'modified' },
    ]);
    await github.as('mary').push(repository, { files: { 'page.md': 'one\nTWO\nthree\n' } });
    const { data: later } = await octokit.rest.pulls.get(there);
    expect(later).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    await octokit.rest.pulls.update({ ...there, state: 'closed' });
    expect((await octokit.rest.pulls.list({ ...flink, state: 'open' })).data).toEqual([]);
    const withHead = async (head: string) =>
      (await octokit.rest.pulls.list({ ...flink, state: 'closed', head })).data.length;
    expect(await withHead(`apache:${made.head}`)).toBe(1);
    expect(await withHead(`somebody:${made.head}`)).toBe(0);
    expect(await withHead('apache:main')).toBe(0);
    // Without an owner, GitHub filters nothing.
    expect(await withHead('main')).toBe(1);
    const closed = { ...flink, state: 'closed' as const, head: 'apache:change' };
    expect((await octokit.rest.pulls.list(closed)).data).toHaveLength(1);
  });

  it('needs commits, and branches that are there', async () => {
    const { github, repository, octokit } = await site();
    const base = (await repository.git.branch('main')) ?? '';
    await github.as('mary').createBranch(repository, 'same', base);
    const made = { ...flink, title: 'Change', base: 'main' };
    const empty = octokit.rest.pulls.create({ ...made, head: 'same' });
    await expect(empty).rejects.toThrow('No commits between main and same');
    const missing = octokit.rest.pulls.create({ ...made, head: 'no' });
    await expect(missing).rejects.toMatchObject({ status: 422 });
  });
});

describe('GitHub’s published description', () => {
  it('is broken by a parameter or a key that GitHub does not know', async () => {
    const github = await emulator();
    const repository = await github.createRepository('apache/flink', { files: { a: 'a' } });
    const octokit = await installed(github, github.install(repository));
    const typo = octokit.request('GET /repos/apache/flink/issues?perpage=3');
    await expect(typo).rejects.toMatchObject({ status: 422 });
    const label = { name: 'a', colour: '00ff00' };
    const wrong = octokit.request('POST /repos/apache/flink/labels', label);
    await expect(wrong).rejects.toMatchObject({ status: 422 });
    await expect(octokit.request('GET /emojis')).rejects.toMatchObject({ status: 404 });
    const sorted = octokit.rest.issues.listForRepo({ ...flink, sort: 'comments' });
    await expect(sorted).rejects.toMatchObject({ status: 501 });
    expect(github.takeViolations()).toEqual([
      'issues/list-for-repo: perpage is no parameter',
      expect.stringContaining('colour'),
      'The emulator does not answer GET /emojis',
      'The emulator does not have sort of issues/list-for-repo',
    ]);
  });
});
