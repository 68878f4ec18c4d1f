import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import type { ReactionContent } from '../../../src/github/generated/operations.ts';
import { readThread } from '../../../src/github/nodes/thread.ts';
import { commentNode, threadNode } from '../answers.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const comments = (count: number) =>
  Array.from({ length: count }, (_, index) => commentNode(index + 1));

/** The page of comments behind one, and whether more follow. */
function page(all: ReturnType<typeof comments>, after: number, first = 100) {
  const nodes = all.slice(after, after + first);
  const end = after + nodes.length;
  const pageInfo = { endCursor: `cursor${end}`, hasNextPage: end < all.length };
  return { data: { node: { comments: { pageInfo, nodes } } } };
}

describe('a thread', () => {
  it.each([0, 1, 20, 21, 49, 50])('of %i comments needs no other request', async (count) => {
    const client = await github.client();
    const thread = await readThread(client, 'I_1', threadNode(comments(count)));
    expect(thread.map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    expect(github.sent()).toEqual([]);
  });

  it.each([
    [51, [20]],
    [150, [20]],
    [151, [20, 120]],
    [300, [20, 120, 220]],
  ])('of %i comments is read on behind the oldest, as far as needed', async (count, behind) => {
    const all = comments(count);
    github.answer(...behind.map((after) => page(all, after)));
    const client = await github.client();
    const thread = await readThread(client, 'I_1', threadNode(all));
    expect(thread.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(github.documents().map(({ variables }) => variables)).toEqual(
      behind.map((after) => ({ id: 'I_1', first: 100, after: `cursor${after}` })),
    );
  });

  it('of which GitHub does not give so much at once is read in smaller pages', async () => {
    const all = comments(80);
    const broken = { data: null, errors: [{ message: 'Something went wrong' }] };
    github.answer(broken, page(all, 20, 20), page(all, 40, 20));
    const thread = await readThread(await github.client(), 'I_1', threadNode(all));
    expect(thread).toHaveLength(80);
    expect(github.documents().map(({ variables }) => variables['first'])).toEqual([100, 20, 20]);
    github.answer(broken, broken);
    const client = await github.client();
    await expect(readThread(client, 'I_1', threadNode(all))).rejects.toThrow(RequestFailed);
  });

  it('of which comments were deleted meanwhile is what is left', async () => {
    const all = comments(90);
    const left = all.filter((_, index) => index < 20 || index >= 60);
    github.answer(page(left, 20));
    const thread = await readThread(await github.client(), 'I_1', threadNode(all));
    expect(thread).toHaveLength(50);
  });

  it('that was deleted meanwhile ends with what was read of it', async () => {
    const all = comments(300);
    github.answer({ data: { node: null } });
    const thread = await readThread(await github.client(), 'I_1', threadNode(all));
    expect(thread).toHaveLength(50);
  });

  it('with comments that nobody may see is not asked for again and again', async () => {
    const all = threadNode(comments(30));
    const without = <Node>(nodes: readonly Node[] | null) =>
      (nodes ?? []).map((node, index) => (index % 3 === 0 ? null : node));
    const thread = await readThread(await github.client(), 'I_1', {
      oldest: { ...all.oldest, nodes: without(all.oldest.nodes) },
      newest: { nodes: without(all.newest.nodes) },
    });
    expect(thread.length).toBeLessThan(30);
    expect(github.sent()).toEqual([]);
  });

  it('is in the order in which it was written, by numbers of any length', async () => {
    const nodes = ['9', '10', '9007199254740993', '9007199254740992'].map((fullDatabaseId, index) =>
      commentNode(index + 1, { fullDatabaseId }),
    );
    const thread = await readThread(await github.client(), 'I_1', threadNode(nodes));
    expect(thread.map(({ sequence }) => String(sequence))).toEqual([
      '9',
      '10',
      '9007199254740992',
      '9007199254740993',
    ]);
  });
});

describe('a comment', () => {
  /** What is known of the only comment of a thread. */
  async function read(changes: Parameters<typeof commentNode>[1]) {
    const node = threadNode([commentNode(1, changes)]);
    const [comment] = await readThread(await github.client(), 'I_1', node);
    return comment;
  }

  it('has the reactions that are ours, with the time of the first of the kind', async () => {
    const group = (
      content: ReactionContent,
      viewerHasReacted: boolean,
      createdAt: string | null,
    ) => ({
      content,
      viewerHasReacted,
      createdAt,
    });
    const comment = await read({
      createdAt: '2026-01-02T03:04:05Z',
      reactionGroups: [
        group('THUMBS_UP', true, '2026-01-02T03:04:06Z'),
        group('CONFUSED', false, '2026-01-02T03:04:07Z'),
        group('EYES', true, null),
        // As an app of our name would that we are none of: we do not react so.
        group('HEART', true, null),
      ],
    });
    expect([...(comment?.reactions ?? [])]).toEqual([
      ['THUMBS_UP', new Date('2026-01-02T03:04:06Z')],
      ['EYES', new Date('2026-01-02T03:04:05Z')],
    ]);
  });

  it('of an account that is gone has no author, and one without reactions has none', async () => {
    expect(await read({ author: null, reactionGroups: null })).toMatchObject({
      author: undefined,
      reactions: new Map(),
      isOurs: false,
      editedAt: undefined,
    });
  });

  it.each([
    ['User', true],
    ['Mannequin', true],
    ['Bot', false],
    ['Organization', false],
    ['EnterpriseUserAccount', false],
  ] as const)('of a %s is a person’s: %s', async (__typename, isPerson) => {
    const author = { __typename, login: 'ann', databaseId: 5 };
    expect((await read({ author }))?.author).toEqual({ login: 'ann', id: 5, isPerson });
  });
});
