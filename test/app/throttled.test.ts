import { expect, it } from 'vitest';
import { systemClock } from '../../src/time/clock.ts';
import { world } from './world.ts';

/** What Octokit leaves between two requests of GraphQL, as GitHub asks for, in milliseconds. */
const spacing = 1000;

it('with throttling and retries on, a submission comes through, though GitHub stumbles', async () => {
  const made = await world({
    app: { retryRequests: true, requestSpacing: 1000, clock: systemClock },
  });
  const { github, repository, settle, submit, said, open } = made;
  await made.app().sweep();
  await settle();
  github.requests.clear();
  const stumble = github.faults.order({ kind: 'bad-gateway-before', operation: 'query' });
  const start = github.clock.now().getTime();
  const issue = submit('ann');
  await settle();

  const { counted } = github.requests;
  const kinds = counted.map(({ operation, status }) => `${operation.split(' ')[0]} ${status}`);
  expect(stumble.count).toBe(1);
  expect(kinds).toEqual(['query 502', 'query 200', 'mutation 200', 'mutation 200']);
  for (const [earlier, { time }] of counted.entries()) {
    expect(time.getTime() - start).toBeGreaterThanOrEqual(earlier * spacing);
  }
  const [pull, ...others] = open();
  expect(others).toEqual([]);
  expect(said(issue)).toContain(`#${pull?.number}`);
  expect(await repository.git.branches()).toEqual(['main', `poweredby/issue-${issue.number}`]);
});
