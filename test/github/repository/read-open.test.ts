import { describe, expect, it } from 'vitest';
import { readOpen } from '../../../src/github/repository/read-open.ts';

import { branchNode, otherNode } from '../answers.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const repository = { owner: 'acme', name: 'site' };
const wanted = { label: 'powered-by', branchPrefix: 'poweredby/' };
const sent = () => github.documents().map(({ variables }) => variables);

/** A page of a connection, with more behind it where it has a cursor. */
const page = (nodes: readonly object[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { endCursor, hasNextPage: endCursor !== null },
});
const answer = (data: object) => ({ data: { rateLimit: { remaining: 1 }, repository: data } });
const issues = (...numbers: number[]) => numbers.map((number) => ({ number }));
const refs = (...names: string[]) => names.map((name) => branchNode(name));
const branch = (name: string) => ({ name: `poweredby/${name}`, isLive: true, pulls: [] });

describe('what is open', () => {
  it('is the issues with the label, and the branches under the prefix', async () => {
    github.answer(answer({ issues: page(issues(3, 1)), refs: page(refs('issue-1', 'next-2')) }));
    const open = await readOpen(await github.client(), repository, wanted);
    expect(open).toEqual({ issues: [3, 1], branches: [branch('issue-1'), branch('next-2')] });
    expect(sent()).toEqual([
      {
        ...repository,
        label: 'powered-by',
        refPrefix: 'refs/heads/poweredby/',
        issues: true,
        refs: true,
        afterIssue: null,
        afterRef: null,
      },
    ]);
  });

  it('is read on for as long as there is more of either', async () => {
    github.answer(
      answer({ issues: page(issues(1), 'i1'), refs: page(refs('a'), 'r1') }),
      answer({ issues: page(issues(2)), refs: page(refs('b'), 'r2') }),
      answer({ refs: page(refs('c')) }),
    );
    const open = await readOpen(await github.client(), repository, wanted);
    expect(open).toEqual({ issues: [1, 2], branches: ['a', 'b', 'c'].map(branch) });
    expect(sent().slice(1)).toMatchObject([
      { issues: true, afterIssue: 'i1', refs: true, afterRef: 'r1' },
      { issues: false, refs: true, afterRef: 'r2' },
    ]);
  });

  it('is the branches by their whole names, whether GitHub leaves the prefix out or not', async () => {
    const names = refs('issue-1', 'poweredby/issue-2');
    github.answer(answer({ issues: page([]), refs: page(names) }));
    const { branches } = await readOpen(await github.client(), repository, wanted);
    expect(branches.map(({ name }) => name)).toEqual(['poweredby/issue-1', 'poweredby/issue-2']);
  });

  it('is the branches of our open pull requests with the label, too, whatever their names', async () => {
    const pulls = [
      otherNode(1),
      otherNode(2, { headRefName: 'older/issue-2' }),
      otherNode(3, { headRefName: 'older/issue-3', viewerDidAuthor: false }),
    ];
    const refs = page([branchNode('issue-1', [otherNode(1)])]);
    github.answer(answer({ issues: page([]), refs, pullRequests: { nodes: pulls } }));
    const { branches } = await readOpen(await github.client(), repository, wanted);
    const seen = branches.map(({ name, isLive }) => [name, isLive]);
    expect(seen).toEqual([
      ['poweredby/issue-1', true],
      ['older/issue-2', true],
    ]);
  });

  it('is, of a branch, our pull requests, and whether any is open or there never was one', async () => {
    const closed = otherNode(7, { state: 'CLOSED' });
    const merged = otherNode(8, { state: 'MERGED' });
    const marys = otherNode(9, { viewerDidAuthor: false });
    const nodes = [
      branchNode('a', [otherNode(6), closed]),
      branchNode('b', [closed, merged]),
      branchNode('c', [closed, marys]),
      branchNode('d'),
    ];
    github.answer(answer({ issues: page([]), refs: page(nodes) }));
    const { branches } = await readOpen(await github.client(), repository, wanted);
    const seen = branches.map(({ isLive, pulls }) => [isLive, pulls.map(({ number }) => number)]);
    expect(seen).toEqual([
      [true, [6, 7]],
      [false, [7, 8]],
      [true, [7]],
      [true, []],
    ]);
  });

  it('is nothing where there is no such repository, or it has no branch', async () => {
    github.answer({ data: { repository: null } });
    github.answer(answer({ issues: page([]), refs: null }));
    const client = await github.client();
    const nothing = { issues: [], branches: [] };
    expect(await readOpen(client, repository, wanted)).toEqual(nothing);
    expect(await readOpen(client, repository, wanted)).toEqual(nothing);
  });
});
