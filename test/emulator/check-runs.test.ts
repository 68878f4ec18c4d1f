import { describe, expect, it } from 'vitest';
import { branchOf, receiver, site } from './support.ts';

const flink = { owner: 'apache', repo: 'flink' };

/** A note on the first line of the page. */
const note = {
  path: 'page.md',
  start_line: 1,
  end_line: 1,
  annotation_level: 'notice' as const,
  message: 'Here',
};

const output = (count: number) => ({
  title: 'Looked at',
  summary: 'All is well.',
  annotations: Array.from({ length: count }, () => note),
});

describe('check runs', () => {
  it('are made, changed and found by their commit; annotations are added to those that are there', async () => {
    const { github, repository, octokit } = await site();
    const head_sha = await branchOf(github, repository, 'one', 'ONE\n');
    const made = {
      ...flink,
      name: 'List',
      head_sha,
      external_id: '1',
      status: 'in_progress',
    } as const;
    const { data: run } = await octokit.rest.checks.create({ ...made, output: output(50) });
    expect(run).toMatchObject({ status: 'in_progress', conclusion: null, external_id: '1' });
    const changed = { ...flink, check_run_id: run.id, conclusion: 'success' } as const;
    await octokit.rest.checks.update({ ...changed, output: output(2) });
    const found = await octokit.rest.checks.listForRef({
      ...flink,
      ref: 'one',
      check_name: 'List',
    });
    expect(found.data.check_runs).toMatchObject([
      { id: run.id, status: 'completed', conclusion: 'success', output: { annotations_count: 52 } },
    ]);
    await octokit.rest.checks.create(made);
    const { data } = await octokit.rest.checks.listForRef({ ...flink, ref: head_sha });
    expect(data.check_runs).toMatchObject([{ status: 'in_progress' }]);
  });

  it('are refused with too many annotations, too long a text, or for a commit that is not there', async () => {
    const { github, repository, octokit } = await site();
    const head_sha = await branchOf(github, repository, 'one', 'ONE\n');
    const refused = async (change: object) => {
      const asked = octokit.rest.checks.create({ ...flink, name: 'List', head_sha, ...change });
      await expect(asked).rejects.toMatchObject({ status: 422 });
    };
    await refused({ output: output(51) });
    await refused({ output: { title: 'Long', summary: 'a'.repeat(65_536) } });
    await refused({ status: 'completed' });
    expect(github.takeViolations()).toHaveLength(2);
    const message = 'a'.repeat(65_537);
    await refused({ output: { ...output(0), annotations: [{ ...note, message }] } });
    await refused({ head_sha: 'f'.repeat(40) });
  });

  it('take a permission of their own, which an owner may not have accepted yet', async () => {
    const { github, repository, octokit } = await site();
    const head_sha = await branchOf(github, repository, 'one', 'ONE\n');
    github.setUnaccepted(github.install(repository), 'checks');
    const made = octokit.rest.checks.create({ ...flink, name: 'List', head_sha });
    await expect(made).rejects.toMatchObject({ status: 403 });
  });

  it('are asked for again one by one, or all of a commit', async () => {
    const { github, repository, octokit } = await site();
    const mary = github.as('mary');
    const head_sha = await branchOf(github, repository, 'one', 'ONE\n');
    const pull = await mary.openPull(repository, {
      title: 'One',
      body: '',
      head: 'one',
      base: 'main',
    });
    await octokit.rest.checks.create({ ...flink, name: 'List', head_sha, external_id: 'mine' });
    const [run] = repository.checkRuns;
    if (!run) throw new Error('There is no check run');
    const received = await receiver(github);
    await mary.rerequest(repository, run, 'check_run');
    await mary.rerequest(repository, run, 'check_suite');
    await github.webhooks.settle();
    const pull_requests = [{ number: pull.number, head: { sha: head_sha } }];
    expect(received.map(({ payload }) => payload)).toMatchObject([
      { action: 'rerequested', check_run: { external_id: 'mine', pull_requests } },
      { action: 'rerequested', check_suite: { head_sha, head_branch: 'one', pull_requests } },
    ]);
    await expect(github.as('ann').rerequest(repository, run, 'check_run')).rejects.toThrow();
  });
});

describe('a pull request from a fork', () => {
  it('has its branch nowhere in the repository, and its commits there', async () => {
    const { github, repository, octokit } = await site();
    const ann = github.as('ann');
    const files = { 'page.md': 'ONE\ntwo\nthree\n' };
    const pull = await ann.openForkPull(repository, {
      title: 'One',
      body: '',
      branch: 'main',
      files,
    });
    const { data } = await octokit.rest.pulls.get({ ...flink, pull_number: pull.number });
    expect(data.head).toMatchObject({ label: 'ann:main', repo: { full_name: 'ann/flink' } });
    expect(await github.readFile(repository, 'page.md', data.head.sha)).toBe(files['page.md']);
    expect(await github.readFile(repository, 'page.md')).toBe('one\ntwo\nthree\n');
    const pushed = await ann.pushToFork(pull, { 'page.md': 'one\ntwo\nTHREE\n' });
    expect(pull.pull?.headOid).toBe(pushed);
    await github.as('mary').push(repository, { files: { 'other.md': 'Other\n' } });
    const basehead = { base: 'main', head: pushed };
    const path = 'GET /repos/{owner}/{repo}/compare/{base}...{head}';
    const compared = await octokit.request(path, { ...flink, ...basehead, page: 2, per_page: 1 });
    expect(compared.data).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1 });
    expect(compared.data.merge_base_commit.sha).toBe(
      (await repository.git.commit((await repository.git.branch('main')) ?? '')).parents[0],
    );
    await github.as('mary').merge(pull);
    expect(await github.readFile(repository, 'page.md')).toBe('one\ntwo\nTHREE\n');
  });
});
