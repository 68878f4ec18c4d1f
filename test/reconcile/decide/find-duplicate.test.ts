import { describe, expect, it } from 'vitest';
import type { OurPull } from '../../../src/github/submission/submission-snapshot.ts';
import { remark } from '../../../src/problem/remark.ts';
import {
  findDuplicate,
  remarksOnNearlySame,
} from '../../../src/reconcile/decide/find-duplicate.ts';
import type { CommentNote } from '../../../src/reconcile/observe/notes/notes.ts';
import { issue, otherPull, pull, pullBody, snapshot } from '../facts.ts';

/** The number of the pull request that stands in the way of issue 12. */
function elsewhere(company: string, others: readonly OurPull[], openPull?: number) {
  const found = findDuplicate(company, {
    issue: issue(),
    snapshot: snapshot({ others }),
    openPull: openPull === undefined ? undefined : pull({ number: openPull }),
  });
  return found?.values['pull'];
}

describe('another pull request for the same company', () => {
  it('is named, with its issue', () => {
    const situation = { issue: issue(), snapshot: snapshot({ others: [otherPull()] }) };
    expect(findDuplicate('Juniper', { ...situation, openPull: undefined })).toMatchObject({
      code: 'submission-elsewhere',
      field: 'company',
      values: { company: 'Juniper', pull: 20, issue: 19 },
    });
  });

  it.each(['juniper', ' JUNIPER ', 'Ｊｕｎｉｐｅｒ'])(
    'is the same in another spelling: %s',
    (name) => {
      expect(elsewhere(name, [otherPull()])).toBe(20);
    },
  );

  it('matters while it is open, and has a note', () => {
    expect(elsewhere('Juniper', [otherPull({ isOpen: false })])).toBeUndefined();
    expect(elsewhere('Juniper', [otherPull({ body: 'Add Juniper' })])).toBeUndefined();
    expect(elsewhere('Harbour Bakery', [otherPull()])).toBeUndefined();
  });

  it('is none if it is for the same issue', () => {
    expect(elsewhere('Juniper', [otherPull({ body: pullBody() })])).toBeUndefined();
  });

  it('that was there later does not stand in the way of ours', () => {
    expect(elsewhere('Juniper', [otherPull()], 13)).toBeUndefined();
    expect(elsewhere('Juniper', [otherPull()], 21)).toBe(20);
  });

  it('is looked for behind those that do not count', () => {
    const later = otherPull({ number: 30 });
    expect(elsewhere('Juniper', [later, otherPull({ body: 'x' }), otherPull()], 25)).toBe(20);
  });

  it('is not looked for where the others were not read', () => {
    const facts = { issue: issue(), snapshot: snapshot(), openPull: undefined };
    expect(findDuplicate('Juniper', facts)).toBeUndefined();
  });
});

describe('what may be the same company', () => {
  const near = otherPull({ body: pullBody({ issue: 19, company: 'Juniper Inc.' }) });
  const values = { company: 'Juniper', other: 'Juniper Inc.', issue: 19, pull: 20 };
  const remarked = [remark('company-near-open', values)];

  function remarksBeside(others: readonly OurPull[]) {
    const situation = { issue: issue(), snapshot: snapshot({ others }), openPull: undefined };
    return remarksOnNearlySame('Juniper', { ...situation, note: undefined });
  }

  /** What is remarked when nobody has read again what else is open. */
  function remarksAfter(status: CommentNote['status'] | undefined) {
    const note = status && { digest: '', status };
    return remarksOnNearlySame('Juniper', {
      issue: issue(),
      snapshot: snapshot(),
      openPull: pull(),
      note,
    });
  }

  it('is remarked', () => {
    expect(remarksBeside([near])).toEqual(remarked);
  });

  it.each([
    ['closed', { ...near, isOpen: false }],
    ['for the same issue', { ...near, body: pullBody({ company: 'Juniper Inc.' }) }],
    ['for another company', otherPull({ body: pullBody({ issue: 19, company: 'Kestrel' }) })],
  ])('is not remarked where the pull request is %s', (_what, other) => {
    expect(remarksBeside([other])).toEqual([]);
  });

  it('stays remarked once our own pull request is open, and nothing else does', () => {
    const remarks = [remark('logo-animated'), ...remarked];
    const proposed = { kind: 'proposed', change: 'add', company: 'Juniper', pull: 13 } as const;
    expect(remarksAfter({ ...proposed, remarks, isPushedTo: false })).toEqual(remarked);
    expect(remarksAfter({ kind: 'withdrawn' })).toEqual([]);
    expect(remarksAfter(undefined)).toEqual([]);
  });
});
