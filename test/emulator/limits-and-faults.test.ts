import { describe, expect, it } from 'vitest';
import { site } from './support.ts';

const flink = { owner: 'apache', repo: 'flink' };

describe('limits', () => {
  it('count requests an hour, and say what is left', async () => {
    const { github, octokit } = await site({ limits: { core: 2 } });
    const { headers } = await octokit.rest.repos.get(flink);
    expect(headers['x-ratelimit-remaining']).toBe('1');
    await octokit.rest.repos.get(flink);
    await expect(octokit.rest.repos.get(flink)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('API rate limit exceeded'),
      response: { headers: { 'x-ratelimit-remaining': '0' } },
    });
    github.clock.turn(3_600_000);
    expect((await octokit.rest.repos.get(flink)).status).toBe(200);
  });

  it.each(['RATE_LIMIT', 'RATE_LIMITED'] as const)(
    'count GraphQL by points, and refuse with HTTP’s 200 and a type: %s',
    async (primaryType) => {
      const { github, octokit } = await site({
        limits: { graphql: 1 },
        limitWords: { primaryType },
      });
      const start = github.clock.now().getTime();
      const ask = () => octokit.graphql('{ viewer { login } }');
      await ask();
      const refused = await ask().catch((error: unknown) => error);
      expect(refused).toMatchObject({
        errors: [{ type: primaryType, message: expect.stringContaining('API rate limit') }],
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'graphql' },
      });
      const { headers } = refused as { headers: Record<string, string> };
      const wait = Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(headers['date'] ?? '');
      expect(wait / 1000).toBeCloseTo(3600, -1);
      expect(Math.abs(Date.parse(headers['date'] ?? '') - start)).toBeLessThan(5000);
    },
  );

  it('count what writes a minute and an hour', async () => {
    const { github, repository, octokit } = await site({
      limits: { writesAMinute: 2, writesAnHour: 3 },
    });
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const there = { ...flink, issue_number: issue.number };
    const write = () => octokit.rest.issues.createComment({ ...there, body: 'Hello' });
    await write();
    await write();
    const refused = { status: 403, message: expect.stringContaining('secondary rate limit') };
    await expect(write()).rejects.toMatchObject({
      ...refused,
      response: { headers: { 'retry-after': '60' } },
    });
    expect((await octokit.rest.issues.get(there)).status).toBe(200);
    github.clock.turn(60_001);
    await write();
    github.clock.turn(60_001);
    await expect(write()).rejects.toMatchObject({
      ...refused,
      response: { headers: { 'retry-after': '3600' } },
    });
    expect(issue.comments).toHaveLength(3);
  });

  it.each([200, 403] as const)(
    'say a secondary limit with HTTP’s %i, as it is set',
    async (status) => {
      const { github, octokit } = await site({ limitWords: { secondaryStatus: status } });
      const ask = () => octokit.graphql('{ viewer { login } }');
      github.faults.order({ kind: 'secondary-limit', seconds: 90 });
      const refused = {
        message: expect.stringContaining('secondary rate limit'),
        response: status === 200 ? { errors: [{ type: 'RATE_LIMITED' }] } : { status },
      };
      await expect(ask()).rejects.toMatchObject(refused);
      expect(github.requests.all.at(-1)?.status).toBe(status);
      // It holds for its time, for REST as well.
      await expect(octokit.rest.repos.get(flink)).rejects.toMatchObject({
        status: 403,
        response: { headers: { 'retry-after': '90' } },
      });
      github.clock.turn(90_000);
      expect(await ask()).toMatchObject({ viewer: {} });
    },
  );

  it('are used up by a fault, until they are renewed', async () => {
    const { github, octokit } = await site();
    const ask = () => octokit.graphql('{ viewer { login } }');
    github.faults.order({ kind: 'primary-limit', seconds: 2400 });
    await expect(ask()).rejects.toMatchObject({ headers: { 'x-ratelimit-remaining': '0' } });
    github.clock.turn(2_399_000);
    await expect(ask()).rejects.toMatchObject({ errors: [{ type: 'RATE_LIMIT' }] });
    github.clock.turn(1_000);
    expect(await ask()).toMatchObject({ viewer: {} });
  });

  it('refuse pull requests that are “submitted too quickly”, with HTTP’s 200', async () => {
    const { github, repository, octokit } = await site({ limits: { pullsInTenMinutes: 2 } });
    const open = async (branch: string) => {
      await github.as('mary').push(repository, { branch, files: { [branch]: branch } });
      const input = { repositoryId: repository.nodeId, baseRefName: 'main', title: branch };
      const document = `mutation ($input: CreatePullRequestInput!) {
        createPullRequest(input: $input) { pullRequest { title } }
      }`;
      return octokit.graphql(document, { input: { ...input, headRefName: branch } });
    };
    await open('one');
    await open('two');
    await expect(open('three')).rejects.toMatchObject({
      errors: [{ type: 'UNPROCESSABLE', message: 'was submitted too quickly' }],
      headers: { 'x-ratelimit-remaining': expect.stringMatching(/^[1-9]/) },
    });
    expect(github.requests.all.at(-1)?.status).toBe(200);
    github.clock.turn(600_000);
    expect(await open('four')).toMatchObject({ createPullRequest: {} });
    github.faults.order({ kind: 'too-quickly' });
    await expect(open('five')).rejects.toThrow('was submitted too quickly');
  });

  it('weigh a document by its connections', async () => {
    const { octokit } = await site();
    const asked = `{
      repository(owner: "apache", name: "flink") {
        issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 5) { totalCount } } } } }
      }
      rateLimit { cost }
    }`;
    // 1 for the issues, 100 for their comments, 10,000 for the reactions: 10,101 requests, a hundred to a point.
    expect(await octokit.graphql(asked)).toMatchObject({ rateLimit: { cost: 101 } });
    const tooMuch = asked.replace('first: 5', 'first: 100');
    await expect(octokit.graphql(tooMuch)).rejects.toThrow('exceeds the maximum limit of 500,000');
  });
});

describe('faults', () => {
  it('fail a request before or after its effect', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const there = { ...flink, issue_number: issue.number };
    const write = () => octokit.rest.issues.createComment({ ...there, body: 'Hello' });
    const fault = github.faults.order({ kind: 'bad-gateway-before', operation: 'create-comment' });
    expect((await octokit.rest.issues.get(there)).status).toBe(200);
    await expect(write()).rejects.toMatchObject({ status: 502 });
    await fault.came;
    expect(issue.comments).toHaveLength(0);
    github.faults.order({ kind: 'bad-gateway-after', skip: 1, times: 2, operation: 'comment' });
    await write();
    await expect(write()).rejects.toMatchObject({ status: 502 });
    await expect(write()).rejects.toMatchObject({ status: 502 });
    await write();
    expect(issue.comments).toHaveLength(4);
  });

  it('leave a request without an answer', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const fault = github.faults.order({ kind: 'no-answer-after' });
    const stop = new AbortController();
    const comment = { ...flink, issue_number: issue.number, body: 'Hello' };
    const asked = octokit.rest.issues.createComment({
      ...comment,
      request: { signal: stop.signal },
    });
    const ended = expect(asked).rejects.toThrow('aborted');
    await fault.came;
    stop.abort();
    await ended;
    expect(issue.comments).toHaveLength(1);
    expect(github.requests.all.at(-1)).toMatchObject({
      method: 'POST',
      path: '/repos/apache/flink/issues/1/comments',
      operation: 'issues/create-comment',
      status: 0,
    });
  });

  it('are taken back', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const fault = github.faults.order({ kind: 'bad-gateway-before' });
    const other = github.faults.order({ kind: 'bad-gateway-before', skip: 1 });
    fault.cancel();
    const asked = { ...flink, issue_number: issue.number };
    expect((await octokit.rest.issues.get(asked)).status).toBe(200);
    await expect(octokit.rest.issues.get(asked)).rejects.toMatchObject({ status: 502 });
    expect([fault.count, other.count]).toEqual([0, 1]);
  });

  it('let a head be stale, and a branch not be visible yet', async () => {
    const { github, repository, octokit } = await site();
    github.faults.order({ kind: 'stale-head' });
    github.faults.order({ kind: 'not-yet-visible' });
    const oid = await repository.git.branch('main');
    await github.as('mary').push(repository, { branch: 'x', files: { a: 'a' } });
    const variables = { repositoryId: repository.nodeId, oid, name: 'apache/flink' };
    const document = `mutation ($repositoryId: ID!, $oid: GitObjectID!, $name: String!) {
      createCommitOnBranch(input: {branch: {repositoryNameWithOwner: $name, branchName: "main"}, expectedHeadOid: $oid, fileChanges: {additions: [{path: "b", contents: "Yg=="}]}, message: {headline: "Add b"}}) { commit { oid } }
      createPullRequest(input: {repositoryId: $repositoryId, baseRefName: "main", headRefName: "x", title: "x"}) { pullRequest { number } }
    }`;
    await expect(octokit.graphql(document, variables)).rejects.toMatchObject({
      errors: [
        { type: 'STALE_DATA' },
        { message: expect.stringContaining('No commits between main and x') },
      ],
    });
    expect(await octokit.graphql(document, variables)).toMatchObject({
      createPullRequest: { pullRequest: { number: 1 } },
    });
    expect(await github.readFile(repository, 'b')).toBe('b');
  });
});
