import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLatinLetter, slugOf, slugWithDigest } from '../../src/submission/slug.ts';

describe('slugOf is readable for', () => {
  it.each([
    ['Acme Logistics', 'acme-logistics'],
    ['Société Générale', 'societe-generale'],
    ['Straßenbahn Łódź', 'strassenbahn-lodz'],
    ['O’Reilly', 'oreilly'],
    ["McDonald's", 'mcdonalds'],
    ['Booking.com', 'booking-com'],
    ['AT&T', 'at-and-t'],
    ['阿里巴巴', 'alibaba'],
    ['阿里巴巴 Cloud', 'alibaba-cloud'],
    ['上海证券交易所', 'shang-hai-zheng-quan-jiao-yi-suo'],
    ['Яндекс', 'yandeks'],
    ['Ελλάδα', 'ellada'],
    ['카카오', 'kakao'],
    ['メルカリ', 'merukari'],
    ['ＡＣＭＥ', 'acme'],
    ['𝐀𝐜𝐦𝐞', 'acme'],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('slugOf', () => {
  it('tells C, C++ and C# apart', () => {
    expect(['C', 'C++', 'C#'].map(slugOf)).toEqual(['c', 'c-plus-plus', 'c-sharp']);
  });

  it('gives a name without any letter a digest of its own', () => {
    expect(slugOf('😀')).toMatch(/^company-[0-9a-f]{8}$/);
    expect(slugOf('😀')).not.toBe(slugOf('😁'));
  });

  it('avoids the names that Windows keeps for devices', () => {
    expect(['CON', 'nul', 'LPT1', 'Console'].map(slugOf)).toEqual([
      'company-con',
      'company-nul',
      'company-lpt1',
      'console',
    ]);
  });

  it('is at most 50 characters long and ends in no hyphen', () => {
    expect(slugOf(`${'a'.repeat(49)} bcd`)).toBe('a'.repeat(49));
  });

  it('is a safe file name for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        for (const slug of [slugOf(name), slugWithDigest(name)]) {
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(slug.length).toBeLessThanOrEqual(50);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('slugWithDigest', () => {
  it('tells names apart that sound alike', () => {
    expect(slugOf('北京')).toBe(slugOf('背景'));
    expect(slugWithDigest('北京')).toMatch(/^beijing-[0-9a-f]{6}$/);
    expect(slugWithDigest('北京')).not.toBe(slugWithDigest('背景'));
  });

  it('is the same for two spellings of one company', () => {
    expect(slugWithDigest('ЯНДЕКС')).toBe(slugWithDigest(' яндекс '));
  });

  it('keeps the digest of a long name', () => {
    expect(slugWithDigest('а'.repeat(80))).toMatch(/^a{43}-[0-9a-f]{6}$/);
  });
});

describe('hasLatinLetter', () => {
  it('is true where a letter is Latin, with or without accents', () => {
    expect(['Acme', 'Éclair', '阿里 Cloud', 'ＡＣＭＥ'].every(hasLatinLetter)).toBe(true);
  });

  it('is false for other scripts, digits and emoji', () => {
    expect(['阿里巴巴', 'Яндекс', '카카오', '360', '😀', ''].some(hasLatinLetter)).toBe(false);
  });
});
