import { describe, expect, it } from 'vitest';
import { type Mutation, mutationOutcomes } from '../../../src/github/changes/mutation.ts';
import * as mutations from '../../../src/github/changes/mutations.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
const hostile = 'a"}) { id } # $x\n`';

/** One of each, by the name of what makes it. */
const each = {
  createBranch: mutations.createBranch('R_1', 'poweredby/issue-1', one),
  deleteBranch: mutations.deleteBranch('R_1', { name: 'poweredby/issue-1', oid: one }),
  moveBranches: mutations.moveBranches('R_1', [
    { branch: 'poweredby/issue-1', before: one, after: two },
    { branch: 'poweredby/next-1', before: two, after: mutations.noOid },
  ]),
  commitOnBranch: mutations.commitOnBranch({
    nameWithOwner: 'acme/site',
    branch: 'poweredby/issue-1',
    expectedHead: one,
    headline: hostile,
    body: '',
    changes: [
      { path: 'page.md', content: '你好\r\n' },
      { path: 'logo.png', content: new Uint8Array([0x89, 0xff, 0]) },
      { path: 'empty', content: '' },
      { path: 'old.png', content: undefined },
    ],
  }),
  createPull: mutations.createPull('R_1', 'poweredby/issue-1', 'main', {
    title: hostile,
    body: hostile,
  }),
  updatePull: mutations.updatePull('PR_1', { title: 'x', body: 'y', base: 'main' }),
  closePull: mutations.closePull('PR_1'),
  closeIssue: mutations.closeIssue('I_1'),
  addComment: mutations.addComment('I_1', hostile),
  updateComment: mutations.updateComment('C_1', hostile),
  deleteComment: mutations.deleteComment('C_1'),
  addReaction: mutations.addReaction('C_1', 'EYES'),
  removeReaction: mutations.removeReaction('C_1', 'CONFUSED'),
  createLabel: mutations.createLabel('R_1', hostile),
  addLabel: mutations.addLabel('I_1', 'LA_1'),
} satisfies Readonly<Record<string, Mutation>>;

describe('the mutations', () => {
  it('are here all of them', () => {
    const makers = Object.entries(mutations).filter(([, made]) => typeof made === 'function');
    expect(Object.keys(each).sort()).toEqual(makers.map(([name]) => name).sort());
  });

  // The document and its variables are held against GitHub's published schema after each test.
  it.each(Object.entries(each))('%s is as GitHub wants it', async (_, mutation) => {
    github.answer({ data: { only: {} } });
    await (await github.client()).mutate({ only: mutation });
    const [sent] = github.documents();
    expect(sent?.query).toContain(`only: ${mutation.field}(input: $only)`);
    expect(sent?.variables).toEqual({ only: mutation.input });
  });

  it('fit one document, in their order, and no text of a stranger is part of it', async () => {
    github.answer({ data: {} });
    await (await github.client()).mutate(each);
    const [sent] = github.documents();
    expect([...(sent?.query.matchAll(/^ {2}(\w+):/gm) ?? [])].map(([, alias]) => alias)).toEqual(
      Object.keys(each),
    );
    expect(sent?.query).not.toContain('a"}');
  });
});

describe('a commit', () => {
  it('holds what is written and what is deleted, and names no author', () => {
    expect(each.commitOnBranch.input).toEqual({
      branch: { repositoryNameWithOwner: 'acme/site', branchName: 'poweredby/issue-1' },
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
    });
  });
});

describe('a move of branches', () => {
  it('is by force, and from where they are said to be', () => {
    expect(each.moveBranches.input['refUpdates']).toEqual([
      { name: 'refs/heads/poweredby/issue-1', beforeOid: one, afterOid: two, force: true },
      {
        name: 'refs/heads/poweredby/next-1',
        beforeOid: two,
        afterOid: '0'.repeat(40),
        force: true,
      },
    ]);
  });
});

describe('what became of mutations', () => {
  const refused = { path: ['two', 'field', 0], message: 'No' };

  it('is told one by one', () => {
    const data = { one: { id: 1 }, two: null };
    expect(mutationOutcomes(['one', 'two'], data, [refused])).toEqual({
      one: { ok: true, data: { id: 1 } },
      two: { ok: false, error: refused },
    });
  });

  it('is a failure where an error stands beside a result', () => {
    expect(mutationOutcomes(['two'], { two: { id: 2 } }, [refused]).two.ok).toBe(false);
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
    expect(mutationOutcomes(['one'], data, errors).one).toMatchObject({
      ok: false,
      error: { message },
    });
  });
});
