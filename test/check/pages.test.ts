import { describe, expect, it } from 'vitest';
import { companiesOf, logoOf, logoPage } from '../support/logo-page.ts';
import { check, inShort } from './check.ts';

const three = companiesOf('Alder Rail', 'Birch Bank', 'Cedar Foods');

describe('A check of a page', () => {
  it('finds nothing where all is well', async () => {
    expect(await check({ en: three, zh: three, order: 'alphabetical' })).toEqual([]);
  });

  it('finds nothing on a page without companies', async () => {
    expect(await check({ en: [] })).toEqual([]);
  });

  it('tells a missing page, one that is no UTF-8 and one that cannot be edited, and checks the others', async () => {
    const en = companiesOf('Alder Rail', 'Alder Rail');
    expect(inShort(await check({ en, zh: undefined }))).toEqual([
      'en.md:15 company-twice',
      'zh.md:1 page-missing',
    ]);
    expect(inShort(await check({ en: 'not-utf8' }))).toEqual(['en.md:1 page-not-utf8']);
    const broken = logoPage(three).replace('cols:', 'columns:');
    expect(inShort(await check({ en, zh: broken }))).toEqual([
      'en.md:15 company-twice',
      'zh.md:5 page-columns-missing',
    ]);
  });

  it('finds half-filled slots, each once, with the line of the half that is there', async () => {
    const en = [
      { name: 'Alder Rail', text: '' },
      { name: 'Birch Bank', logo: '' },
      { name: 'Cedar Foods' },
    ];
    const found = await check({ en, zh: three });
    expect(inShort(found)).toEqual(['en.md:12 slot-without-text', 'en.md:18 slot-without-logo']);
    expect(found.map(({ values }) => values)).toEqual([
      { company: 'Alder Rail', logo: logoOf('Alder Rail') },
      { text: 'Birch Bank uses it.' },
    ]);
  });

  it('finds the place of a logo that shows none, and a logo that names no company', async () => {
    const en = [
      { name: 'Alder Rail', markup: 'Alder Rail' },
      { name: '' },
      { name: 'Cedar Foods', markup: "<img alt='Cedar Foods'>" },
    ];
    expect(inShort(await check({ en }))).toEqual([
      'en.md:12 logo-without-picture',
      'en.md:15 entry-without-name',
      'en.md:18 logo-without-picture',
    ]);
  });

  it('finds a company that stands there twice, however its name is spelt', async () => {
    const en = companiesOf(
      'Alder Rail',
      'Birch Bank',
      'ALDER  RAIL',
      'Cedar',
      'Dill',
      'alder rail',
    );
    const found = await check({ en });
    expect(inShort(found)).toEqual(['en.md:18 company-twice', 'en.md:31 company-twice']);
    expect(found[1]?.values).toEqual({ company: 'alder rail', firstLine: 12, otherFile: '' });
  });

  it('finds a logo under two names', async () => {
    const en = [...three, { name: 'Dill', logo: logoOf('Birch Bank') }];
    const found = await check({ en });
    expect(inShort(found)).toEqual(['en.md:21 logo-shared']);
    expect(found[0]?.values).toMatchObject({ company: 'Dill', other: 'Birch Bank', otherLine: 15 });
  });

  it('finds each break of the alphabetical order, where that is the order', async () => {
    const en = companiesOf('zinnia', 'Alder Rail', 'Élan', 'elder', 'Fir 10', 'Fir 9');
    expect(await check({ en, order: 'append' })).toEqual([]);
    const found = await check({ en, order: 'alphabetical' });
    expect(found.map(({ code, values }) => [code, values])).toEqual([
      ['entry-out-of-order', { company: 'Alder Rail', previous: 'zinnia' }],
      ['entry-out-of-order', { company: 'Fir 9', previous: 'Fir 10' }],
    ]);
  });

  it('counts the lines of a page with CRLF and a byte-order mark', async () => {
    const en = `\uFEFF${logoPage([{ name: 'Alder Rail', text: '' }], { newline: '\r\n' })}`;
    expect(inShort(await check({ en }))).toEqual(['en.md:12 slot-without-text']);
  });

  it('finds all of thousands', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `Company ${index}`);
    const found = await check({ en: companiesOf(...names), zh: [], order: 'alphabetical' });
    expect(found.filter(({ code }) => code === 'company-not-in-locale')).toHaveLength(2000);
  });
});
