import { describe, expect, it } from 'vitest';
import { companiesOf, logoPage } from '../support/logo-page.ts';
import { check, goodLogo, inShort } from './check.ts';

const folder = 'static/img/poweredby';
const one = companiesOf('Alder Rail');
const two = companiesOf('Alder Rail', 'Birch Bank');

describe('A check of logo files', () => {
  it('finds a file that is not there, once, on the first page that names it', async () => {
    const found = await check({ en: two, zh: two, logos: { 'alder-rail-logo.png': goodLogo } });
    expect(found).toMatchObject([
      {
        code: 'logo-file-missing',
        path: 'en.md',
        line: 15,
        values: { company: 'Birch Bank', file: `${folder}/birch-bank-logo.png` },
      },
    ]);
  });

  it('finds a picture that no page names, and no other file', async () => {
    const logos = { 'alder-rail-logo.png': goodLogo, 'old.svg': undefined, 'README.md': undefined };
    const found = await check({ en: one, logos });
    expect(inShort(found)).toEqual([`${folder}/old.svg: logo-file-unused`]);
  });

  it('takes a file for used that a page mentions anywhere', async () => {
    const en = `${logoPage(one)}\n![](/img/poweredby/old.png "x") <img srcset="x/two%20x.png 2x">`;
    const logos = { 'alder-rail-logo.png': goodLogo, 'old.png': undefined, 'two x.png': undefined };
    expect(await check({ en, logos })).toEqual([]);
  });

  it('calls nothing unused where no page could be read', async () => {
    expect(inShort(await check({ en: undefined, logos: { 'a.png': goodLogo } }))).toEqual([
      'en.md:1 page-missing',
    ]);
  });

  it('knows a file by its encoded name, and with a query', async () => {
    const en = [{ name: 'Alder Rail', logo: '/img/poweredby/alder%20rail.png?v=2#x' }];
    expect(await check({ en, logos: { 'alder rail.png': goodLogo } })).toEqual([]);
  });

  it('finds a logo outside the folder, and does not guess its file', async () => {
    const en = [...one, { name: 'Birch Bank', logo: 'https://birch.example/logo.png' }];
    expect(await check({ en })).toMatchObject([
      { code: 'logo-elsewhere', severity: 'warning', line: 15, values: { company: 'Birch Bank' } },
    ]);
  });

  it('says once that all logos lie elsewhere', async () => {
    const en = [
      { name: 'Alder Rail', logo: '/images/a.png' },
      { name: 'Birch Bank', logo: '/images/b.png' },
    ];
    expect(await check({ en, logos: {} })).toMatchObject([
      { code: 'logos-all-elsewhere', values: { count: 2, logo: '/images/a.png' } },
    ]);
  });

  it('says nothing of logos that are all on other sites', async () => {
    const en = ['a', 'b'].map((name) => ({ name, logo: `https://${name}.example/logo.png` }));
    expect(await check({ en, logos: {} })).toEqual([]);
  });

  it('knows the file of a logo to whose name a template adds the ending', async () => {
    const en = [{ name: 'Alder Rail', logo: '/img/poweredby/alder' }];
    expect(await check({ en, logos: { 'alder.png': goodLogo } })).toEqual([]);
  });

  it.each([
    ['a square with a row cut off', { width: 1181, height: 1177 }, []],
    ['a rectangle', { width: 600, height: 400 }, ['logo-file-not-square']],
    ['few pixels', { width: 175, height: 175 }, ['logo-file-too-small']],
    ['many pixels', { width: 1201, height: 1201 }, ['logo-file-too-large']],
    ['half the size', { width: 300, height: 300 }, []],
    ['a vector of any size', { format: 'svg', width: 24, height: 24 }, []],
    ['a logo lost on its canvas', { visualSize: 0.2 }, ['logo-looks-small']],
    ['a logo up to its borders', { visualSize: 0.9 }, ['logo-looks-large']],
    ['a logo of nothing', { visualSize: 0 }, ['logo-not-visible']],
  ])('judges %s', async (_what, measures, codes) => {
    const logos = { 'alder-rail-logo.png': { ...goodLogo, ...measures } };
    const found = await check({ en: one, logos });
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { path, line, severity } of found) {
      expect([path, line, severity]).toEqual([
        `${folder}/alder-rail-logo.png`,
        undefined,
        'warning',
      ]);
    }
  });

  it('does not report logos if most have other proportions than the canvas', async () => {
    const en = ['a', 'b', 'c'].map((name) => ({ name, logo: `/img/poweredby/${name}.png` }));
    const wide = { ...goodLogo, height: 200 };
    const few = { 'a.png': goodLogo, 'b.png': goodLogo, 'c.png': wide };
    expect(inShort(await check({ en, logos: few }))).toEqual([
      `${folder}/c.png: logo-file-not-square`,
    ]);
    expect(await check({ en, logos: { ...few, 'b.png': wide } })).toEqual([]);
  });

  it('finds a file that is no picture', async () => {
    const found = await check({ en: one, logos: { 'alder-rail-logo.png': undefined } });
    expect(inShort(found)).toEqual([`${folder}/alder-rail-logo.png: logo-file-unreadable`]);
  });
});
