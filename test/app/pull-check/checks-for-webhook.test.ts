import { describe, expect, it } from 'vitest';
import { checksForWebhook } from '../../../src/app/pull-check/checks-for-webhook.ts';
import { mergePullCheckJobs, pullCheckJob } from '../../../src/app/pull-check/pull-check-job.ts';

const bot = 'powered-by[bot]';
const common = {
  installation: { id: 7 },
  repository: { full_name: 'millrace/Millrace' },
  sender: { login: 'mary' },
};
const updated_at = '2027-01-01T00:00:00Z';
const pull = { number: 9, updated_at };

/** The checks that an event calls for, in short. */
const checks = (event: string, payload: object) =>
  checksForWebhook(event, { ...common, ...payload }, bot).map(
    ({ number, head, isRerequested }) => `${isRerequested ? 'again ' : ''}${number ?? head}`,
  );

describe('a pull request is checked', () => {
  it.each(['opened', 'reopened', 'synchronize'])('when it is %s', (action) => {
    expect(checks('pull_request', { action, pull_request: pull })).toEqual(['9']);
  });

  it('when it is for another branch, and not when it is retitled', () => {
    const edited = { action: 'edited', pull_request: pull };
    expect(checks('pull_request', { ...edited, changes: { base: {} } })).toEqual(['9']);
    expect(checks('pull_request', { ...edited, changes: { title: { from: 'x' } } })).toEqual([]);
  });

  it('not for what we do ourselves, nor where the app is not installed', () => {
    const opened = { action: 'opened', pull_request: pull };
    expect(checks('pull_request', { ...opened, sender: { login: bot } })).toEqual([]);
    expect(checks('pull_request', { ...opened, installation: undefined })).toEqual([]);
  });

  it('when somebody asks for it again, a fork’s by its commit', () => {
    const again = { action: 'rerequested' };
    expect(checks('check_run', { ...again, check_run: { external_id: 'pull-9' } })).toEqual([
      'again 9',
    ]);
    const suite = (...numbers: number[]) => ({
      ...again,
      check_suite: { head_sha: 'abc', pull_requests: numbers.map((number) => ({ number })) },
    });
    expect(checks('check_suite', suite(9, 10))).toEqual(['again 9', 'again 10']);
    expect(checks('check_suite', suite())).toEqual(['again abc']);
    expect(checks('check_suite', { ...suite(9), action: 'requested' })).toEqual([]);
    expect(checks('check_run', { ...again, check_run: { external_id: 'other' } })).toEqual([]);
  });

  it.each([
    [{}],
    [{ action: 1 }],
    [{ action: 'opened', pull_request: 'x' }],
    [{ check_run: null }],
  ])('not for a payload that is none: %j', (payload) => {
    for (const event of ['pull_request', 'check_run', 'check_suite', 'push']) {
      expect(checks(event, payload)).toEqual([]);
    }
  });

  it('once for two events, as new as the newer of them, and again if one asks for that', () => {
    const target = { owner: 'millrace', name: 'millrace', installation: 7, number: 9 };
    const older = pullCheckJob(target, { changedAt: 1, isRerequested: true });
    const newer = pullCheckJob(target, { changedAt: 2 });
    expect(newer.key).toBe(older.key);
    expect(mergePullCheckJobs(newer, older)).toMatchObject({ changedAt: 2, isRerequested: true });
    expect(mergePullCheckJobs(older, newer)).toMatchObject({ changedAt: 2, isRerequested: true });
  });
});
