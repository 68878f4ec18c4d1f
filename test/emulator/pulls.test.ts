import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/emulator/world/model.ts';
import { branchOf, site } from './support.ts';

async function pullOf(
  github: Awaited<ReturnType<typeof site>>['github'],
  repository: Repository,
  branch: string,
  text: string,
  body = '',
) {
  await branchOf(github, repository, branch, text);
  return github
    .as('mary')
    .openPull(repository, { title: branch, body, head: branch, base: 'main' });
}

describe('pull requests', () => {
  it('are merged by git, and close what they say they close', async () => {
    const { github, repository } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const one = await pullOf(
      github,
      repository,
      'one',
      'ONE\ntwo\nthree\n',
      `Closes #${issue.number}`,
    );
    const three = await pullOf(github, repository, 'three', 'one\ntwo\nTHREE\n');
    const merge = await github.as('mary').merge(one);
    expect(one).toMatchObject({ isOpen: false, pull: { merged: { oid: merge } } });
    expect(issue.isOpen).toBe(false);
    await github.as('mary').merge(three, 'squash');
    expect(await github.readFile(repository, 'page.md')).toBe('ONE\ntwo\nTHREE\n');
    const commit = await repository.git.commit((await repository.git.branch('main')) ?? '');
    expect(commit).toMatchObject({ parents: [merge], message: 'three (#3)\n' });
  });

  it('are approved by others than their author, while they are open', async () => {
    const { github, repository } = await site();
    const pull = await pullOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    expect(() => github.as('mary').approve(pull)).toThrow('Can not approve your own pull request');
    github.as('ann').approve(pull);
    expect(pull.timeline.at(-1)?.happening).toMatchObject({
      type: 'PullRequestReview',
      state: 'APPROVED',
      oid: pull.pull?.headOid,
    });
    await github.as('mary').merge(pull);
    expect(() => github.as('ann').approve(pull)).toThrow('Can not approve a closed pull request');
  });

  it('conflict where git finds a conflict, and are not merged then', async () => {
    const { github, repository } = await site();
    const one = await pullOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    const other = await pullOf(github, repository, 'other', 'uno\ntwo\nthree\n');
    await github.as('mary').merge(one);
    expect(await github.isMergeable(other)).toBe(false);
    await expect(github.as('mary').merge(other)).rejects.toThrow('merge conflicts');
    await expect(github.as('ann').merge(other)).rejects.toThrow('correct permissions');
  });

  it('are closed when their branch is deleted, or moved to its base by force', async () => {
    const { github, repository } = await site();
    const one = await pullOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    const two = await pullOf(github, repository, 'two', 'one\nTWO\nthree\n');
    await github.as('mary').forcePush(repository, 'one');
    await github.as('mary').forcePush(repository, 'two', await repository.git.branch('main'));
    expect([one, two]).toMatchObject([
      { isOpen: false, pull: { merged: null } },
      { isOpen: false, pull: { merged: null } },
    ]);
    await expect(github.as('mary').reopen(one)).rejects.toThrow('Could not open');
    await branchOf(github, repository, 'two', 'one\nTWO\nthree\n');
    await expect(github.as('mary').reopen(two)).rejects.toThrow('Could not open');
  });

  it('count as merged when somebody pushes them to the base', async () => {
    const { github, repository } = await site();
    const one = await pullOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    await github.as('mary').forcePush(repository, 'main', one.pull?.headOid);
    expect(one).toMatchObject({ isOpen: false, pull: { merged: { by: { login: 'mary' } } } });
  });

  it('are told of pushes to their branch', async () => {
    const { github, repository } = await site();
    const one = await pullOf(github, repository, 'one', 'ONE\ntwo\nthree\n');
    const oid = await branchOf(github, repository, 'one', 'ONE\nTWO\nthree\n');
    expect(one.pull).toMatchObject({ headOid: oid, commits: 2, changes: { additions: 2 } });
  });
});
