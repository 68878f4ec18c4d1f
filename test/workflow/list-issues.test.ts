import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/observer/logger.ts';
import { silentObserver } from '../../src/observer/observer.ts';
import { systemClock } from '../../src/queue/clock.ts';
import { ConfigurationStore } from '../../src/workflow/configuration-store.ts';
import { listIssues, type Occasion } from '../../src/workflow/list-issues.ts';
import { LogoDesk } from '../../src/workflow/logo-desk.ts';
import { branchNode, fileNode, otherNode } from '../github/answers.ts';
import { playGithub } from '../github/played-github.ts';
import { at, pullBody } from './facts.ts';

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
async function list(occasion: Partial<Occasion>, configuration: string | null = written) {
  const file = configuration === null ? null : fileNode('abc', configuration);
  github.answer({
    data: { rateLimit: null, repository: { defaultBranchRef: { target: { file } } } },
  });
  const configurations = new ConfigurationStore();
  const client = await github.client();
  const services = {
    client,
    configurations,
    logos: new LogoDesk({}, silentObserver),
    clock: systemClock,
    observer: silentObserver,
    logger: silentLogger,
  };
  const usual: Occasion = { repository, paths: [], missedSince: undefined };
  return listIssues({ ...usual, ...occasion }, services);
}

describe('the issues that a job is due for', () => {
  it('are the open ones and those with a branch, new ones first, then the oldest', async () => {
    const listed = list({ paths: undefined });
    open({ issues: [9, 3, 7], branches: ['issue-7', 'next-2', 'issue-1'] });
    expect(await listed).toEqual([
      { number: 3, isNew: true },
      { number: 9, isNew: true },
      { number: 1, isNew: false },
      { number: 2, isNew: false },
      { number: 7, isNew: false },
    ]);
  });

  it('are not told by branches that are not ours by their whole name', async () => {
    const listed = list({ paths: undefined });
    open({ branches: ['issue-', 'issue-x', 'issue-1/more', 'issue-01', 'issue-5', 'other-6'] });
    expect((await listed).map(({ number }) => number)).toEqual([5]);
  });

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
    const closed = {
      number: 14,
      body: '',
      updatedAt: at(5).toISOString(),
      headRefName: 'poweredby/issue-4',
      labels: { nodes: [] },
      comments: { nodes: [] },
    };
    for (const threads of [[], [closed]]) {
      github.answer({ data: { rateLimit: null, repository: { threads: page(threads) } } });
    }
    expect(await listed).toEqual([
      { number: 6, isNew: true },
      { number: 3, isNew: false },
      { number: 4, isNew: false },
      { number: 5, isNew: false },
    ]);
  });

  it('have to know what else is open where an earlier one is for the same company', async () => {
    const listed = list({ paths: undefined });
    const about = (issue: number, company: string, state = 'OPEN') =>
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
      (await listed).filter((due) => due.isNew === isNew).map(({ number }) => number);
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
    expect(await listed).toEqual([{ number: 1, isNew: true }]);
  });

  it.each([[[]], [['README.md']], [['docs/page.mdx', 'docs/logos.txt', 'x/docs/page.md']]])(
    'are none after a change of %j, and nothing is asked',
    async (paths) => {
      expect(await list({ paths })).toEqual([]);
      expect(github.documents()).toHaveLength(1);
    },
  );

  it('are none where there is no configuration', async () => {
    expect(await list({ paths: undefined }, null)).toEqual([]);
    expect(github.documents()).toHaveLength(1);
  });

  it('are those with the usual label where the configuration is broken: they are told so', async () => {
    const listed = list({ paths: undefined }, 'labell: x');
    open({ issues: [4] });
    expect(await listed).toEqual([{ number: 4, isNew: true }]);
    expect(github.documents()[1]?.variables).toMatchObject({ label: 'powered-by' });
  });

  it('are also those in which something may have been missed', async () => {
    const thread = (number: number, changes: object = {}) => ({
      number,
      body: '',
      updatedAt: at(5).toISOString(),
      labels: { nodes: [] },
      comments: { nodes: [] },
      ...changes,
    });
    const says = (...bodies: string[]) => ({
      comments: { nodes: bodies.map((body) => ({ body })) },
    });
    const labelled = { labels: { nodes: [{ name: 'powered-by' }] } };
    const form = { body: '### Company\r\n\r\nJuniper\r\n\r\n### Logo\r\n\r\nx' };
    const issues = [
      thread(31, form),
      thread(32, labelled),
      thread(33, says('Hello', '/poweredby add')),
      thread(34, says('see `/poweredby add`')),
      thread(35, { body: '### Steps\n\nonly one heading' }),
      thread(36, { ...labelled, updatedAt: at(0).toISOString() }),
    ];
    const pulls = [
      thread(41, { headRefName: 'poweredby/issue-11' }),
      thread(42, { headRefName: 'patch', ...says('/poweredby rebuild') }),
      thread(43, { headRefName: 'patch', ...labelled, ...form }),
    ];
    const listed = list({ paths: undefined, missedSince: at(5) });
    open({ issues: [32, 50] });
    for (const threads of [issues, pulls]) {
      github.answer({ data: { rateLimit: null, repository: { threads: page(threads) } } });
    }
    expect((await listed).map(({ number }) => number)).toEqual([11, 31, 32, 33, 42, 50]);
  });
});
