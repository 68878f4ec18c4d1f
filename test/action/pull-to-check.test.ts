import { describe, expect, it } from 'vitest';
import { pullToCheck } from '../../src/action/pull-to-check.ts';
import { fileAnnotation } from '../../src/action/workflow-commands.ts';

const repository = { full_name: 'millrace/millrace' };

describe('the pull request that a run checks', () => {
  const head = { ref: 'main', sha: 'abc', repo: { full_name: 'eve/millrace' } };
  const event = (action: string, change: object = {}) => ({
    name: 'pull_request',
    payload: {
      action,
      repository,
      pull_request: { number: 9, body: null, updated_at: '2027-01-01T00:00:00Z', head, ...change },
    },
  });

  const found = { number: 9, headOid: 'abc', changedAt: Date.UTC(2027, 0), isOurs: false };

  it.each(['opened', 'reopened', 'synchronize'])('is one that was %s', (action) => {
    expect(pullToCheck(event(action))).toEqual(found);
  });

  it.each(['closed', 'labeled', 'assigned'])('is none that was %s', (action) => {
    expect(pullToCheck(event(action))).toBeUndefined();
  });

  it('may come from a fork that is gone', () => {
    const gone = { head: { ...head, repo: null } };
    expect(pullToCheck(event('opened', gone))).toEqual(found);
  });

  it('is not ours for its branch’s name alone', () => {
    const alike = { head: { ...head, ref: 'fix/issue-12', repo: repository } };
    expect(pullToCheck(event('opened', alike))).toEqual(found);
  });

  it.each([
    ['issues', { action: 'opened', repository, issue: { number: 3 } }],
    ['pull_request', {}],
    ['pull_request', { action: 'opened', repository, pull_request: { number: -1, head } }],
  ])('is none of an event %s that says nothing of one', (name, payload) => {
    expect(pullToCheck({ name, payload })).toBeUndefined();
  });
});

it('no file name and no message ends an annotation, or adds to it', () => {
  const line = fileAnnotation({
    path: 'a,line=1::error::b%0A\n.md',
    line: 3,
    level: 'failure',
    title: 'Powered By (x:y)',
    message: 'One\n::set-output name=a::b\r%25',
  });
  expect(line).toBe(
    '::error file=a%2Cline=1%3A%3Aerror%3A%3Ab%250A%0A.md,line=3,title=Powered By (x%3Ay)::One%0A::set-output name=a::b%0D%2525',
  );
});
