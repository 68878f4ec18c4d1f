import { describe, expect, it } from 'vitest';
import { askedFields, indispensableIds } from '../../src/submission/asked-fields.ts';
import { configurationOf } from './configuration.ts';
import { adoptersTable, linkedTable, vendorsFile } from './lists.ts';

const ids = (text: string) => askedFields(configurationOf(text)).map(({ id }) => id);
const table = 'pages: {en: a.md}\nformat: markdown-table\nfields:\n';

describe('what a submission consists of', () => {
  it('is a company, a text, a link and a logo where nobody says which fields a list has', () => {
    const usual = ['company', 'description', 'link', 'link-text', 'logo', 'consent'];
    expect(ids('pages: {en: a.md}')).toEqual(usual);
    expect(ids('pages: {en: a.md}\nformat: markdown-list')).toEqual(
      usual.filter((id) => id !== 'link-text'),
    );
    expect(ids('pages: {en: a.md}\nfields: {Stage: {role: status}}')).toEqual(usual);
    expect(indispensableIds(configurationOf())).toEqual(['company', 'description', 'logo']);
  });

  it('has texts and words of links for each locale', () => {
    expect(ids('pages: {en: a.md, zh: b.md}')).toEqual([
      ...['company', 'description', 'description-zh', 'link', 'link-text', 'link-text-zh'],
      ...['logo', 'consent'],
    ]);
  });

  it('is what the configuration names, in that order, with required ones and choices', () => {
    const asked = askedFields(adoptersTable);
    expect(asked.map(({ id, required }) => [id, required])).toEqual([
      ['company', true],
      ['homepage', false],
      ['contact', true],
      ['environment', true],
      ['description', true],
      ['since', false],
      ['consent', false],
    ]);
    expect(asked.find(({ id }) => id === 'environment')?.choices).toEqual([
      'Production',
      'Testing',
    ]);
  });

  it('has the link of a name as the configuration says, or else one that may be left out', () => {
    const homepageOf = (settings: Parameters<typeof askedFields>[0]) =>
      askedFields(settings).find(({ id }) => id === 'homepage');
    expect(homepageOf(linkedTable)).toMatchObject({ required: true, label: 'Where to find you' });
    expect(indispensableIds(linkedTable)).toContain('homepage');
    const plain = { required: false, label: undefined };
    for (const homepage of ['link', '{}', '{required: false}']) {
      const fields = `  Name: {role: name, homepage: ${homepage}}\n`;
      expect(homepageOf(configurationOf(table + fields)), homepage).toMatchObject(plain);
    }
  });

  it('has a group, and a logo that may be left out', () => {
    expect(askedFields(vendorsFile).map(({ id, label }) => [id, label])).toEqual([
      ['company', undefined],
      ['group', 'Kind of company'],
      ['homepage', undefined],
      ['usecase', 'What it is used for'],
      ['logo', undefined],
      ['consent', undefined],
    ]);
    expect(indispensableIds(vendorsFile)).toEqual(['company', 'group', 'homepage']);
  });

  it('has no logo where the list has none, whatever is said of logos', () => {
    const logos = '  Name: {role: name}\nlogo: {required: true}';
    expect(ids(table + logos)).toEqual(['company', 'consent']);
  });

  it('keeps the ids of the list’s own fields apart from ours and from each other', () => {
    const own = ['Logo', 'link', 'LINK', 'Link text zh', '环境', 'constructor'];
    const fields = own.map((name) => `  ${name}: {role: none}\n`).join('');
    const found = ids(table + fields);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual([
      ...['company', 'logo-2', 'link-2', 'link-3', 'link-text-zh-2', 'huanjing', 'constructor'],
      'consent',
    ]);
  });

  it('takes a further field of a role that an entry has once as one of the list’s own', () => {
    const fields = '  Use: {role: text}\n  Details: {role: text}\n';
    expect(ids(table + fields)).toEqual(['company', 'description', 'details', 'consent']);
  });
});
