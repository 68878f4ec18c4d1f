import { expect, it } from 'vitest';
import { Limited } from '../../../src/github/client/limited.ts';
import { readConfigurationIds } from '../../../src/github/repository/read-configuration-ids.ts';
import { playGithub } from '../played-github.ts';

const github = playGithub();
const repositories = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ owner: 'acme', name: `site-${index}` }));
const configured = (oid: string) => ({
  defaultBranchRef: { target: { file: { object: { oid } } } },
});
const bare = { defaultBranchRef: { target: { file: null } } };
const empty = { defaultBranchRef: null };

it('a hundred repositories are asked about with one query', async () => {
  const answer = (count: number) => ({
    data: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`repository${index}`, bare]),
    ),
  });
  github.answer(answer(100), answer(100), answer(20));
  const found = await readConfigurationIds(await github.client(), repositories(220));
  expect(found.size).toBe(220);
  expect(github.documents().map(({ variables }) => variables['name0'])).toEqual([
    'site-0',
    'site-100',
    'site-200',
  ]);
});

it('a repository has a configuration, or none, or is empty, or gone', async () => {
  github.answer({
    data: {
      repository0: configured('abc'),
      repository1: bare,
      repository2: empty,
      repository3: null,
    },
    errors: [{ type: 'NOT_FOUND', path: ['repository3'], message: 'Gone' }],
  });
  const found = await readConfigurationIds(await github.client(), repositories(4));
  expect([...found]).toEqual([
    [0, 'abc'],
    [1, undefined],
    [2, undefined],
    [3, undefined],
  ]);
});

it('a query that is too much for GitHub is asked in smaller parts, until only what cannot be read is left', async () => {
  const nothing = { data: null, errors: [{ message: 'Something went wrong' }] };
  const read = (count: number, first = 'abc') => ({
    data: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `repository${index}`,
        configured(index === 0 ? first : 'abc'),
      ]),
    ),
  });
  // Of four, the first cannot be read.
  github.answer(nothing, nothing, nothing, read(1, 'second'), read(2, 'third'));
  const found = await readConfigurationIds(await github.client(), repositories(4));
  expect([...found].map(([place, oid]) => [place, oid])).toEqual([
    [1, 'second'],
    [2, 'third'],
    [3, 'abc'],
  ]);
});

it('what GitHub left out of an answer is asked for again', async () => {
  const message = 'Resource limits for this query exceeded.';
  github.answer({
    data: { repository0: configured('one'), repository1: null, repository2: configured('three') },
    errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository1'], message }],
  });
  github.answer({ data: { repository0: configured('two') } });
  const found = await readConfigurationIds(await github.client(), repositories(3));
  expect([found.get(0), found.get(1), found.get(2)]).toEqual(['one', 'two', 'three']);
});

it('where GitHub answers nothing at all, few queries are asked in vain', async () => {
  const nothing = { data: null, errors: [{ message: 'Something went wrong' }] };
  const asked = 30 + 2 * 20;
  github.answer(...Array(asked).fill(nothing));
  const found = await readConfigurationIds(await github.client(), repositories(3000));
  expect(found.size).toBe(0);
  expect(github.documents()).toHaveLength(asked);
});

it('where GitHub limits us, no further query is asked', async () => {
  github.answer({
    data: null,
    errors: [{ type: 'RATE_LIMIT', message: 'API rate limit exceeded' }],
  });
  const reading = readConfigurationIds(await github.client(), repositories(300));
  await expect(reading).rejects.toBeInstanceOf(Limited);
});

it('of one that GitHub does not show nothing is said, and of the others what is so', async () => {
  const message = 'Although you appear to have the correct authorization credentials, …';
  github.answer({
    data: { repository0: null, repository1: configured('abc') },
    errors: [{ type: 'FORBIDDEN', path: ['repository0'], message }],
  });
  const found = await readConfigurationIds(await github.client(), repositories(2));
  expect([...found]).toEqual([[1, 'abc']]);
});
