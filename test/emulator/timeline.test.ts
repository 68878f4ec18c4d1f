import { describe, expect, it } from 'vitest';
import { branchOf, site } from './support.ts';

const asked = `query ($issue: Int!, $pull: Int!) {
  repository(owner: "apache", name: "flink") {
    issue(number: $issue) {
      timelineItems(first: 50, itemTypes: [CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, RENAMED_TITLE_EVENT, LOCKED_EVENT, UNLOCKED_EVENT, ISSUE_COMMENT, MILESTONED_EVENT]) {
        totalCount filteredCount pageCount
        nodes {
          __typename
          ... on ClosedEvent { actor { __typename login } createdAt closer { __typename ... on PullRequest { number } } closable { closed } }
          ... on ReopenedEvent { actor { login } }
          ... on LabeledEvent { actor { login } label { name } }
          ... on UnlabeledEvent { actor { login } label { name } }
          ... on RenamedTitleEvent { previousTitle currentTitle }
          ... on IssueComment { body lastEditedAt includesCreatedEdit }
        }
      }
      lastEditedAt
      reactionGroups { content createdAt }
    }
    pullRequest(number: $pull) {
      timelineItems(last: 50, itemTypes: [CLOSED_EVENT, MERGED_EVENT, HEAD_REF_FORCE_PUSHED_EVENT, HEAD_REF_DELETED_EVENT]) {
        nodes {
          __typename
          ... on MergedEvent { actor { login } commit { oid } mergeRefName mergeRef { name } }
          ... on ClosedEvent { actor { login } }
          ... on HeadRefForcePushedEvent { beforeCommit { oid } afterCommit { oid } ref { name } }
          ... on HeadRefDeletedEvent { headRefName headRef { name } }
        }
      }
    }
  }
}`;

describe('a timeline', () => {
  it('lists what happened, in its order, by whom', async () => {
    const { github, repository, octokit } = await site();
    const [ann, mary] = [github.as('ann'), github.as('mary')];
    mary.createLabel(repository, 'powered-by');
    const issue = ann.openIssue(repository, { title: 'Add', body: 'us' }, ['powered-by']);
    mary.unlabel(issue, 'powered-by');
    ann.edit(issue, { title: 'Add us' });
    ann.close(issue);
    await ann.reopen(issue);
    const comment = ann.comment(issue, '/poweredby add');
    mary.lock(issue);
    mary.unlock(issue);
    ann.react(issue, 'EYES');
    const first = await branchOf(github, repository, 'change', 'one\n2\nthree\n');
    const text = { title: 'Add', body: `Closes #${issue.number}` };
    const pull = await mary.openPull(repository, { ...text, head: 'change', base: 'main' });
    const second = await branchOf(github, repository, 'other', 'one\ntwo\n3\n');
    await mary.forcePush(repository, 'change', second);
    const merged = await mary.merge(pull);
    await mary.forcePush(repository, 'change');
    const numbers = { issue: issue.number, pull: pull.number };
    expect(await octokit.graphql(asked, numbers)).toMatchObject({
      repository: {
        issue: {
          timelineItems: {
            totalCount: 9,
            filteredCount: 9,
            pageCount: 9,
            nodes: [
              {
                __typename: 'LabeledEvent',
                actor: { login: 'ann' },
                label: { name: 'powered-by' },
              },
              {
                __typename: 'UnlabeledEvent',
                actor: { login: 'mary' },
                label: { name: 'powered-by' },
              },
              {
                __typename: 'RenamedTitleEvent',
                previousTitle: 'Add',
                currentTitle: 'Add us',
              },
              {
                __typename: 'ClosedEvent',
                actor: { __typename: 'User', login: 'ann' },
                closer: null,
                closable: { closed: true },
              },
              { __typename: 'ReopenedEvent', actor: { login: 'ann' } },
              {
                __typename: 'IssueComment',
                body: '/poweredby add',
                lastEditedAt: null,
                includesCreatedEdit: false,
              },
              { __typename: 'LockedEvent' },
              { __typename: 'UnlockedEvent' },
              {
                __typename: 'ClosedEvent',
                actor: { login: 'mary' },
                closer: { __typename: 'PullRequest', number: pull.number },
              },
            ],
          },
          lastEditedAt: null,
          reactionGroups: expect.arrayContaining([
            { content: 'EYES', createdAt: expect.stringMatching(/^20.*Z$/) },
            { content: 'HEART', createdAt: null },
          ]),
        },
        pullRequest: {
          timelineItems: {
            nodes: [
              {
                __typename: 'HeadRefForcePushedEvent',
                beforeCommit: { oid: first },
                afterCommit: { oid: second },
                ref: null,
              },
              {
                __typename: 'MergedEvent',
                actor: { login: 'mary' },
                commit: { oid: merged },
                mergeRefName: 'main',
                mergeRef: { name: 'main' },
              },
              { __typename: 'ClosedEvent', actor: { login: 'mary' } },
              { __typename: 'HeadRefDeletedEvent', headRefName: 'change', headRef: null },
            ],
          },
        },
      },
    });
    ann.edit(issue, { body: 'us, please' });
    ann.editComment(comment, '/poweredby help');
    expect(await octokit.graphql(asked, numbers)).toMatchObject({
      repository: {
        issue: {
          lastEditedAt: expect.any(String),
          timelineItems: {
            nodes: expect.arrayContaining([
              expect.objectContaining({
                body: '/poweredby help',
                lastEditedAt: expect.any(String),
                includesCreatedEdit: true,
              }),
            ]),
          },
        },
      },
    });
  });

  it('says so when it is asked for what it keeps no account of', async () => {
    const { github, repository, octokit } = await site();
    const { number } = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const ask = (items: string) =>
      octokit.graphql(
        `{ repository(owner: "apache", name: "flink") { issue(number: ${number}) { timelineItems(first: 1${items}) { totalCount } } } }`,
      );
    await expect(ask('')).rejects.toThrow('every item type');
    await expect(ask(', itemTypes: [REFERENCED_EVENT]')).rejects.toThrow('REFERENCED_EVENT');
    expect(github.takeViolations()).toHaveLength(2);
  });
});

describe('a branch', () => {
  it('names the pull requests that it is the head of', async () => {
    const { github, repository, octokit } = await site();
    const mary = github.as('mary');
    await branchOf(github, repository, 'change', 'one\n2\nthree\n');
    const open = () =>
      mary.openPull(repository, { title: 'Add', body: '', head: 'change', base: 'main' });
    const closed = await open();
    mary.close(closed);
    const pull = await open();
    const named = (branch: string, states: string) =>
      octokit.graphql(
        `{ repository(owner: "apache", name: "flink") { ref(qualifiedName: "refs/heads/${branch}") { associatedPullRequests(first: 5${states}) { nodes { number } } } } }`,
      );
    const of = (...pulls: readonly { readonly number: number }[]) => ({
      repository: {
        ref: { associatedPullRequests: { nodes: pulls.map(({ number }) => ({ number })) } },
      },
    });
    expect(await named('change', '')).toEqual(of(closed, pull));
    expect(await named('change', ', states: [OPEN]')).toEqual(of(pull));
    expect(await named('main', '')).toEqual(of());
  });
});
