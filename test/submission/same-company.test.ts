import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey } from '../../src/submission/same-company.ts';

describe('companyKey is the same for', () => {
  it.each([
    ['upper and lower case', 'ACME Logistics', 'acme logistics'],
    ['any blanks between and around', ' Acme \u00A0\n Logistics', 'Acme Logistics'],
    ['full-width and ordinary letters', 'ＡＣＭＥ　Ｇｒｏｕｐ', 'Acme Group'],
    ['composed and decomposed accents', 'Socie\u0301te\u0301', 'Société'],
    ['ligatures', 'Oﬃce', 'Office'],
    ['sharp s in its three spellings', 'Weiß', 'WEISS'],
    ['the capital sharp s', 'WEIẞ', 'Weiß'],
    ['both small sigmas', 'ΟΔΟΣ', 'οδοσ'],
    ['characters that show nothing', 'Ac\u200Bme\u00AD', 'Acme'],
  ])('%s', (_what, one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
  });
});

describe('companyKey', () => {
  it('tells different companies apart', () => {
    const names = ['C', 'C++', 'C#', 'Société', 'Societe', 'AcmeLogistics', 'Acme Logistics'];
    expect(new Set(names.map(companyKey)).size).toBe(names.length);
  });

  it('is its own key, and that of its upper case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = companyKey(name);
        expect(companyKey(key)).toBe(key);
        expect(companyKey(key.toUpperCase())).toBe(key);
      }),
      { numRuns: 1000 },
    );
  });
});
