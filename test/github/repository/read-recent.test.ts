import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { readRecent } from '../../../src/github/repository/read-recent.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };
const sent = () => github.documents().map(({ variables }) => variables);
const since = new Date('2026-01-10T00:00:00Z');
const later = '2026-01-12T00:00:00Z';

/** A page of a connection, with more behind it where it has a cursor. */
const page = (nodes: readonly object[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { endCursor, hasNextPage: endCursor !== null },
});
const answerWith = (...pages: object[]) =>
  github.answer(
    ...pages.map((threads) => ({ data: { rateLimit: null, repository: { threads } } })),
  );
const thread = (number: number, updatedAt: string, changes: object = {}) => ({
  id: `I_${number}`,
  number,
  updatedAt,
  labels: { nodes: [] },
  comments: { nodes: [] },
  ...changes,
});
const comment = (id: string, changes: object = {}) => ({
  id,
  updatedAt: later,
  author: { __typename: 'User', login: 'ann' },
  ...changes,
});

async function read(kind: 'issues' | 'pullRequests' = 'issues') {
  return readRecent(await github.client(), repository, kind, since);
}

describe('what changed of late', () => {
  it('is issues or pull requests, with what tells whether they concern us, and without texts', async () => {
    answerWith(page([thread(1, later, { labels: { nodes: [{ name: 'powered-by' }] } })]));
    answerWith(page([thread(2, '2026-01-10T00:00:00Z', { headRefName: 'x' })]));
    expect(await read()).toEqual({
      threads: [{ id: 'I_1', number: 1, labels: ['powered-by'], branch: undefined, comments: [] }],
    });
    expect(await read('pullRequests')).toMatchObject({ threads: [{ number: 2, branch: 'x' }] });
    for (const { query } of github.documents()) expect(query).not.toMatch(/\bbody/);
  });

  it('names the comments that people wrote or changed since then', async () => {
    const nodes = [
      comment('old', { updatedAt: '2026-01-09T00:00:00Z' }),
      comment('new'),
      comment('bot', { author: { __typename: 'Bot', login: 'powered-by' } }),
      comment('ghost', { author: null }),
    ];
    answerWith(page([thread(1, later, { comments: { nodes } })]));
    expect((await read()).threads[0]?.comments).toEqual(['new']);
  });

  it('is read on until something is older', async () => {
    answerWith(
      page([thread(4, later)], 'i1'),
      page([thread(3, '2026-01-10T00:00:00Z'), thread(2, '2026-01-09T23:59:59Z')], 'i2'),
    );
    expect((await read()).threads.map(({ number }) => number)).toEqual([4, 3]);
    expect(sent().map(({ after }) => after)).toEqual([null, 'i1']);
  });

  it('is read no further than a thousand', async () => {
    const full = (first: number) =>
      Array.from({ length: 50 }, (_, index) => thread(first + index, later));
    answerWith(...Array.from({ length: 20 }, (_, index) => page(full(index * 50), `c${index}`)));
    expect((await read()).threads).toHaveLength(1000);
  });

  it('is nothing where there is no such repository', async () => {
    github.answer({ data: { repository: null } });
    expect(await read()).toEqual({ threads: [] });
  });

  it('is what was read before a request failed, and why there may be more', async () => {
    answerWith(page([thread(4, later)], 'i1'));
    github.answer({ data: null, errors: [{ message: 'Something went wrong' }] });
    const { threads, failure } = await read();
    expect(threads.map(({ number }) => number)).toEqual([4]);
    expect(failure).toBeInstanceOf(RequestFailed);
  });
});
