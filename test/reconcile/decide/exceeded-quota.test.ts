import { describe, expect, it } from 'vitest';
import type { Author } from '../../../src/github/nodes/author.ts';
import { exceededQuota } from '../../../src/reconcile/decide/exceeded-quota.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { at, otherPull, person, pullBody, snapshot } from '../facts.ts';

const configuration = configurationOf(
  'pages: {en: page.md}\nquota: {submitter: 2, repository: 4}\n',
);
const dayInMinutes = 24 * 60;

/** What ann exceeds at the end of a day, after pull requests of these people in these minutes. */
function exceeded(...pulls: readonly (readonly [submitter: string, minute: number])[]) {
  const others = pulls.map(([submitter, minute], index) =>
    otherPull({
      createdAt: at(minute),
      body: pullBody({ issue: 100 + index, submitter }),
      isOpen: index % 2 === 0,
    }),
  );
  const now = at(dayInMinutes).getTime();
  return exceededQuota(person('ann'), { snapshot: snapshot({ others }), configuration }, now)
    ?.whose;
}

describe('a quota', () => {
  it('is not exceeded by fewer than it allows', () => {
    expect(exceeded()).toBeUndefined();
    expect(exceeded(['ann', 1], ['bob', 2], ['cid', 3])).toBeUndefined();
  });

  it('of a submitter counts what that person asked for, be it open still or not', () => {
    expect(exceeded(['ann', 1], ['ann', 2])).toBe('submitter');
    expect(exceeded(['bob', 1], ['bob', 2])).toBeUndefined();
  });

  it('of a repository counts what all asked for', () => {
    expect(exceeded(['bob', 1], ['bob', 2], ['cid', 3], ['cid', 4])).toBe('repository');
  });

  it('is for a day: what is older counts no more', () => {
    expect(exceeded(['ann', 0], ['ann', -1], ['ann', 1])).toBeUndefined();
    expect(exceeded(['ann', 0.1], ['ann', 1])).toBe('submitter');
  });

  it('names the limit', () => {
    const others = [otherPull(), otherPull()];
    const now = at(1).getTime();
    expect(
      exceededQuota(person('ann'), { snapshot: snapshot({ others }), configuration }, now),
    ).toEqual({
      kind: 'quota',
      whose: 'submitter',
      limit: 2,
    });
  });

  it('of a repository counts a pull request whose note somebody edited out', () => {
    const others = Array.from({ length: 4 }, () => otherPull({ body: 'x' }));
    const now = at(1).getTime();
    const found = exceededQuota(
      person('ann'),
      { snapshot: snapshot({ others }), configuration },
      now,
    );
    expect(found?.whose).toBe('repository');
  });

  it('counts accounts, whatever they are called', () => {
    const others = [1, 2].map((number) =>
      otherPull({ body: pullBody({ issue: number, submitter: 'ann', submitterId: 5 }) }),
    );
    const exceededBy = (submitter: Author) =>
      exceededQuota(submitter, { snapshot: snapshot({ others }), configuration }, at(1).getTime());
    expect(exceededBy({ ...person('annie'), id: 5 })?.whose).toBe('submitter');
    // Somebody else took the name that was given up.
    expect(exceededBy({ ...person('ann'), id: 6 })).toBeUndefined();
    // Where one of them is not known, the name is all there is.
    expect(exceededBy({ ...person('ann'), id: undefined })?.whose).toBe('submitter');
  });
});
