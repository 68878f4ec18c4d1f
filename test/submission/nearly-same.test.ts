import { describe, expect, it } from 'vitest';
import { isNearlySame } from '../../src/submission/nearly-same.ts';

describe('two names are nearly the same', () => {
  it.each([
    'Alder Rail',
    'Alder Rail, Inc.',
    'Alder Rail Inc',
    'Alder Rail GmbH',
    'Alder Rail GmbH & Co. KG',
    'Alder Rail S.A.',
    'Alder Rail B.V.',
    'Alder Rail Holding Ltd.',
    'Alder Rail Corporation',
    'AlderRail',
    'Alder-Rail',
    'Alder Rail.',
    'The Alder Rail',
    'Alder Rail (UK)',
    'Alder Rail™',
    'Alder Rail ®',
    'Alder Rail (TM)',
    'Rail Alder',
    'ALDER RAIL',
    'Alder Rai1',
    'Аlder Rail',
    'Alder Ráil',
    'Ａｌｄｅｒ　Ｒａｉｌ',
  ])('as Alder Rail and %s', (name) => {
    expect([isNearlySame('Alder Rail', name), isNearlySame(name, 'Alder Rail')]).toEqual([
      true,
      true,
    ]);
  });

  it.each([
    ['北风科技有限公司', '北风科技'],
    ['北风集团', '北风股份有限公司'],
    ['株式会社ヤマト', 'ヤマト'],
    ['Johnson & Sons', 'Johnson and Sons'],
    ['Société Générale', 'Societe Generale SA'],
  ])('as %s and %s', (one, other) => {
    expect(isNearlySame(one, other)).toBe(true);
  });

  it.each([
    ['Alder Rail', 'Alder'],
    ['Alder Rail', 'Elder Rail'],
    ['Alder Rail', 'Alder Mail'],
    ['C', 'C++'],
    ['The Company', 'The Group'],
    ['Inc', 'Ltd'],
    ['北风', '南风'],
    ['', ''],
    ['™', '®'],
    ['Brightwater', 'Bright Sparks'],
  ])('but not %j and %j', (one, other) => {
    expect(isNearlySame(one, other)).toBe(false);
  });

  it('is found in little time', () => {
    for (const piece of ['(', 'a.', '[', ' inc', '有限公司', '™']) {
      expect(isNearlySame(piece.repeat(200), 'a')).toBe(false);
    }
  });
});
