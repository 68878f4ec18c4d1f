import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLike } from '../../src/submission/looks-like.ts';

describe('a name looks like another', () => {
  it.each([
    ['in Cyrillic letters', 'Соѕа', 'Cosa'],
    ['with some Cyrillic letters', 'Віrk', 'Birk'],
    ['in Cyrillic capitals', 'СОЅА', 'Cosa'],
    ['with Cyrillic capitals in it', 'ВІRK', 'Birk'],
    ['in Greek letters', 'ΑΒΟ', 'Abo'],
    ['with a digit for a letter', 'Acme l0', 'Acme 10'],
    ['with r and n for m', 'Acrne', 'Acme'],
    ['with an accent of its own', 'Саfe\u0301', 'Café'],
    ['in mathematical letters', '𝐂𝐨𝐬а', 'Cosa'],
    ['with invisible characters', 'Со\u200Bѕа', 'Cosa'],
    ['with a small capital', 'ʙirk', 'Вirk'],
  ])('%s: %s and %s', (_what, one, other) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  it.each([
    ['Acme', 'Acne'],
    ['Cosa', 'Casa'],
    ['Москва', 'Moscow'],
    ['东京', '京东'],
    ['Cosa', 'Cosa GmbH'],
    ['Ελλάδα', 'Ελλάς'],
    ['', 'Cosa'],
    ['…', '·'],
  ])('not so %s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
  });

  it('whatever it is: itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(looksLike(`x${name}`, `x${name}`)).toBe(true);
      }),
    );
  });
});
