import { describe, expect, it } from 'vitest';
import { branchOf, receiver, site } from './support.ts';

const flink = { owner: 'apache', repo: 'flink' };

const thread = `{ repository(owner: "apache", name: "flink") { issue(number: 1) {
  author { login }
  comments(first: 10) { totalCount nodes { body author { login } } }
  timelineItems(itemTypes: [CLOSED_EVENT], first: 1) { nodes { ... on ClosedEvent { actor { login } } } }
} } }`;

describe('an account', () => {
  it('that is deleted leaves what it wrote to nobody, and its name to others', async () => {
    const { github, repository, octokit } = await site();
    const received = await receiver(github);
    const ann = github.as('ann');
    const issue = ann.openIssue(repository, { title: 'Add us', body: '' });
    ann.comment(issue, 'Please');
    ann.close(issue);
    github.as('ann').deleteAccount();
    expect(await octokit.graphql(thread)).toEqual({
      repository: {
        issue: {
          author: null,
          comments: { totalCount: 1, nodes: [{ body: 'Please', author: null }] },
          timelineItems: { nodes: [{ actor: null }] },
        },
      },
    });
    const { data } = await octokit.rest.issues.get({ ...flink, issue_number: 1 });
    expect(data.user?.login).toBe('ghost');
    const asked = octokit.rest.repos.getCollaboratorPermissionLevel({ ...flink, username: 'ann' });
    await expect(asked).rejects.toMatchObject({ status: 404 });
    github.as('mary').label(issue, github.as('mary').createLabel(repository, 'good').name);
    await github.webhooks.settle();
    expect(received.at(-1)?.payload['issue']).toMatchObject({ user: { login: 'ghost' } });
    expect(github.as('ann').account.id).not.toBe(ann.account.id);
  });
});

describe('a comment', () => {
  it('that is hidden counts, and is null among the others', async () => {
    const { github, repository, octokit } = await site();
    const ann = github.as('ann');
    const issue = ann.openIssue(repository, { title: 'Add us', body: '' });
    const [one] = [ann.comment(issue, 'One'), ann.comment(issue, 'Two')];
    github.as('staff').hideComment(one);
    expect(await octokit.graphql(thread)).toMatchObject({
      repository: { issue: { comments: { totalCount: 2, nodes: [null, { body: 'Two' }] } } },
    });
  });
});

describe('a merged branch', () => {
  it('is deleted by GitHub where the repository says so', async () => {
    const { github, repository, octokit } = await site();
    const mary = github.as('mary');
    for (const [branch, deletes] of [
      ['kept', false],
      ['deleted', true],
    ] as const) {
      github.configure(repository, { deletesMergedBranches: deletes });
      await branchOf(github, repository, branch, `${branch}\ntwo\nthree\n`);
      const pull = { title: branch, body: '', head: branch, base: 'main' };
      await mary.merge(await mary.openPull(repository, pull));
    }
    expect(await repository.git.branches()).toEqual(['kept', 'main']);
    expect((await octokit.rest.repos.get(flink)).data.delete_branch_on_merge).toBe(true);
  });
});

describe('a commit that is made on GitHub', () => {
  const signatureOf = `query ($oid: GitObjectID!) { repository(owner: "apache", name: "flink") {
    object(oid: $oid) { ... on Commit { signature { isValid } committer { email } } }
  } }`;

  it.each([
    ['https://github.com', true, { isValid: true }, 'noreply@github.com'],
    ['https://ghe.example', false, null, 'noreply@ghe.example'],
  ])('is signed as on %s', async (web, signsCommits, signature, email) => {
    const { github, repository, octokit } = await site({ web, signsCommits });
    await branchOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    const mary = github.as('mary');
    const pull = { title: 'One', body: '', head: 'one', base: 'main' };
    const oid = await mary.merge(await mary.openPull(repository, pull));
    expect(await octokit.graphql(signatureOf, { oid })).toEqual({
      repository: { object: { signature, committer: { email } } },
    });
  });
});
