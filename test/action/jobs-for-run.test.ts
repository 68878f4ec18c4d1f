import { describe, expect, it } from 'vitest';
import { jobsForRun, type RunTask } from '../../src/action/jobs-for-run.ts';

const place = { owner: 'millrace', name: 'millrace' };
const repository = { full_name: 'millrace/millrace', default_branch: 'main' };

/** What a run does, in short. */
function does(task: RunTask): readonly string[] {
  return jobsForRun(place, task).map((job) => {
    if (job.kind === 'issue') return job.key;
    return job.isSweep
      ? `sweep ${job.onlyRecent ? 'what is recent' : 'all'}`
      : 'what a push changed';
  });
}

const event = (name: string, payload: object = {}) => ({
  event: { name, payload: { repository, ...payload } },
});

describe('a run', () => {
  it.each([
    ['an issue', event('issues', { action: 'opened', issue: { number: 3 } }), ['issue 3']],
    [
      'a merge',
      event('pull_request', {
        action: 'closed',
        pull_request: {
          number: 9,
          merged: true,
          head: { ref: 'poweredby/issue-3', repo: repository },
        },
      }),
      ['issue 3'],
    ],
    ['a push', event('push', { ref: 'refs/heads/main', commits: [] }), ['what a push changed']],
    ['what calls for nothing', event('issues', { action: 'pinned', issue: { number: 3 } }), []],
  ])('for %s does what the App would, then looks for what other runs left', (_, task, jobs) => {
    expect(does(task)).toEqual([...jobs, 'sweep what is recent']);
  });

  it('has nothing to do beside the check for pull requests of others, whose runs may only read', () => {
    const opened = (body: string | null) =>
      event('pull_request', {
        action: 'synchronize',
        pull_request: {
          number: 9,
          body,
          updated_at: '2027-01-01T00:00:00Z',
          head: { ref: 'poweredby/issue-3', sha: 'abc', repo: repository },
        },
      });
    expect(does(opened(null))).toEqual([]);
    expect(does(opened('<!-- poweredby: e30 -->'))).toEqual([]);
  });

  it('looks for everything that is due where it is asked for nothing else', () => {
    expect(does(event('schedule'))).toEqual(['sweep all']);
    expect(does(event('workflow_dispatch', { inputs: { issue: '' } }))).toEqual(['sweep all']);
    expect(does({ isSweep: true })).toEqual(['sweep all']);
  });

  it('does one issue where it is asked for that', () => {
    expect(does(event('workflow_dispatch', { inputs: { issue: '12' } }))).toEqual(['issue 12']);
    expect(does({ issues: [12, 13] })).toEqual(['issue 12', 'issue 13']);
  });

  it('does not heed a workflow’s own event that it does not know', () => {
    expect(does(event('discussion', { action: 'created' }))).toEqual(['sweep what is recent']);
  });
});
