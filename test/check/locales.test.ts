import { describe, expect, it } from 'vitest';
import { companiesOf, logoOf } from '../support/logo-page.ts';
import { check, inShort } from './check.ts';

describe('A check of two locales', () => {
  it('finds companies that stand in one only, whichever it is', async () => {
    const found = await check({
      en: companiesOf('Alder Rail', 'Birch Bank'),
      zh: companiesOf('Birch Bank', 'Cedar Foods'),
    });
    expect(inShort(found)).toEqual([
      'en.md:12 company-not-in-locale',
      'zh.md:15 company-not-in-locale',
    ]);
    expect(found.map(({ values }) => values)).toEqual([
      { company: 'Alder Rail', locales: 'zh' },
      { company: 'Cedar Foods', locales: 'en' },
    ]);
  });

  it('does not mind another order, or another spelling of the same name', async () => {
    const en = companiesOf('Alder Rail', 'Birch Bank', 'Cedar Foods');
    const zh = [
      { name: 'Cedar Foods' },
      { name: 'ＡLDER RAIL', logo: logoOf('Alder Rail') },
      { name: 'Birch Bank' },
    ];
    expect(await check({ en, zh })).toEqual([]);
  });

  it('tells one company under two names by its logo', async () => {
    const en = companiesOf('Alder Rail', 'Birch Bank');
    const zh = [{ name: '桦木银行', logo: logoOf('Birch Bank') }, { name: 'Alder Rail' }];
    const found = await check({ en, zh });
    expect(found).toMatchObject([
      {
        code: 'company-named-differently',
        severity: 'warning',
        path: 'zh.md',
        line: 12,
        locale: 'zh',
        values: { company: '桦木银行', other: 'Birch Bank', locale: 'en' },
      },
    ]);
  });

  it('does not take two companies that share a logo for one', async () => {
    const logo = logoOf('Alder Rail');
    const en = [{ name: 'Alder Rail' }, { name: 'Alder Freight', logo }];
    const zh = companiesOf('Alder Rail');
    expect(inShort(await check({ en, zh }))).toEqual([
      'en.md:15 logo-shared',
      'en.md:15 company-not-in-locale',
    ]);
  });

  it.each([
    ['in the same slot', [{ name: 'Birch Bank', logo: '' }, { name: 'Cedar Foods' }]],
    [
      'behind the same company',
      [{ name: 'Elm' }, { name: 'Alder Rail' }, { name: 'Birch Bank', logo: '' }],
    ],
  ])('does not report a company as missing whose logo alone is missing, %s', async (_where, zh) => {
    const en = [{ name: 'Alder Rail' }, { name: 'Birch Bank' }, { name: 'Cedar Foods' }];
    const moved = zh.some(({ name }) => name === 'Elm');
    const all = moved
      ? { en: [...en, { name: 'Elm' }], zh: [...zh, { name: 'Cedar Foods' }] }
      : { en: en.slice(1), zh };
    const found = await check(all);
    expect(found.map(({ code }) => code)).toEqual(['slot-without-logo']);
  });
});
