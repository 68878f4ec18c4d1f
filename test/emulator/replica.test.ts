import { describe, expect, it } from 'vitest';
import { installed, receiver, site } from './support.ts';

const question = `query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    label(name: "powered-by") { name }
    labels(query: "powered", first: 10) { nodes { name } }
    issues(first: 10) { nodes { number } }
    issueOrPullRequest(number: $number) {
      ... on Issue { body state labels(first: 10) { nodes { name } } comments(first: 10) { nodes { body } } }
    }
  }
}`;

interface Seen {
  readonly label: { readonly name: string } | null;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] };
  readonly issues: { readonly nodes: readonly { readonly number: number }[] };
  readonly issueOrPullRequest: {
    readonly body: string;
    readonly state: string;
    readonly labels: { readonly nodes: readonly { readonly name: string }[] };
    readonly comments: { readonly nodes: readonly { readonly body: string }[] };
  } | null;
}

/** A site whose replica lags by three seconds, and what an app sees there. */
async function lagging() {
  const made = await site();
  const { github, octokit } = made;
  github.replica.lag = 3000;
  const see = async (number = 1): Promise<Seen> => {
    const variables = { owner: 'apache', name: 'flink', number };
    try {
      const answer = await octokit.graphql<{ repository: Seen }>(question, variables);
      return answer.repository;
    } catch (error) {
      const { data, errors } = error as { data: { repository: Seen }; errors: { type: string }[] };
      expect(errors.map(({ type }) => type)).toEqual(['NOT_FOUND']);
      return data.repository;
    }
  };
  return { ...made, see, ann: github.as('ann'), mary: github.as('mary') };
}

describe('where reads lag', () => {
  it('an issue is not found at first, by GraphQL and by REST, though its webhook came', async () => {
    const { github, repository, octokit, see, ann } = await lagging();
    const received = await receiver(github);
    ann.openIssue(repository, { title: 'Add us', body: 'We use it.' });
    await github.webhooks.settle();
    expect(received).toHaveLength(1);
    expect((await see()).issueOrPullRequest).toBeNull();
    expect((await see()).issues.nodes).toEqual([]);
    const place = { owner: 'apache', repo: 'flink', issue_number: 1 };
    await expect(octokit.rest.issues.get(place)).rejects.toMatchObject({ status: 404 });
    github.clock.turn(3000);
    expect((await see()).issueOrPullRequest?.body).toBe('We use it.');
    expect((await octokit.rest.issues.get(place)).data.body).toBe('We use it.');
  });

  it('bodies, states, labels and comments are at first as they were', async () => {
    const { github, repository, see, ann, mary } = await lagging();
    const issue = ann.openIssue(repository, { title: 'Add us', body: 'one' });
    github.clock.turn(10_000);
    const before = await see();
    ann.edit(issue, { body: 'two' });
    const comment = ann.comment(issue, 'first');
    mary.createLabel(repository, 'powered-by');
    mary.label(issue, 'powered-by');
    mary.close(issue);
    expect(await see()).toEqual(before);
    github.clock.turn(2000);
    ann.editComment(comment, 'second');
    github.clock.turn(1000);
    expect(await see()).toEqual({
      label: { name: 'powered-by' },
      labels: { nodes: [{ name: 'powered-by' }] },
      issues: { nodes: [{ number: 1 }] },
      issueOrPullRequest: {
        body: 'two',
        state: 'CLOSED',
        labels: { nodes: [{ name: 'powered-by' }] },
        comments: { nodes: [{ body: 'first' }] },
      },
    });
    github.clock.turn(2000);
    expect((await see()).issueOrPullRequest?.comments.nodes).toEqual([{ body: 'second' }]);
    ann.deleteComment(comment);
    expect((await see()).issueOrPullRequest?.comments.nodes).toHaveLength(1);
    github.clock.turn(3000);
    expect((await see()).issueOrPullRequest?.comments.nodes).toEqual([]);
  });

  it('an issue that was deleted is there for a while', async () => {
    const { github, repository, see, ann } = await lagging();
    const issue = ann.openIssue(repository, { title: 'Add us', body: 'one' });
    github.clock.turn(5000);
    github.as('apache').deleteIssue(issue);
    expect((await see()).issueOrPullRequest?.body).toBe('one');
    github.clock.turn(3000);
    expect((await see()).issueOrPullRequest).toBeNull();
  });

  it('a pull request is merged later, and its base moves at once', async () => {
    const { github, repository, octokit, mary } = await lagging();
    await mary.push(repository, { branch: 'more', files: { 'page.md': 'more\n' } });
    const pull = await mary.openPull(repository, {
      title: 'M',
      body: '',
      head: 'more',
      base: 'main',
    });
    github.clock.turn(5000);
    const oid = await mary.merge(pull);
    const place = { owner: 'apache', repo: 'flink' };
    const merged = async () =>
      (await octokit.rest.pulls.get({ ...place, pull_number: pull.number })).data.merged;
    const { data } = await octokit.rest.git.getRef({ ...place, ref: 'heads/main' });
    expect([await merged(), data.object.sha]).toEqual([false, oid]);
    github.clock.turn(3000);
    expect(await merged()).toBe(true);
  });

  it('what writes knows the newest', async () => {
    const { repository, octokit, ann, see } = await lagging();
    const issue = ann.openIssue(repository, { title: 'Add us', body: 'one' });
    const comment = `mutation($id: ID!) { addComment(input: { subjectId: $id, body: "ours" }) { subject { ... on Issue { body } } } }`;
    const answer = await octokit.graphql(comment, { id: issue.nodeId });
    expect(answer).toEqual({ addComment: { subject: { body: 'one' } } });
    expect(issue.comments).toHaveLength(1);
    expect((await see()).issueOrPullRequest).toBeNull();
  });
});

it('one read may be ordered to be old', async () => {
  const { github, repository } = await site();
  const octokit = await installed(github, github.install(repository));
  const fault = github.faults.order({ kind: 'stale-read', operation: 'issues/get' });
  const ann = github.as('ann');
  github.clock.turn(10_000);
  const issue = ann.openIssue(repository, { title: 'Add us', body: 'one' });
  github.clock.turn(10_000);
  ann.edit(issue, { body: 'two' });
  const place = { owner: 'apache', repo: 'flink', issue_number: 1 };
  const bodies = [await octokit.rest.issues.get(place), await octokit.rest.issues.get(place)];
  expect(bodies.map(({ data }) => data.body)).toEqual(['one', 'two']);
  expect(fault.count).toBe(1);
});
