import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Configuration, FieldSettings } from '../../src/config/configuration.ts';
import { fieldRoles } from '../../src/config/configuration.ts';
import { languages } from '../../src/config/reply-languages.ts';
import { readSubmissionForm } from '../../src/form/read-submission-form.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import {
  adopters,
  adoptersTable,
  linkedAdopters,
  linkedAdoptersTable,
  vendors,
  vendorsFile,
} from '../submission/lists.ts';
import { ownFieldsOf, withConsent } from './forms.ts';
import { issueFormRules } from './issue-form-rules.ts';
import { writeIssue } from './write-issue.ts';

/** What is read of an issue that somebody opened with the form of a list. */
function readIssue(answers: Readonly<Record<string, string>>, configuration: Configuration) {
  const fields = ownFieldsOf(configuration);
  const body = writeIssue(fields, withConsent(answers, fields));
  return readSubmissionForm(body, fields, configuration);
}

describe.each(languages)('the form of a list with fields of its own, in %s', (language) => {
  const table = configurationOf(`${adopters}language: ${language}`);
  const file = configurationOf(`${vendors}language: ${language}`);

  it('keeps GitHub’s rules, and leaves no placeholder of the template', () => {
    for (const form of [writtenForm(table), writtenForm(file)]) {
      expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
      expect(form).not.toMatch(/\{\{|\}\}/);
    }
  });

  it('asks for what the list has, as its entries have it', () => {
    const shown = ownFieldsOf(table).map(({ id, type, required }) => [id, type, required]);
    expect(shown).toEqual([
      ['company', 'input', true],
      ['homepage', 'input', false],
      ['contact', 'input', true],
      ['environment', 'dropdown', true],
      ['description', 'textarea', true],
      ['since', 'input', false],
      ['consent', 'checkboxes', true],
    ]);
    expect(ownFieldsOf(file).map(({ id, type, required }) => [id, type, required])).toEqual([
      ['company', 'input', true],
      ['group', 'dropdown', true],
      ['homepage', 'input', true],
      ['usecase', 'textarea', false],
      ['logo', 'textarea', false],
      ['consent', 'checkboxes', true],
    ]);
  });

  it('asks for the link of a name in the words of the configuration, and requires it as that says', () => {
    const fields = ownFieldsOf(configurationOf(`${linkedAdopters}language: ${language}`));
    expect(fields.find(({ id }) => id === 'homepage')).toMatchObject({
      label: 'Where to find you',
      required: true,
    });
  });

  it('lets companies give several links, where the configuration says so', () => {
    const several = configurationOf(`${linkedAdoptersTable}language: ${language}`);
    const one = configurationOf(
      `${linkedAdoptersTable.replace(', multiple: true', '')}language: ${language}`,
    );
    const helpOf = (configuration: Configuration) => {
      const form = parse(writtenForm(configuration));
      expect(issueFormRules.safeParse(form).error).toBeUndefined();
      const { attributes } = form.body.find(({ id }: { id?: string }) => id === 'homepage');
      return `${attributes.description} ${attributes.placeholder}`;
    };
    expect(helpOf(several)).toMatch(
      /commas.* Up to 5\..*, Blog: https:|逗号.*最多 5 个.*，博客：https:/,
    );
    expect(helpOf(one)).not.toMatch(/commas|逗号|Blog|博客/);
    const given = 'https://dovetail.example & [Blog](https://blog.dovetail.example)';
    const read = readIssue({ company: 'Dovetail', homepage: given }, several);
    expect(read).toMatchObject({ fields: { homepage: given }, problems: [] });
  });

  it('lets companies choose several, where the configuration says so', () => {
    const several = adopters.replace('choices:', 'multiple: true, choices:');
    const configuration = configurationOf(`${several}language: ${language}`);
    const form = writtenForm(configuration);
    expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
    expect(form).toContain('multiple: true');
    expect(writtenForm(table)).not.toContain('multiple');
    const read = readIssue({ environment: 'Production, Testing' }, configuration);
    expect(read.fields.fields).toEqual({ Environment: 'Production, Testing' });
  });

  it('asks for no consent to a logo where the list has none', () => {
    const boxes = (configuration: Configuration) =>
      ownFieldsOf(configuration).find(({ id }) => id === 'consent')?.options;
    expect(boxes(table)).toHaveLength(1);
    expect(boxes(file)).toHaveLength(2);
  });
});

describe('an issue with the form of such a list', () => {
  it('is read by the list’s own names', () => {
    const read = readIssue(
      {
        company: 'Dovetail',
        homepage: 'https://dovetail.example',
        contact: '@dove',
        environment: 'Testing',
        description: 'Cuts joints.',
      },
      adoptersTable,
    );
    expect(read).toEqual({
      fields: {
        company: 'Dovetail',
        descriptions: { en: 'Cuts joints.' },
        homepage: 'https://dovetail.example',
        fields: { Contact: '@dove', Environment: 'Testing' },
      },
      missing: [],
      problems: [],
    });
  });

  it('may lack a logo that is not required', () => {
    const answers = { company: 'Dovetail', group: 'Vendors', homepage: 'https://dovetail.example' };
    const read = readIssue(answers, vendorsFile);
    expect(read).toMatchObject({ problems: [], fields: { group: 'Vendors' } });
    const logo = '![](https://github.com/user-attachments/assets/1)';
    expect(readIssue({ ...answers, logo }, vendorsFile)).toHaveProperty('logo');
  });

  it('is told which heading is gone, where the list needs its answer', () => {
    const fields = ownFieldsOf(adoptersTable);
    const answers = { company: 'Dovetail', description: 'Cuts joints.' };
    const body = writeIssue(fields, withConsent(answers, fields)).replace(/### Environment\n/, '');
    const { problems, missing } = readSubmissionForm(body, fields, adoptersTable);
    expect(missing).toEqual(['environment']);
    expect(problems.map(({ code }) => code)).toEqual(['form-heading-missing']);
  });
});

describe('a form whose labels have words that GitHub refuses', () => {
  const text = `project: Credential Store
format: markdown-table
pages: {en: ADOPTERS.md}
logo: none
fields:
  Name: {role: name, label: Secret name}
  Use: {role: text}
  Tokens: {role: status, choices: [Token A, Token B], required: true}
  Password policy: {role: none}
`;
  const configuration = configurationOf(text);

  it('has a hyphen in them, and is read like any other', () => {
    const form = writtenForm(configuration);
    expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
    const labels = ownFieldsOf(configuration).map(({ label }) => label);
    expect(labels).toEqual([
      ...['Sec-ret name', 'What you use Cre-dential Store for', 'To-kens', 'Pass-word policy'],
      'Consent',
    ]);
    expect(form).toContain('Thank you for using Credential Store');
    const answers = { company: 'Dovetail', tokens: 'Token A', 'password-policy': 'Long ones' };
    expect(readIssue(answers, configuration).fields).toMatchObject({
      company: 'Dovetail',
      fields: { Tokens: 'Token A', 'Password policy': 'Long ones' },
    });
  });
});

describe('any list', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text));
  const field: fc.Arbitrary<FieldSettings> = fc.record(
    {
      role: fc.constantFrom(...fieldRoles),
      required: fc.boolean(),
      choices: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      multiple: fc.boolean(),
      label: fc.oneof(word, fc.constantFrom('Company', 'Link', 'Consent')),
    },
    { requiredKeys: ['role'] },
  );
  const names = [
    'Logo',
    'link',
    'Company',
    '链接',
    'constructor',
    'API token',
    'to-ken',
    'PASSWORDS',
  ];
  const name = fc.oneof(word, fc.constantFrom(...names));
  const fields = fc.dictionary(name, field, { minKeys: 1, maxKeys: 8 });

  it('has a form that GitHub takes, and each of its answers is read as what it is', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(...languages), (named, language) => {
        const configuration: Configuration = { ...adoptersTable, language, fields: named };
        const form = writtenForm(configuration);
        expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
        const shown = ownFieldsOf(configuration);
        const answers = Object.fromEntries(shown.map(({ id }, index) => [id, `answer ${index}`]));
        const read = readIssue(answers, configuration);
        expect(read.problems.filter(({ field }) => field !== 'logo')).toEqual([]);
        const { descriptions, linkTexts = {}, fields: own = {}, ...others } = read.fields;
        const all = [descriptions, linkTexts, own, others].flatMap((each) => Object.values(each));
        const typed = shown
          .filter(({ id }) => id !== 'logo' && id !== 'consent')
          .map(({ id }) => answers[id]);
        expect(all.filter((answer) => answer !== undefined).toSorted()).toEqual(typed.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
