import { describe, expect, it } from 'vitest';
import { readOwnReactions } from '../../../src/github/repository/read-own-reactions.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const time = (minute: number) => `2026-01-02T03:0${minute}:00Z`;

const by = (__typename: string, login: string, minute: number) => ({
  reactedAt: time(minute),
  node: { __typename, login },
});

/** When we reacted with a thumb, where so many did. */
async function thumb(edges: readonly object[], viewerHasReacted = true) {
  const group = { content: 'THUMBS_UP', viewerHasReacted, reactors: { edges } };
  const nodes = [
    null,
    {},
    { id: 'C_1', reactionGroups: [group] },
    { id: 'C_2', reactionGroups: null },
  ];
  github.answer({ data: { viewer: { login: 'powered-by[bot]' }, rateLimit: null, nodes } });
  const read = await readOwnReactions(await github.client(), ['C_0', 'C_1', 'C_2']);
  expect([...read.keys()]).toEqual(['C_1', 'C_2']);
  expect(read.get('C_2')?.size).toBe(0);
  return read.get('C_1')?.get('THUMBS_UP');
}

describe('our own reaction', () => {
  it('has the time at which we reacted, not the first to do so', async () => {
    const edges = [
      by('User', 'powered-by', 1),
      by('Bot', 'other', 2),
      by('Bot', 'powered-by', 3),
      by('User', 'eve', 4),
    ];
    expect(await thumb(edges)).toEqual(new Date(time(3)));
    expect(await thumb([by('Bot', 'powered-by[bot]', 5)])).toEqual(new Date(time(5)));
  });

  it('is later than the first hundred, where it is not among them', async () => {
    const edges = Array.from({ length: 100 }, (_, index) => by('User', `eve${index}`, index % 9));
    expect(await thumb(edges)).toEqual(new Date(time(99 % 9)));
  });

  it('is none where somebody else reacted', async () => {
    expect(await thumb([by('User', 'eve', 1)], false)).toBeUndefined();
    expect(await thumb([])).toBeUndefined();
  });

  it('is asked for all comments at once', async () => {
    await thumb([]);
    expect(github.documents().map(({ variables }) => variables)).toEqual([
      { ids: ['C_0', 'C_1', 'C_2'] },
    ]);
  });
});
