import { describe, expect, it } from 'vitest';
import { configurationFile, pages, submitted, type World } from './world.ts';

const setting = 'pull-request: {branch-prefix: docs/adopters-}';

function configured(line: string) {
  return submitted({ configuration: (text) => `${text}\n${line}\n` });
}

/** Has mary change the prefix in the configuration. */
async function writePrefix({ github, repository, settle }: World, line: string): Promise<void> {
  const text = (await github.readFile(repository, configurationFile)) ?? '';
  const changed = `${text.replace(/pull-request: .*/, '')}${line}\n`;
  await github.as('mary').push(repository, { files: { [configurationFile]: changed } });
  await settle();
}

/** The branches, but for the default one. */
async function branchesOf({ repository: { git, defaultBranch } }: World) {
  const names = await git.branches();
  return names.filter((name) => name !== defaultBranch).toSorted();
}

describe('the prefix of branches', () => {
  it('begins their names, and commands on the pull request find the issue', async () => {
    const made = await configured(setting);
    expect(made.pull.pull?.headRefName).toBe('docs/adopters-issue-1');
    expect(await branchesOf(made)).toEqual(['docs/adopters-issue-1']);
    made.mary.comment(made.pull, '/poweredby withdraw');
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(await branchesOf(made)).toEqual([]);
  });

  it.each([
    ['is given', '# as usual', setting],
    ['is taken away', setting, '# as usual'],
    ['is changed', 'pull-request: {branch-prefix: adopters/}', setting],
  ])('that %s leaves a pull request that is open with its branch', async (_, before, after) => {
    const made = await configured(before);
    const { ann, issue, pull, settle, open, merge, github, repository, said } = made;
    const branch = pull.pull?.headRefName;
    await writePrefix(made, after);
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await settle();
    expect(open()).toEqual([pull]);
    expect(pull.body).toContain('50,000');
    expect(await branchesOf(made)).toEqual([branch]);
    await merge(pull);
    await settle();
    expect(issue.isOpen).toBe(false);
    expect(said(issue)).toContain('is listed');
    expect(await branchesOf(made)).toEqual([]);
    expect(await github.readFile(repository, pages.en)).toContain('50,000');
    // What was merged under another name is not asked for again.
    await ann.reopen(issue);
    await settle();
    expect(open()).toEqual([]);
    expect(said(issue)).toContain('already has all of this');
  });

  it('that changes leaves a pull request that is open, though the status comment is deleted', async () => {
    const made = await configured('# as usual');
    const { mary, ann, issue, pull, settle, open } = made;
    const [status] = issue.comments;
    if (!status) throw new Error('There is no status comment');
    mary.deleteComment(status);
    await writePrefix(made, setting);
    ann.edit(issue, { body: issue.body.replace('40,000', '50,000') });
    await settle();
    expect(open()).toEqual([pull]);
    expect(pull.body).toContain('50,000');
  });

  it('that changes leaves the removal of a company up to date with its page', async () => {
    const made = await configured('# as usual');
    const { mary, pull, merge, settle, github, repository, open } = made;
    await merge(pull);
    await settle();
    const plain = mary.openIssue(repository, { title: 'Off', body: 'Please' });
    mary.comment(plain, '/poweredby remove Juniper Parcel');
    await settle();
    await writePrefix(made, setting);
    const [removal] = open();
    if (!removal) throw new Error('There is no pull request');
    made.submit('ann', { company: 'Harbour Bakery' });
    await settle();
    const added = open().find((each) => each !== removal);
    if (!added) throw new Error('There is one pull request only');
    expect(added.pull?.headRefName).toMatch(/^docs\/adopters-issue-/);
    await merge(added);
    await settle();
    expect(await github.isMergeable(removal)).toBe(true);
    await merge(removal);
    await settle();
    const page = await github.readFile(repository, pages.en);
    expect(page).not.toContain('Juniper Parcel');
    expect(page).toContain('Harbour Bakery');
  });
});
