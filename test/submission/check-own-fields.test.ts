import { describe, expect, it } from 'vitest';
import { type CheckOptions, checkSubmission } from '../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../src/submission/submission-fields.ts';
import { configurationOf } from './configuration.ts';
import { adoptersTable, linkedTable, vendorsFile } from './lists.ts';

const dovetail: SubmissionFields = {
  company: 'Dovetail',
  descriptions: { en: 'Cuts joints.' },
  fields: { Contact: '@dove', Environment: 'Production' },
};
const vendor: SubmissionFields = {
  company: 'Dovetail',
  descriptions: {},
  group: 'Vendors',
  homepage: 'https://dovetail.example',
};

const table = 'pages: {en: a.md}\nformat: markdown-table\nfields:\n';

function check(
  typed: SubmissionFields,
  configuration = adoptersTable,
  more: Partial<CheckOptions> = {},
) {
  const checked = checkSubmission(typed, { configuration, ...more });
  return checked.ok
    ? checked.value
    : checked.problems.map(({ code, field }) => `${field}: ${code}`);
}

describe('a submission to a list with fields of its own', () => {
  it('holds what was typed, by the list’s own names', () => {
    const fields = { Contact: ' @dove ', Environment: 'Production', Since: 'n/a' };
    expect(check({ ...dovetail, fields })).toEqual({
      company: 'Dovetail',
      texts: { en: 'Cuts joints.' },
      fields: { Contact: '@dove', Environment: 'Production' },
    });
  });

  it.each([' production ', 'ＰＲＯＤＵＣＴＩＯＮ', 'Production'])(
    'takes the choice “%s” as the list spells it',
    (Environment) => {
      expect(check({ ...dovetail, fields: { Contact: '@dove', Environment } })).toMatchObject({
        fields: { Environment: 'Production' },
      });
    },
  );

  it.each([
    'Production, Testing',
    'production,testing',
    'Production、Testing',
    'Production; Testing, Production',
    'Production / Testing',
    'production/testing',
    'Production and Testing',
    'Production & Testing',
    'Production, and Testing',
    'Production和Testing',
  ])('takes several choices as the list spells them: %s', (Environment) => {
    expect(check({ ...dovetail, fields: { Contact: '@dove', Environment } })).toMatchObject({
      fields: { Environment: 'Production, Testing' },
    });
  });

  it.each([
    'Production, Dev',
    ', Testing',
    'Production Testing',
    'Production and',
    'Production or Testing',
  ])('refuses several words of which one is no choice: %s', (Environment) => {
    const fields = { Contact: '@dove', Environment };
    expect(check({ ...dovetail, fields })).toEqual(['environment: field-not-a-choice']);
  });

  it('tells everything that is wrong, in the order of the list', () => {
    const fields = { Environment: 'Dev', Since: 'x'.repeat(201), Budget: '1' };
    expect(check({ company: 'Dovetail', descriptions: {}, fields, link: 'dovetail' })).toEqual([
      'homepage: link-not-a-url',
      'contact: field-missing',
      'environment: field-not-a-choice',
      'description: description-missing',
      'since: field-too-long',
      'Budget: field-not-asked',
    ]);
  });

  it('names what the list has where something else was given', () => {
    const checked = checkSubmission(
      { ...vendor, descriptions: { en: 'Cuts.' } },
      {
        configuration: configurationOf(`${table}  Name: {role: name}\n  Site: {role: homepage}\n`),
      },
    );
    expect(checked).toMatchObject({
      problems: [{ values: { name: 'description', known: '“company”, “homepage”, “group”' } }],
    });
    const { group: _, ...others } = vendor;
    const without = checkSubmission(
      { ...others, descriptions: { en: 'Cuts.' } },
      {
        configuration: configurationOf(`${table}  Name: {role: name}\n  Site: {role: homepage}\n`),
      },
    );
    expect(without).toMatchObject({ problems: [{ values: { known: '“company”, “homepage”' } }] });
  });

  it('needs no text where the list has none, and takes none', () => {
    expect(check(vendor, vendorsFile)).toMatchObject({ texts: {} });
    expect(check({ ...vendor, descriptions: { en: 'Cuts.' } }, vendorsFile)).toEqual([
      'description: field-not-asked',
    ]);
  });

  it('needs the link of a name where the configuration says so, but for an update', () => {
    const { homepage: _, ...others } = { homepage: '', ...dovetail };
    expect(check(others, adoptersTable)).not.toHaveProperty('homepage');
    expect(check(others, linkedTable)).toEqual(['homepage: field-missing']);
    expect(check({ ...others, homepage: 'N/A' }, linkedTable)).toEqual(['homepage: field-missing']);
    expect(check(others, linkedTable, { update: true })).toMatchObject({ company: 'Dovetail' });
  });

  it('needs only what changes where it is an update', () => {
    const typed = { company: 'Dovetail', descriptions: {}, fields: { Environment: 'testing' } };
    expect(check(typed, adoptersTable, { update: true })).toEqual({
      company: 'Dovetail',
      texts: {},
      fields: { Environment: 'Testing' },
    });
  });

  it('takes a link for the homepage where that is the only address', () => {
    const { homepage, ...others } = vendor;
    expect(check({ ...others, link: homepage }, vendorsFile)).toMatchObject({
      homepage: 'https://dovetail.example',
    });
  });

  it('does not say of a homepage that it is optional where it is not', () => {
    const wrong = (configuration = adoptersTable, typed = dovetail) => {
      const checked = checkSubmission({ ...typed, homepage: 'dovetail' }, { configuration });
      return checked.ok ? [] : checked.problems.map(({ values }) => values['optional']);
    };
    expect([wrong(), wrong(vendorsFile, vendor)]).toEqual([['yes'], ['']]);
  });

  it('takes http where the configuration allows it, and only there', () => {
    const homepage = 'http://dovetail.example/';
    expect(check({ ...vendor, homepage }, vendorsFile)).toMatchObject({ homepage });
    expect(check({ ...dovetail, homepage })).toEqual(['homepage: link-not-https']);
    expect(check({ ...vendor, homepage: 'http://localhost/' }, vendorsFile)).toEqual([
      'homepage: link-to-private-host',
    ]);
  });

  it('names a group of the list, whatever the form offered', () => {
    const groups = ['Vendors', 'Users'];
    const inGroup = (group?: string) =>
      check({ ...vendor, ...(group && { group }) }, vendorsFile, { groups });
    expect(inGroup('users')).toMatchObject({ group: 'Users' });
    expect(inGroup('End users')).toEqual(['group: field-not-a-choice']);
    expect(inGroup('Users, Vendors')).toEqual(['group: field-not-a-choice']);
    const { group: _, ...others } = vendor;
    expect(check(others, vendorsFile, { groups })).toEqual(['group: field-missing']);
  });

  it('takes what the list itself has to know where nobody says which fields it has', () => {
    const open = configurationOf('pages: {en: a.md}\nformat: markdown-table\nlogo: none');
    const typed = { ...dovetail, homepage: 'https://dovetail.example', group: 'Users' };
    expect(check(typed, open)).toMatchObject({
      homepage: 'https://dovetail.example',
      group: 'Users',
      fields: { Contact: '@dove', Environment: 'Production' },
    });
    expect(check(typed, configurationOf())).toEqual([
      'homepage: field-not-asked',
      'group: field-not-asked',
      'Contact: field-not-asked',
      'Environment: field-not-asked',
    ]);
  });

  it('is read by names that every object has, and is none of these', () => {
    const fields = '  constructor: {role: none, required: true}\n  __proto__: {role: none}\n';
    const odd = configurationOf(`pages: {en: a.md}\nformat: yaml-list\nfields:\n${fields}`);
    expect(check({ company: 'Dovetail', descriptions: {}, fields: {} }, odd)).toEqual([
      'constructor: field-missing',
    ]);
  });

  it('says “None” by not choosing, where the list has such a word', () => {
    const fields = '  Support: {role: none, required: true, choices: [None, Paid]}\n';
    const odd = configurationOf(`pages: {en: a.md}\nformat: yaml-list\nfields:\n${fields}`);
    expect(check({ company: 'Dovetail', descriptions: {} }, odd)).toMatchObject({
      fields: { Support: 'None' },
    });
  });
});
