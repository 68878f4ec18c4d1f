import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../src/config/configuration.ts';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { readSubmission } from '../../../src/github/submission/read-submission.ts';
import {
  type CommitNode,
  submissionDocument,
} from '../../../src/github/submission/submission-document.ts';
import { BlobTexts } from '../../../src/github/tree/blob-texts.ts';
import { configurationOf } from '../../submission/configuration.ts';
import {
  ann,
  branchNode,
  commitNode,
  fileNode,
  issueNode,
  otherNode,
  otherPullNode,
  pullNode,
  submissionAnswer,
} from '../answers.ts';
import { api, playGithub } from '../played-github.ts';

const github = playGithub();
const onePage = 'pages: {en: page.md}\n';
const blob = { __typename: 'Blob', oid: 'c'.repeat(40) } as const;

/** What is read where GitHub answers so. */
async function read(answer: object, options: Parameters<typeof readWith>[0] = {}) {
  github.answer(answer);
  return readWith(options);
}

async function readWith({ configuration = configurationOf(onePage), others = false } = {}) {
  return readSubmission(await github.client(), {
    repository: { owner: 'acme', name: 'site' },
    number: 12,
    branch: 'poweredby/issue-12',
    temporaryBranch: 'poweredby/next-12',
    branchPrefix: 'poweredby/',
    configuration,
    others,
    texts: new BlobTexts(),
  });
}

/** A page of a connection, with more behind it where it has a cursor. */
function pageOf<Node>(nodes: readonly Node[], endCursor: string | null = null) {
  return { nodes, pageInfo: { endCursor, hasNextPage: endCursor !== null } };
}

/** Pages in so many locales. */
function inLocales(count: number): Configuration {
  const locales = Array.from(
    { length: count },
    (_, index) => `l${'abcdefghijklmnopqrstuvw'[index]}`,
  );
  return configurationOf(
    `pages: {${locales.map((locale) => `${locale}: ${locale}.md`).join(', ')}}`,
  );
}

describe('the query that a job begins with', () => {
  it.each([1, 2, 20])('is one for %i pages, each named by a variable', async (count) => {
    const configuration = inLocales(count);
    const pages = Object.fromEntries(
      configuration.locales.map((_, index) => [
        `page${index}`,
        fileNode(`oid${index}`, `${index}`),
      ]),
    );
    const target = commitNode(pages);
    const snapshot = await read(submissionAnswer({ defaultBranchRef: { name: 'main', target } }), {
      configuration,
    });
    const [sent, ...more] = github.documents();
    expect(more).toEqual([]);
    expect(sent?.query).toBe(
      submissionDocument({ pages: configuration.locales.map(() => 'file'), attributes: 4 }).text,
    );
    expect(sent?.variables).toEqual({
      owner: 'acme',
      name: 'site',
      number: 12,
      others: false,
      label: 'powered-by',
      branch: 'poweredby/issue-12',
      branchRef: 'refs/heads/poweredby/issue-12',
      temporaryRef: 'refs/heads/poweredby/next-12',
      refPrefix: 'refs/heads/poweredby/',
      configuration: '.github/poweredby.yml',
      form: '.github/ISSUE_TEMPLATE/powered-by.yml',
      logos: 'static/img/poweredby',
      ...Object.fromEntries(
        configuration.locales.map((locale, index) => [`page${index}`, `${locale}.md`]),
      ),
      attributes0: '.gitattributes',
      attributes1: 'static/.gitattributes',
      attributes2: 'static/img/.gitattributes',
      attributes3: 'static/img/poweredby/.gitattributes',
    });
    expect(snapshot?.files.pages).toEqual(
      Object.fromEntries(
        configuration.locales.map((locale, index) => [locale, { text: `${index}` }]),
      ),
    );
  });

  it('asks for our other pull requests only where they are wanted', async () => {
    const somebodyElses = otherNode(8, { viewerDidAuthor: false });
    const wanted = await read(
      submissionAnswer({
        others: { nodes: [otherNode(9), somebodyElses, otherNode(7, { state: 'MERGED' })] },
        branches: pageOf([
          branchNode('issue-1', [otherNode(9)]),
          // Opened without a label: the job was broken off before it was set.
          branchNode('issue-2', [otherNode(3), somebodyElses]),
        ]),
      }),
      { others: true },
    );
    expect(wanted?.others?.map(({ number, isOpen }) => [number, isOpen])).toEqual([
      [9, true],
      [7, false],
      [3, true],
    ]);
    expect((await read(submissionAnswer({})))?.others).toBeUndefined();
    expect(github.documents().map(({ variables }) => variables['others'])).toEqual([true, false]);
  });
});

it('asks for all of our open pull requests, a hundred branches at a time', async () => {
  const page = (from: number, cursor?: string) =>
    pageOf([branchNode(`issue-${from}`, [otherNode(from)])], cursor);
  const first = submissionAnswer({ others: { nodes: [] }, branches: page(1, 'one') });
  const later = [page(2, 'two'), page(3)].map((refs) => ({
    data: { rateLimit: null, repository: { refs } },
  }));
  github.answer(first, ...later);
  const snapshot = await readWith({ others: true });
  expect(snapshot?.others?.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(github.documents().map(({ variables }) => variables['after'])).toEqual([
    undefined,
    'one',
    'two',
  ]);
});

it('asks for no more than five thousand branches, whatever GitHub says', async () => {
  const branches = pageOf([branchNode('issue-1', [otherNode(1)])], 'more');
  const more = { data: { rateLimit: null, repository: { refs: branches } } };
  github.answer(submissionAnswer({ others: { nodes: [] }, branches }));
  github.answer(...Array.from({ length: 49 }, () => more));
  expect((await readWith({ others: true }))?.others).toHaveLength(1);
});

describe('a snapshot', () => {
  it('is none where there is no such repository for us, or it is empty', async () => {
    const errors = [{ type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve' }];
    expect(await read(submissionAnswer(null, errors))).toBeUndefined();
    expect(await read(submissionAnswer({ defaultBranchRef: null }))).toBeUndefined();
  });

  it('of a repository without the label is one, however GitHub says so', async () => {
    expect((await read(submissionAnswer({ label: null })))?.labelId).toBeUndefined();
    const path = ['repository', 'label'];
    const errors = [{ type: 'NOT_FOUND', path, message: 'Could not resolve to a Label' }];
    const snapshot = await read(submissionAnswer({ label: null }, errors));
    expect([snapshot?.labelId, snapshot?.base.branch]).toEqual([undefined, 'main']);
  });

  it('of an issue that is gone says so', async () => {
    const path = ['repository', 'issueOrPullRequest'];
    const errors = [{ type: 'NOT_FOUND', path, message: 'Could not resolve to an issue' }];
    const snapshot = await read(submissionAnswer({ issueOrPullRequest: null }, errors));
    expect(snapshot?.subject).toBe('gone');
  });

  it.each([
    ['what we may not see', 'FORBIDDEN', ['repository', 'label'], {}],
    ['what is not found elsewhere', 'NOT_FOUND', ['repository', 'branch'], {}],
    ['an issue that could not be read', 'INTERNAL', ['repository', 'issueOrPullRequest'], {}],
    ['a part of unknown name', undefined, undefined, {}],
  ])('is not made up of the rest: %s fails it', async (_, type, path, changes) => {
    const errors = [{ type, path, message: 'It failed' }];
    const answer = submissionAnswer({ issueOrPullRequest: null, ...changes }, errors);
    await expect(read(answer)).rejects.toThrow(RequestFailed);
  });

  it('knows the issue', async () => {
    const reopened = { nodes: [{ createdAt: '2026-01-03T00:00:00Z' }] };
    const lastEditedAt = '2026-01-02T00:00:00Z';
    const unlabeled = { nodes: [{ label: { name: 'old' } }, { label: { name: 'good' } }] };
    const node = issueNode({ reopened, unlabeled, locked: true, lastEditedAt });
    const snapshot = await read(submissionAnswer({ issueOrPullRequest: node }));
    expect(snapshot?.subject).toStrictEqual({
      kind: 'issue',
      id: 'I_12',
      number: 12,
      title: 'Add us',
      body: 'Please',
      bodyHtml: '<p>Please</p>',
      isOpen: true,
      isLocked: true,
      createdAt: new Date('2026-01-01T00:00:00Z'),
      updatedAt: new Date('2026-01-01T00:00:00Z'),
      editedAt: new Date('2026-01-02T00:00:00Z'),
      closedAt: undefined,
      reopenedAt: new Date('2026-01-03T00:00:00Z'),
      author: { login: 'ann', id: 5, isPerson: true },
      labels: ['powered-by', 'good'],
      labelsTakenOff: ['old', 'good'],
      // Its own text goes before the comments.
      thread: [
        {
          id: 'I_12',
          sequence: 0n,
          url: 'https://github.com/acme/site/issues/12',
          body: 'Please',
          createdAt: new Date('2026-01-01T00:00:00Z'),
          updatedAt: new Date('2026-01-01T00:00:00Z'),
          editedAt: new Date('2026-01-02T00:00:00Z'),
          author: { login: 'ann', id: 5, isPerson: true },
          isOurs: false,
          isMinimized: false,
          reactions: new Map(),
        },
      ],
    });
  });

  it('of a pull request’s number says whose it is: ours are of this repository', async () => {
    const isOurs = async (changes: Parameters<typeof otherPullNode>[0]) => {
      const snapshot = await read(submissionAnswer({ issueOrPullRequest: otherPullNode(changes) }));
      const subject = snapshot?.subject;
      return subject !== 'gone' && subject?.kind === 'pull' && subject.isOurs;
    };
    expect(await isOurs({})).toBe(true);
    expect(await isOurs({ viewerDidAuthor: false })).toBe(false);
    expect(await isOurs({ isCrossRepository: true })).toBe(false);
  });

  it('has our pull requests for the issue, not one of the same branch’s name by another', async () => {
    const nodes = [
      pullNode(),
      pullNode({ number: 14, viewerDidAuthor: false }),
      pullNode({ number: 15, isCrossRepository: true }),
    ];
    const snapshot = await read(submissionAnswer({ newestPulls: { nodes } }));
    expect(snapshot?.pulls.map(({ number }) => number)).toEqual([13]);
  });

  it('has our open pull request without a label though many of the same branch’s name are newer', async () => {
    const strangers = Array.from({ length: 5 }, (_, index) =>
      pullNode({ id: `PR_${index}`, number: 20 + index, isCrossRepository: true }),
    );
    const branch = { target: blob, open: { nodes: [pullNode()] } };
    const snapshot = await read(submissionAnswer({ newestPulls: { nodes: strangers }, branch }));
    expect(snapshot?.pulls.map(({ number }) => number)).toEqual([13]);
  });

  it('has our pull requests though others of the same branch’s name are newer, each once', async () => {
    const strangers = Array.from({ length: 5 }, (_, index) =>
      pullNode({ id: `PR_${index}`, number: 20 + index, isCrossRepository: true }),
    );
    const [older, newer] = [pullNode(), pullNode({ id: 'PR_14', number: 14 })];
    const snapshot = await read(
      submissionAnswer({
        newestPulls: { nodes: [...strangers, newer] },
        labelledPulls: { nodes: [older, newer] },
      }),
    );
    expect(snapshot?.pulls.map(({ number }) => number)).toEqual([14, 13]);
  });

  it.each([
    ['us', { __typename: 'Bot', login: 'powered-by' }, true],
    ['us, as GitHub once wrote it', { __typename: 'Bot', login: 'powered-by[bot]' }, true],
    ['another bot', { __typename: 'Bot', login: 'powered-by-too' }, false],
    ['a person of our name', { ...ann, login: 'powered-by' }, false],
    ['a person', ann, false],
    ['an account that is gone', null, false],
  ] as const)('knows whether a pull request was closed by us: %s', async (_, actor, byUs) => {
    const closing = { state: 'CLOSED', closedAt: '2026-01-04T00:00:00Z' } as const;
    const nodes = [pullNode({ ...closing, closed: { nodes: [{ actor }] } })];
    const snapshot = await read(submissionAnswer({ newestPulls: { nodes } }));
    expect(snapshot?.pulls[0]?.closed).toEqual({ at: new Date('2026-01-04T00:00:00Z'), byUs });
  });

  it('takes a merged pull request for no closed one', async () => {
    const times = { closedAt: '2026-01-04T00:00:00Z', mergedAt: '2026-01-04T00:00:00Z' };
    const merged = pullNode({ ...times, state: 'MERGED', closed: { nodes: [{ actor: ann }] } });
    const snapshot = await read(submissionAnswer({ newestPulls: { nodes: [merged] } }));
    expect(snapshot?.pulls[0]).toMatchObject({
      closed: undefined,
      mergedAt: new Date('2026-01-04T00:00:00Z'),
    });
  });
});

describe('our branch', () => {
  const ours = '123+powered-by[bot]@users.noreply.github.com';
  const byGithub = { isValid: true, wasSignedByGitHub: true };

  /** Whether a commit of ours is taken for one, on the branch and on the temporary one. */
  async function isOurs(
    email: string | null,
    signature: { isValid: boolean; wasSignedByGitHub: boolean } | null,
    committer: string,
    host = 'github.com',
  ) {
    const committedDate = '2026-01-05T00:00:00Z';
    const oid = 'c'.repeat(40);
    const [author, by] = [{ email, user: null }, { email: committer }];
    const target = {
      __typename: 'Commit',
      oid,
      committedDate,
      author,
      committer: by,
      signature,
    } as const;
    const branch = { target, open: { nodes: [] } };
    const url = `https://${host}/acme/site`;
    const snapshot = await read(submissionAnswer({ url, branch, temporaryBranch: branch }));
    const [one, other] = [snapshot?.branch, snapshot?.temporaryBranch];
    expect([one?.committedAt, one?.oid]).toEqual([new Date(committedDate), oid]);
    expect(one?.isOurs).toBe(other?.isOurs);
    return one?.isOurs;
  }

  it.each([
    ['GitHub signed with our name', ours, byGithub, true],
    ['somebody wrote our name into', ours, null, false],
    ['somebody signed with our name', ours, { isValid: true, wasSignedByGitHub: false }, false],
    [
      'has a signature that does not hold',
      ours,
      { isValid: false, wasSignedByGitHub: true },
      false,
    ],
    ['GitHub of one’s own signed', '1+powered-by[bot]@users.noreply.ghe.example', byGithub, true],
    ['GitHub signed for a person', '5+ann@users.noreply.github.com', byGithub, false],
    [
      'GitHub signed for another app',
      '7+not-powered-by[bot]@users.noreply.github.com',
      byGithub,
      false,
    ],
    ['has no author’s address', null, byGithub, false],
  ])('is ours where its newest commit is: one that %s', async (_, email, signature, expected) => {
    expect(await isOurs(email, signature, 'noreply@github.com')).toBe(expected);
  });

  const ghe = 'ghe.example';
  const oursThere = `123+powered-by[bot]@users.noreply.${ghe}`;

  it.each([
    ['our name and the server’s', oursThere, `noreply@${ghe}`, ghe, true],
    ['our name twice', oursThere, oursThere, ghe, true],
    ['our name, which somebody amended', oursThere, 'mary@example.org', ghe, false],
    ['somebody’s name', 'mary@example.org', `noreply@${ghe}`, ghe, false],
    ['our name on github.com, which signs', ours, 'noreply@github.com', 'github.com', false],
    ['our name on a ghe.com, which signs', ours, 'noreply@ghe.com', 'acme.ghe.com', false],
  ])('without a signature is ours by its names: with %s', async (_, email, committer, host, is) => {
    expect(await isOurs(email, null, committer, host)).toBe(is);
  });

  it('is none of ours where it points to something else than a commit', async () => {
    const branch = { target: blob, open: { nodes: [] } };
    expect((await read(submissionAnswer({ branch })))?.branch?.isOurs).toBe(false);
  });
});

describe('the files', () => {
  const target = (changes: Partial<CommitNode>) =>
    submissionAnswer({ defaultBranchRef: { name: 'main', target: commitNode(changes) } });

  it('are those of the logo folder, folders aside, with their ids', async () => {
    const entries = [
      { name: 'b.png', type: 'blob', oid: '2' },
      { name: 'more', type: 'tree', oid: '3' },
      { name: 'a.png', type: 'blob', oid: '1' },
    ];
    const snapshot = await read(
      target({ logos: { object: { __typename: 'Tree', oid: 'logos', entries } } }),
    );
    expect(snapshot?.files.logos).toEqual([
      'static/img/poweredby/a.png',
      'static/img/poweredby/b.png',
    ]);
    expect(snapshot?.logoOids.get('static/img/poweredby/a.png')).toBe('1');
  });

  it('may be missing, all of them', async () => {
    const snapshot = await read(
      target({ configuration: null, logos: null, form: null, page0: null }),
    );
    expect(snapshot).toMatchObject({
      configurationOid: undefined,
      form: undefined,
      files: { pages: { en: undefined }, logos: [] },
    });
  });

  it('that are no UTF-8 are read to know so, and said to be none', async () => {
    nock(api).get('/repos/acme/site/git/blobs/page').reply(200, { content: '/w==' });
    const page0 = { object: { oid: 'page', text: '\uFFFD', byteSize: 1, isTruncated: false } };
    const snapshot = await read(target({ page0 }));
    expect(snapshot?.files.pages).toEqual({ en: 'not-utf8' });
  });

  it('change the digest when a page or a logo changes, and only then', async () => {
    const digests = [];
    for (const changes of [
      {},
      { oid: 'd'.repeat(40), configuration: null },
      { page0: fileNode('other', 'x') },
      { page0: null },
      { logos: { object: { __typename: 'Tree', oid: 'other', entries: [] } } } as const,
      { logos: null },
    ]) {
      digests.push((await read(target(changes)))?.filesDigest);
    }
    const [first, same, ...others] = digests;
    expect(same).toBe(first);
    expect(new Set([first, ...others]).size).toBe(5);
  });
});
