import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/problem/problem.ts';
import { circumstancesOf, heldRefusals } from '../../../src/reconcile/decide/held-refusals.ts';
import type { Situation } from '../../../src/reconcile/decide/situation.ts';
import { replayHistory } from '../../../src/reconcile/history/replay-history.ts';
import type { ObservedIssue } from '../../../src/reconcile/observe/observed-issue.ts';
import type { Refusal } from '../../../src/words/comment-content.ts';
import { at, issue, observedIssue, snapshot } from '../facts.ts';

const values = { branch: 'poweredby/issue-12', words: 'No' };
const noForce: Refusal = { act: 'publish', problem: problem('refused-force-push', '', values) };
const noCommit: Refusal = { act: 'publish', problem: problem('refused-commit', '', values) };
const noDeletion: Refusal = {
  act: 'delete-branch',
  problem: problem('refused-branch-deletion', '', values),
};

function situation(changes: Partial<ObservedIssue> = {}): Situation {
  const observed = observedIssue(changes);
  return { ...observed, history: replayHistory(observed), refused: [], refusedBefore: undefined };
}

const changedPage = { snapshot: snapshot({ filesDigest: 'others' }) };
const editedIssue = { issue: issue({ body: '### Company\n\nJuniper Two' }) };

describe('what a refusal follows from', () => {
  it('is the issue, and the page, but not for a force push, which every merge would ask for', () => {
    const of = (refusal: Refusal, changes?: Partial<ObservedIssue>) =>
      circumstancesOf(situation(changes), [refusal]);
    expect(of(noCommit, editedIssue)).not.toBe(of(noCommit));
    expect(of(noCommit, changedPage)).not.toBe(of(noCommit));
    expect(of(noForce, editedIssue)).not.toBe(of(noForce));
    expect(of(noForce, changedPage)).toBe(of(noForce));
  });

  it('is neither once the request has ended', () => {
    const closed = { isOpen: false, closedAt: at(3) };
    const of = (changes: Partial<ObservedIssue>, more = {}) =>
      circumstancesOf(situation({ ...changes, issue: issue({ ...closed, ...more }) }), [
        noDeletion,
      ]);
    expect(of(changedPage)).toBe(of({}));
  });
});

describe('what is held back', () => {
  it('is what was refused in this job, and what was refused before and is not now', () => {
    const now = situation();
    const after = circumstancesOf(now, [noCommit, noDeletion]);
    const refusedBefore = { at: at(1).getTime() / 1000, after, refusals: [noCommit, noDeletion] };
    const held = (changes: Partial<Situation>) =>
      heldRefusals({ ...now, refusedBefore, ...changes }, at(2).getTime());
    expect(held({})).toEqual([noCommit, noDeletion]);
    expect(held({ refused: [noForce] })).toEqual([noDeletion, noForce]);
    expect(held({ refusedBefore: undefined })).toEqual([]);
    expect(held({ history: { ...now.history, isForced: true } })).toEqual([]);
    expect(held({ ...situation(editedIssue), refusedBefore })).toEqual([]);
  });
});
