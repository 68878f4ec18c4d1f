import { describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../src/command/change-request.ts';
import { describePullRequest } from '../../../src/reconcile/history/describe-pull-request.ts';
import type { Status } from '../../../src/words/comment-content.ts';
import { issue, observedIssue, person, pull, pullBody } from '../facts.ts';

const requester = person('ann');
const form: ChangeRequest = { kind: 'entry', source: { kind: 'form' }, texts: {} };
const removal: ChangeRequest = { kind: 'removal', company: 'Alder', commentId: 'C_1', requester };
const texts: ChangeRequest = {
  kind: 'entry',
  source: { kind: 'texts', company: 'Birch', commentId: 'C_1', requester },
  texts: {},
};
const fields = { company: 'Cedar', descriptions: {} };
const comment: ChangeRequest = {
  kind: 'entry',
  source: {
    kind: 'comment',
    entry: { fields, problems: [], remarks: [] },
    commentId: 'C_1',
    requester,
    isOfIssue: false,
  },
  texts: {},
};

/** What is known of a pull request of this text, beside a comment that says this. */
function described(
  body: string,
  ask?: ChangeRequest,
  status: Status = { kind: 'none' },
  inForm = '_No response_',
) {
  const note = { digest: '', status };
  const answers = issue({ body: `### Company\n\n${inForm}` });
  const observed = observedIssue({ note, issue: answers });
  const { company, change, closesIssue } = describePullRequest(pull({ body }), ask, observed);
  return [company, change, closesIssue];
}

const proposed = (number: number): Status => ({
  kind: 'proposed',
  change: 'update',
  company: 'Dogwood',
  pull: number,
  remarks: [],
  isPushedTo: false,
});

describe('a pull request', () => {
  it('is described by its own note', () => {
    const body = pullBody({ company: 'Elder', change: 'update', closesIssue: false });
    expect(described(body, form, proposed(13), 'Fir')).toEqual(['Elder', 'update', false]);
  });

  it('whose note is gone, by our comment on it', () => {
    expect(described('Reviewed', form, proposed(13), 'Fir')).toEqual(['Dogwood', 'update', true]);
    const merged: Status = { kind: 'merged', change: 'remove', company: 'Gum', pull: 13 };
    expect(described('Reviewed', undefined, merged)).toEqual(['Gum', 'remove', false]);
    // About another pull request of the issue.
    expect(described('Reviewed', form, proposed(14), 'Fir')).toEqual(['Fir', 'add', true]);
  });

  it.each([
    ['a form', form, ['Fir', 'add', true]],
    ['a removal', removal, ['Alder', 'remove', false]],
    ['an entry in a comment', comment, ['Cedar', 'add', false]],
    ['texts', texts, ['Birch', 'update', false]],
    ['nothing', undefined, [undefined, 'add', false]],
  ])('whose note is gone, by what was asked for: %s', (_, ask, expected) => {
    expect(described('Reviewed', ask, { kind: 'none' }, 'Fir')).toEqual(expected);
  });

  it('closes the issue of a form that no longer names a company', () => {
    expect(described('Reviewed', form)).toEqual([undefined, 'add', true]);
  });
});
