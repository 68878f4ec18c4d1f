import { describe, expect, it } from 'vitest';
import { decideRun } from '../../../src/playground/action/decide-run.ts';
import { writtenWorkflow } from '../../action/written-workflow.ts';

const workflow = writtenWorkflow();
const repository = { full_name: 'millrace/millrace', default_branch: 'main' };
const issue = { labels: [{ name: 'powered-by' }], body: '' };

/** Whether an event starts a run of the workflow that `init --action` writes, or why not. */
const decide = (name: string, payload: object, text = workflow, files: readonly string[] = []) => {
  const decision = decideRun(text, { name, payload: { repository, ...payload } }, files);
  return decision.kind === 'run' ? decision.permissions : decision.reason;
};

const push = (path: string, ref = 'refs/heads/main') => ({
  ref,
  commits: [{ added: [], removed: [], modified: [path] }],
});

describe('an event', () => {
  it('that the workflow names starts a run with the permissions of its job', () => {
    const permissions = { contents: 'write', issues: 'write', pull_requests: 'write' };
    expect(decide('issues', { action: 'opened', issue })).toEqual(permissions);
    expect(decide('schedule', {})).toEqual(permissions);
    expect(decide('push', push('docs/content/powered-by.md'))).toEqual(permissions);
  });

  it('starts none if the workflow does not name it, its type, its paths or its branch', () => {
    expect(decide('star', {})).toContain('does not name star');
    expect(decide('issues', { action: 'pinned', issue })).toContain('issues.pinned');
    expect(decide('push', push('src/gate.c'))).toContain('No path');
    expect(decide('push', push('docs/content/powered-by.md', 'refs/heads/x'))).toContain('“if”');
    const unrelated = { action: 'opened', issue: { labels: [], body: 'It does not start.' } };
    expect(decide('issues', unrelated)).toContain('“if” is false');
  });

  it('of somebody’s pull request starts the job that only reads, if it changes a path', () => {
    const head = { ref: 'main', repo: { full_name: 'eve/millrace' } };
    const opened = { action: 'opened', pull_request: { number: 1, head } };
    const permissions = { contents: 'read', pull_requests: 'read' };
    const files = ['README.md', 'docs/content/powered-by.md'];
    expect(decide('pull_request', opened, workflow, files)).toEqual(permissions);
    expect(decide('pull_request', opened, workflow, ['README.md'])).toContain('No path');
  });

  it('starts none if GitHub Actions itself caused it', () => {
    const sender = { login: 'github-actions[bot]' };
    expect(decide('issues', { action: 'opened', issue, sender })).toContain('GITHUB_TOKEN');
  });

  it('starts none where GitHub would not read the workflow', () => {
    const event = { action: 'opened', issue };
    expect(decide('issues', event, 'on: [')).toContain('cannot read');
    expect(decide('issues', event, 'on: issues')).toContain('cannot read');
    const broken = 'on: {issues: }\njobs: {a: {if: "contains("}}';
    expect(decide('issues', event, broken)).toContain('cannot evaluate');
  });
});
