import { describe, expect, it } from 'vitest';
import { type Change, deleteBranch } from '../../../src/github/changes/change.ts';
import { changeDocument, resultsOf } from '../../../src/github/changes/change-document.ts';
import type { GraphqlError } from '../../../src/github/client/graphql-error.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
const hostile = 'a"}) { id } # $x\n`';
const branch = 'poweredby/issue-1';

const commit: Change = {
  kind: 'commit',
  nameWithOwner: 'acme/site',
  branch,
  expectedHead: one,
  headline: hostile,
  body: '',
  files: [
    { path: 'page.md', content: '你好\r\n' },
    { path: 'logo.png', content: new Uint8Array([0x89, 0xff, 0]) },
    { path: 'empty', content: '' },
    { path: 'old.png', content: undefined },
  ],
};
const opened: Change = {
  kind: 'open-pull-request',
  repositoryId: 'R_1',
  branch,
  base: 'main',
  title: hostile,
  body: hostile,
};
const label: Change = { kind: 'create-label', repositoryId: 'R_1', name: hostile };
const seen: Change = { kind: 'add-reaction', commentId: 'C_1', reaction: 'EYES' };

/** One of each kind: the mutation that it becomes, and its input. */
const each: {
  readonly [Kind in Change['kind']]: readonly [Change & { kind: Kind }, string, object];
} = {
  'create-branch': [
    { kind: 'create-branch', repositoryId: 'R_1', branch, oid: one },
    'createRef',
    { repositoryId: 'R_1', name: 'refs/heads/poweredby/issue-1', oid: one },
  ],
  'move-branches': [
    {
      kind: 'move-branches',
      repositoryId: 'R_1',
      moves: [
        { branch, before: one, after: two },
        { branch: 'poweredby/next-1', before: two, after: undefined },
      ],
    },
    'updateRefs',
    {
      repositoryId: 'R_1',
      // By force, and from where they are said to be.
      refUpdates: [
        { name: 'refs/heads/poweredby/issue-1', beforeOid: one, afterOid: two, force: true },
        {
          name: 'refs/heads/poweredby/next-1',
          beforeOid: two,
          afterOid: '0'.repeat(40),
          force: true,
        },
      ],
    },
  ],
  commit: [
    commit,
    'createCommitOnBranch',
    // What is written and what is deleted, and no author.
    {
      branch: { repositoryNameWithOwner: 'acme/site', branchName: branch },
      expectedHeadOid: one,
      message: { headline: hostile, body: '' },
      fileChanges: {
        additions: [
          { path: 'page.md', contents: Buffer.from('你好\r\n').toString('base64') },
          { path: 'logo.png', contents: 'if8A' },
          { path: 'empty', contents: '' },
        ],
        deletions: [{ path: 'old.png' }],
      },
    },
  ],
  'open-pull-request': [
    opened,
    'createPullRequest',
    {
      repositoryId: 'R_1',
      headRefName: branch,
      baseRefName: 'main',
      title: hostile,
      body: hostile,
    },
  ],
  'update-pull-request': [
    { kind: 'update-pull-request', pullRequestId: 'PR_1', title: 'x', body: 'y', base: 'main' },
    'updatePullRequest',
    { pullRequestId: 'PR_1', title: 'x', body: 'y', baseRefName: 'main' },
  ],
  'close-pull-request': [
    { kind: 'close-pull-request', pullRequestId: 'PR_1' },
    'closePullRequest',
    { pullRequestId: 'PR_1' },
  ],
  'close-issue': [
    { kind: 'close-issue', issueId: 'I_1' },
    'closeIssue',
    { issueId: 'I_1', stateReason: 'COMPLETED' },
  ],
  'add-comment': [
    { kind: 'add-comment', subjectId: 'I_1', body: hostile },
    'addComment',
    { subjectId: 'I_1', body: hostile },
  ],
  'update-comment': [
    { kind: 'update-comment', commentId: 'C_1', body: hostile },
    'updateIssueComment',
    { id: 'C_1', body: hostile },
  ],
  'retitle-issue': [
    { kind: 'retitle-issue', issueId: 'I_1', title: hostile },
    'updateIssue',
    { id: 'I_1', title: hostile },
  ],
  'minimize-comment': [
    { kind: 'minimize-comment', commentId: 'C_1' },
    'minimizeComment',
    { subjectId: 'C_1', classifier: 'OUTDATED' },
  ],
  'delete-comment': [
    { kind: 'delete-comment', commentId: 'C_1' },
    'deleteIssueComment',
    { id: 'C_1' },
  ],
  'add-reaction': [
    { kind: 'add-reaction', commentId: 'C_1', reaction: 'EYES' },
    'addReaction',
    { subjectId: 'C_1', content: 'EYES' },
  ],
  'remove-reaction': [
    { kind: 'remove-reaction', commentId: 'C_1', reaction: 'CONFUSED' },
    'removeReaction',
    { subjectId: 'C_1', content: 'CONFUSED' },
  ],
  'create-label': [
    { kind: 'create-label', repositoryId: 'R_1', name: hostile },
    'createLabel',
    { repositoryId: 'R_1', name: hostile, color: '1d76db' },
  ],
  'add-label': [
    { kind: 'add-label', subjectId: 'I_1', labelId: 'LA_1' },
    'addLabelsToLabelable',
    { labelableId: 'I_1', labelIds: ['LA_1'] },
  ],
};

describe('the changes', () => {
  // The document and its variables are held against GitHub's published schema after each test.
  it.each(Object.entries(each))('%s is as GitHub wants it', async (_, [change, field, input]) => {
    github.answer({ data: {} });
    await (await github.client()).apply([change]);
    const [sent] = github.documents();
    expect(sent?.query).toContain(`change0: ${field}(input: $change0)`);
    expect(sent?.variables).toEqual({ change0: input });
  });

  it('fit one document, in their order, and no text of a stranger is part of it', async () => {
    github.answer({ data: {} });
    const all = Object.values(each);
    await (await github.client()).apply(all.map(([change]) => change));
    const [sent] = github.documents();
    const fields = [...(sent?.query.matchAll(/^ {2}\w+: (\w+)\(/gm) ?? [])].map(([, name]) => name);
    expect(fields).toEqual(all.map(([, field]) => field));
    expect(sent?.query).not.toContain('a"}');
  });

  it('leave out of a pull request’s text what stays', () => {
    const change: Change = { kind: 'update-pull-request', pullRequestId: 'PR_1', body: 'y' };
    const { variables } = changeDocument([change]);
    expect(variables).toStrictEqual({ change0: { pullRequestId: 'PR_1', body: 'y' } });
  });

  it('delete a branch only from where it is said to be', () => {
    expect(changeDocument([deleteBranch('R_1', 'x', one)]).variables).toStrictEqual({
      change0: {
        repositoryId: 'R_1',
        refUpdates: [
          { name: 'refs/heads/x', beforeOid: one, afterOid: '0'.repeat(40), force: true },
        ],
      },
    });
  });
});

describe('what became of changes', () => {
  const refused: GraphqlError = { path: ['change1', 'field', 0], message: 'No' };
  const done = { clientMutationId: null };

  it('is told one by one', () => {
    expect(resultsOf([seen, label], { change0: done }, [refused])).toEqual([
      { kind: 'done', change: seen },
      { kind: 'failed', change: label, error: refused },
    ]);
  });

  it('is what they made', () => {
    const answers = {
      change0: { commit: { oid: two } },
      change1: { pullRequest: { id: 'PR_1', number: 7 } },
      change2: { label: { id: 'LA_1' } },
    };
    expect(resultsOf([commit, opened, label], answers, [])).toEqual([
      { kind: 'committed', branch, oid: two },
      { kind: 'pull-request-opened', id: 'PR_1', number: 7 },
      { kind: 'label-created', labelId: 'LA_1' },
    ]);
  });

  it.each([
    [commit, { commit: null }],
    [opened, { pullRequest: null }],
    [label, { label: null }],
  ])('is a failure where nothing is said of what was made: $kind', (change, answer) => {
    expect(resultsOf([change], { change0: answer }, [])).toMatchObject([
      { kind: 'failed', change },
    ]);
  });

  it('is a failure where an error stands beside a result', () => {
    const [, second] = resultsOf([seen, seen], { change0: done, change1: done }, [refused]);
    expect(second?.kind).toBe('failed');
  });

  it.each([
    ['no data', null, [{ message: 'All is lost' }], 'All is lost'],
    ['no data and no reason', undefined, [], 'No result and no reason were given'],
    [
      'another’s error',
      {},
      [{ path: ['else'], message: 'x' }],
      'No result and no reason were given',
    ],
  ])('is a failure where there is %s', (_, data, errors, message) => {
    expect(resultsOf([seen], data, errors)).toMatchObject([{ kind: 'failed', error: { message } }]);
  });
});
