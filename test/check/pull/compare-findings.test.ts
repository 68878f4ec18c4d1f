import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../../../src/check/finding.ts';
import { compareFindings } from '../../../src/check/pull/compare-findings.ts';

const twice = (company: string, line: number, firstLine = 1): Finding =>
  finding('company-twice', { path: 'ADOPTERS.md', line, locale: 'en' }, { company, firstLine });

describe('what a change brings', () => {
  it('is what was not there before, wherever that is by now', () => {
    const before = [twice('Alder', 4, 2), twice('Birch', 9, 5)];
    const after = [twice('Alder', 40, 20), twice('Cedar', 41), twice('Birch', 90, 50)];
    const { fresh, old } = compareFindings(before, after);
    expect(fresh).toEqual([after[1]]);
    expect(old).toEqual([after[0], after[2]]);
  });

  it('is the third of what was there twice', () => {
    const before = [twice('Alder', 4), twice('Alder', 5)];
    const after = [twice('Alder', 4), twice('Alder', 5), twice('Alder', 6)];
    expect(compareFindings(before, after)).toEqual({ fresh: [after[2]], old: after.slice(0, 2) });
  });

  it('is another file’s, also with the same words', () => {
    const moved = { ...twice('Alder', 4), path: 'USERS.md' };
    expect(compareFindings([twice('Alder', 4)], [moved]).fresh).toEqual([moved]);
  });

  it('and what is old are all there is, each once; without a change all is old', () => {
    const findings = fc.array(
      fc
        .tuple(fc.constantFrom('Alder', 'Birch', '__proto__'), fc.nat(50))
        .map(([company, line]) => twice(company, line)),
    );
    fc.assert(
      fc.property(findings, findings, (before, after) => {
        const { fresh, old } = compareFindings(before, after);
        expect(new Set([...fresh, ...old])).toEqual(new Set(after));
        expect(fresh.length + old.length).toBe(after.length);
        expect(compareFindings(after, after).fresh).toEqual([]);
      }),
    );
  });
});
