import { describe, expect, it } from 'vitest';
import type { RepositoryRules } from '../../src/emulator/world/repository-rules.ts';
import { branchOf, installed, site } from './support.ts';

const head = 'poweredby/issue-1';
const ref = `refs/heads/${head}`;
const zeros = '0'.repeat(40);

/** What the app is told of one mutation that GitHub refuses: the error's type and words. */
async function refused(
  octokit: Awaited<ReturnType<typeof site>>['octokit'],
  mutation: string,
): Promise<string> {
  const sent = octokit.graphql(`mutation { one: ${mutation} { clientMutationId } }`);
  const thrown: unknown = await sent.catch((error: unknown) => error);
  const [error] = (thrown as { errors?: { type: string; message: string }[] }).errors ?? [];
  return error ? `${error.type} ${error.message.replace(/\s+/g, ' ').trim()}` : 'done';
}

/** A site with rules and a branch of ours that `mary` made before. */
async function restricted(rules: Partial<RepositoryRules>) {
  const made = await site();
  const { github, repository } = made;
  const base = (await repository.git.branch('main')) ?? '';
  const oid = await branchOf(github, repository, head, 'ONE\ntwo\nthree\n');
  const one = await branchOf(github, repository, 'one', 'one\nTWO\nthree\n');
  github.setRules(repository, rules);
  const { nodeId } = repository;
  const update = (before: string, after: string) =>
    `updateRefs(input: {repositoryId: "${nodeId}", refUpdates: [{name: "${ref}", beforeOid: "${before}", afterOid: "${after}", force: true}]})`;
  const commit = (headline: string) =>
    `createCommitOnBranch(input: {branch: {repositoryNameWithOwner: "apache/flink", branchName: "one"}, expectedHeadOid: "${one}", message: {headline: "${headline}"}, fileChanges: {}})`;
  return {
    ...made,
    create: (name: string) =>
      `createRef(input: {repositoryId: "${nodeId}", name: "refs/heads/${name}", oid: "${base}"})`,
    move: update(oid, base),
    drop: update(oid, zeros),
    commit,
    open: `createPullRequest(input: {repositoryId: "${nodeId}", baseRefName: "main", headRefName: "${head}", title: "Add Acme"})`,
  };
}

describe('a ruleset', () => {
  const found = 'UNPROCESSABLE Repository rule violations found';

  it('restricts making, moving by force, and deleting branches, in GitHub’s words', async () => {
    const { octokit, create, move, drop } = await restricted({
      restricts: ['creation', 'deletion', 'force-push'],
    });
    expect(await refused(octokit, create('poweredby/issue-2'))).toBe(
      `${found} Cannot create ref due to creations being restricted.`,
    );
    expect(await refused(octokit, move)).toBe(`${found} Cannot force-push to this branch`);
    expect(await refused(octokit, drop)).toBe(`${found} Cannot delete this branch`);
  });

  it('wants commits to have certain messages and signatures', async () => {
    const { github, repository, octokit, commit } = await restricted({
      restricts: ['commit-message', 'unsigned-commits'],
      messagePattern: '^DOC-\\d+',
    });
    expect(await refused(octokit, commit('Add Acme'))).toBe(
      `${found} Commit message must match a given regex pattern: ^DOC-\\d+`,
    );
    expect(await refused(octokit, commit('DOC-1 Add Acme'))).toBe('done');
    const push = github.as('mary').push(repository, { message: 'DOC-2', files: { a: 'a' } });
    await expect(push).rejects.toThrow('verified signatures');
  });

  it('leaves alone what it is not about, and those who may bypass it', async () => {
    const restricts = ['creation'] as const;
    const elsewhere = await restricted({ restricts, prefix: 'release/' });
    expect(await refused(elsewhere.octokit, elsewhere.create('poweredby/issue-2'))).toBe('done');
    const bypassed = await restricted({ restricts, bypass: ['mary'] });
    const { github, repository } = bypassed;
    await github.as('mary').push(repository, { branch: 'two', files: { a: 'a' } });
    expect(await repository.git.branches()).toContain('two');
  });
});

it('branch protection refuses with a type of its own', async () => {
  const { octokit, drop } = await restricted({ source: 'protection', restricts: ['deletion'] });
  expect(await refused(octokit, drop)).toBe(
    'BRANCH_PROTECTION_RULE_VIOLATION Cannot delete this branch',
  );
});

it('pull requests are for collaborators, or switched off', async () => {
  const policies = ['collaborators', 'off'] as const;
  const told = ['must be a collaborator', 'Pull requests are disabled for this repository.'];
  for (const [index, pulls] of policies.entries()) {
    const { octokit, open } = await restricted({ pulls });
    expect(await refused(octokit, open)).toBe(`UNPROCESSABLE ${told[index]}`);
  }
});

it('a permission that nobody has accepted is not there, until somebody does and a token is made', async () => {
  const { github, octokit, open } = await restricted({});
  const [installation] = github.installations;
  if (!installation) throw new Error('The app is not installed');
  github.setUnaccepted(installation, 'pull_requests');
  const message = 'FORBIDDEN Resource not accessible by integration';
  expect(await refused(octokit, open)).toBe(message);
  const before = await installed(github, installation);
  github.setUnaccepted(installation);
  expect(await refused(before, open)).toBe(message);
  expect(await refused(await installed(github, installation), open)).toBe('done');
});

it('git keeps no branch below another one, and GitHub does not say why', async () => {
  const { github, repository, octokit, create } = await restricted({});
  await branchOf(github, repository, 'below', 'one\ntwo\nTHREE\n');
  expect(await refused(octokit, create('below/issue-1'))).toBe(
    'UNPROCESSABLE Ref cannot be created',
  );
});
