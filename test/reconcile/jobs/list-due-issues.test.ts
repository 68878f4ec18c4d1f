import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { type ListReason, listDueIssues } from '../../../src/reconcile/jobs/list-due-issues.ts';
import { ConfigurationCache } from '../../../src/reconcile/observe/configuration-cache.ts';
import { branchNode, fileNode, otherNode } from '../../github/answers.ts';
import { playGithub } from '../../github/played-github.ts';
import { at, pullBody } from '../facts.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };
const written = 'pages: {en: docs/page.md}\nlogo: {directory: docs/logos}\n';

const page = (nodes: readonly object[]) => ({
  nodes,
  pageInfo: { endCursor: null, hasNextPage: false },
});

interface Found {
  readonly issues?: readonly number[];
  /** Those of a name only never had a pull request. */
  readonly branches?: readonly (string | ReturnType<typeof branchNode>)[];
}

/** Has GitHub find these open issues and branches. */
function open({ issues = [], branches = [] }: Found): void {
  github.answer({
    data: {
      rateLimit: null,
      repository: {
        issues: page(issues.map((number) => ({ number }))),
        refs: page(
          branches.map((branch) => (typeof branch === 'string' ? branchNode(branch) : branch)),
        ),
      },
    },
  });
}

/** Lists the issues of a repository with a configuration; what else GitHub is to answer is said afterwards. */
async function list(occasion: Partial<ListReason>, configuration: string | null = written) {
  const file = configuration === null ? null : fileNode('abc', configuration);
  github.answer({
    data: { rateLimit: null, repository: { defaultBranchRef: { target: { file } } } },
  });
  const configurations = new ConfigurationCache();
  const client = await github.client();
  const usual: ListReason = { repository, paths: [], missedSince: undefined, onlyRecent: false };
  return listDueIssues({ ...usual, ...occasion }, { client, configurations });
}

describe('the issues that a job is due for', () => {
  it('are the open ones and those with a branch, new ones first, then the oldest', async () => {
    const listed = list({ paths: undefined });
    open({ issues: [9, 3, 7], branches: ['issue-7', 'next-2', 'issue-1'] });
    expect(await listed).toMatchObject({
      due: [
        { number: 3, isNew: true },
        { number: 9, isNew: true },
        { number: 1, isNew: false },
        { number: 2, isNew: false },
        { number: 7, isNew: false },
      ],
    });
  });

  it('are not told by branches that are not ours by their whole name', async () => {
    const listed = list({ paths: undefined });
    open({ branches: ['issue-', 'issue-x', 'issue-1/more', 'issue-01', 'issue-5', 'other-6'] });
    expect((await listed).due.map(({ number }) => number)).toEqual([5]);
  });

  it('have to know what else is open where an earlier one is for the same company', async () => {
    const listed = list({ paths: undefined });
    const about = (issue: number, company: string, state: 'OPEN' | 'CLOSED' = 'OPEN') =>
      branchNode(`issue-${issue}`, [
        otherNode(20 + issue, { state, body: pullBody({ issue, company }) }),
      ]);
    const branches = [
      about(3, ' JUNIPER'),
      about(1, 'Juniper'),
      about(2, 'Alder'),
      about(4, 'Alder', 'CLOSED'),
      branchNode('issue-5', [otherNode(25, { body: 'Reviewed' })]),
      branchNode('issue-6', [otherNode(26, { body: 'Reviewed' })]),
      about(7, 'juniper'),
    ];
    open({ branches });
    const numbersOf = async (isNew: boolean) =>
      (await listed).due.filter((due) => due.isNew === isNew).map(({ number }) => number);
    expect(await numbersOf(true)).toEqual([3, 7]);
    expect(await numbersOf(false)).toEqual([1, 2, 5, 6]);
  });

  it.each([
    '.github/poweredby.yml',
    '.github/ISSUE_TEMPLATE/powered-by.yml',
    'docs/page.md',
    'docs/logos/a.png',
  ])('are due after a change of %s', async (path) => {
    const listed = list({ paths: ['README.md', path] });
    open({ issues: [1] });
    expect(await listed).toMatchObject({ due: [{ number: 1, isNew: true }] });
  });

  it.each([[[]], [['README.md']], [['docs/page.mdx', 'docs/logos.txt', 'x/docs/page.md']]])(
    'are none after a change of %j, and nothing is asked',
    async (paths) => {
      expect(await list({ paths })).toMatchObject({ due: [] });
      expect(github.documents()).toHaveLength(1);
    },
  );

  it('are none where there is no configuration', async () => {
    expect(await list({ paths: undefined }, null)).toMatchObject({ due: [] });
    expect(github.documents()).toHaveLength(1);
  });

  it('are those with the usual label where the configuration is broken: they are told so', async () => {
    const listed = list({ paths: undefined }, 'labell: x');
    open({ issues: [4] });
    expect(await listed).toMatchObject({ due: [{ number: 4, isNew: true }] });
    expect(github.documents()[1]?.variables).toMatchObject({ label: 'powered-by' });
  });

  const later = at(5).toISOString();
  const thread = (number: number, changes: object = {}) => ({
    id: `I_${number}`,
    number,
    updatedAt: later,
    labels: { nodes: [] },
    comments: { nodes: [] },
    ...changes,
  });
  const comments = (...ids: string[]) => ({
    comments: {
      nodes: ids.map((id) => ({
        id,
        updatedAt: later,
        viewerDidAuthor: false,
        author: { __typename: 'User', login: 'ann' },
      })),
    },
  });
  const labelled = { labels: { nodes: [{ name: 'powered-by' }] } };
  const changed = (...threads: object[]) =>
    github.answer({ data: { rateLimit: null, repository: { threads: page(threads) } } });
  const texts = (of: Readonly<Record<string, string>>) =>
    github.answer({
      data: {
        rateLimit: null,
        nodes: Object.entries(of).map(([id, body]) => ({ id, body })),
      },
    });
  const broken = { data: null, errors: [{ message: 'Something went wrong' }] };
  const form = '### Company\r\n\r\nJuniper\r\n\r\n### Logo\r\n\r\nx';

  it('are not those whose pull requests are closed or merged, unless something happened there', async () => {
    const listed = list({ paths: undefined, missedSince: at(5) });
    const branches = [
      branchNode('issue-1', [otherNode(11, { state: 'CLOSED' })]),
      branchNode('issue-2', [otherNode(12, { state: 'MERGED' })]),
      branchNode('issue-3', [otherNode(13)]),
      branchNode('issue-4', [otherNode(14, { state: 'CLOSED' })]),
      branchNode('issue-5', [otherNode(15, { state: 'CLOSED' })]),
      branchNode('next-5'),
    ];
    open({ issues: [2, 4, 5, 6], branches });
    changed();
    changed(thread(14, { headRefName: 'poweredby/issue-4' }));
    expect((await listed).due).toEqual([
      { number: 6, isNew: true },
      { number: 3, isNew: false },
      { number: 4, isNew: false },
      { number: 5, isNew: false },
    ]);
  });

  it('are also those in which something may have been missed', async () => {
    const listed = list({ paths: undefined, missedSince: at(5) });
    open({ issues: [32, 50] });
    changed(
      thread(31),
      thread(32, labelled),
      thread(33, comments('C_1', 'C_2')),
      thread(34, comments('C_3')),
      thread(35),
      thread(36, { ...labelled, updatedAt: at(0).toISOString() }),
    );
    changed(
      thread(41, { headRefName: 'poweredby/issue-11' }),
      thread(42, { headRefName: 'patch', ...comments('C_4') }),
      thread(43, { headRefName: 'patch', ...labelled }),
    );
    texts({
      I_31: form,
      I_35: '### Steps\n\nonly one heading',
      C_1: 'Hello',
      C_2: '/poweredby add',
      C_3: 'see `/poweredby add`',
      C_4: '/poweredby rebuild',
    });
    expect((await listed).due.map(({ number }) => number)).toEqual([11, 31, 32, 33, 42, 50]);
    // What the label tells needs no text.
    expect(github.documents().at(-1)?.variables).toMatchObject({
      ids: ['I_31', 'I_33', 'C_1', 'C_2', 'I_34', 'C_3', 'I_35', 'C_4'],
    });
  });

  it('are those in which something may stand that GitHub does not give', async () => {
    const listed = list({ paths: undefined, missedSince: at(5) });
    open({});
    changed(thread(31));
    changed(
      thread(42, { headRefName: 'patch', ...comments('C_4') }),
      thread(43, { headRefName: 'x' }),
    );
    github.answer(broken);
    expect(await listed).toMatchObject({
      due: [
        { number: 31, isNew: true },
        { number: 42, isNew: true },
      ],
    });
  });

  it.each([
    ['what is open', [9, 11]],
    ['what issues changed', [7, 11]],
    ['what pull requests changed', [7, 9]],
  ])('are what is known, where GitHub does not say %s', async (what, numbers) => {
    const listed = list({ paths: undefined, missedSince: at(5) });
    if (what === 'what is open') github.answer(broken);
    else open({ issues: [7] });
    if (what === 'what issues changed') github.answer(broken);
    else changed(thread(9, labelled));
    if (what === 'what pull requests changed') github.answer(broken);
    else changed(thread(41, { headRefName: 'poweredby/issue-11' }));
    const { due, failure } = await listed;
    expect(due.map(({ number }) => number)).toEqual(numbers);
    expect(failure).toBeInstanceOf(RequestFailed);
  });
});
