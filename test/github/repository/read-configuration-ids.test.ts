import { expect, it } from 'vitest';
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

it('fifty repositories are asked about with one query', async () => {
  const answer = (count: number) => ({
    data: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`repository${index}`, bare]),
    ),
  });
  github.answer(answer(50), answer(50), answer(20));
  const found = await readConfigurationIds(await github.client(), repositories(120));
  expect(found.size).toBe(120);
  expect(github.documents().map(({ variables }) => variables['name0'])).toEqual([
    'site-0',
    'site-50',
    'site-100',
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

it('of those that could not be read nothing is said', async () => {
  github.answer({ data: null, errors: [{ message: 'Something went wrong' }] });
  github.answer({ data: { repository0: configured('abc') } });
  const found = await readConfigurationIds(await github.client(), repositories(51));
  expect([...found]).toEqual([[50, 'abc']]);
});

it('of one that GitHub does not show nothing is said, and of the others what is so', async () => {
  const message = 'Although you appear to have the correct authorization credentials, …';
  github.answer({
    data: { repository0: null, repository1: bare, repository2: configured('abc') },
    errors: [
      { type: 'FORBIDDEN', path: ['repository0'], message },
      { path: ['repository1', 'defaultBranchRef'], message: 'Something went wrong' },
    ],
  });
  const found = await readConfigurationIds(await github.client(), repositories(3));
  expect([...found]).toEqual([[2, 'abc']]);
});
