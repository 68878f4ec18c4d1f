import { describe, expect, it } from 'vitest';
import type { OurPull } from '../../../src/github/submission/submission-snapshot.ts';
import { findDuplicate } from '../../../src/reconcile/decide/find-duplicate.ts';
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
