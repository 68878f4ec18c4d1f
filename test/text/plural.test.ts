import { describe, expect, it } from 'vitest';
import { type PluralForms, pluralForm } from '../../src/text/plural.ts';

const russian: PluralForms = {
  one: 'проблема',
  few: 'проблемы',
  many: 'проблем',
  other: 'проблемы',
};
const arabic: PluralForms = {
  zero: 'zero',
  one: 'one',
  two: 'two',
  few: 'few',
  many: 'many',
  other: 'other',
};

describe('the plural form of a text', () => {
  it.each<[string, PluralForms, number, string]>([
    ['en', { one: 'thing', other: 'things' }, 1, 'thing'],
    ['en', { one: 'thing', other: 'things' }, 0, 'things'],
    ['en', { one: 'thing', other: 'things' }, 21, 'things'],
    ['zh', { other: '处' }, 1, '处'],
    ['ru', russian, 21, 'проблема'],
    ['ru', russian, 22, 'проблемы'],
    ['ru', russian, 11, 'проблем'],
    ['ar', arabic, 0, 'zero'],
    ['ar', arabic, 2, 'two'],
    ['ar', arabic, 3, 'few'],
    ['ar', arabic, 11, 'many'],
    ['ar', arabic, 100, 'other'],
  ])('is in %s of %o for %d: %s', (language, forms, count, expected) => {
    expect(pluralForm(forms, count, language)).toBe(expected);
  });

  it('is the general one where a text lacks that of the number', () => {
    expect(pluralForm({ other: 'things' }, 1, 'en')).toBe('things');
  });
});
