import { describe, expect, it } from 'vitest';
import { readSubmissionForm } from '../../src/form/read-submission-form.ts';
import { checkSubmission } from '../../src/submission/check-submission.ts';
import { configurationOf } from '../submission/configuration.ts';
import { field, fieldsOf, formOf } from './forms.ts';
import { writeIssue } from './write-issue.ts';

const configuration = configurationOf();
const fields = fieldsOf();
const consent = fields.find(({ id }) => id === 'consent');
const boxes = (consent?.options ?? []).map(({ label }) => label);
const logo = 'https://github.com/user-attachments/files/17/logo.svg';

const answers = {
  company: 'Juniper Parcel',
  description: 'Juniper Parcel steers parcels around storms.',
  'description-zh': '青竹快运让包裹绕开暴雨。',
  link: 'https://juniper.example/talk',
  'link-text': 'Hear how',
  logo: `[logo.svg](${logo})`,
  consent: boxes.join(),
};

function read(body: string, options = {}) {
  return readSubmissionForm(body, fields, configuration, options);
}

describe('readSubmissionForm', () => {
  it.each(['\n', '\r\n'] as const)(
    'reads a submission with %j, which passes the check',
    (lineBreak) => {
      const form = read(writeIssue(fields, answers, lineBreak));
      expect(form).toEqual({
        fields: {
          company: 'Juniper Parcel',
          descriptions: { en: answers.description, zh: answers['description-zh'] },
          link: 'https://juniper.example/talk',
          linkText: 'Hear how',
        },
        logo,
        problems: [],
      });
      expect(checkSubmission(form.fields, { configuration }).ok).toBe(true);
    },
  );

  it('reads a submission from the Chinese form', () => {
    const chinese = configurationOf('pages: {zh: a.md, en: b.md}\nlanguage: zh');
    const form = fieldsOf(formOf(chinese));
    const body = writeIssue(form, { ...answers, 'description-en': 'Parcels.', consent: '' });
    const reading = readSubmissionForm(body, form, chinese);
    expect(reading.fields.descriptions).toEqual({ zh: answers.description, en: 'Parcels.' });
    expect(reading.problems.map(({ code }) => code)).toEqual(['consent-missing']);
  });

  it('asks for the logo', () => {
    const form = read(writeIssue(fields, { ...answers, logo: 'later' }));
    expect(form.problems).toEqual([{ code: 'attachment-missing', field: 'logo', values: {} }]);
    expect(form.logo).toBeUndefined();
  });

  it('asks which logo, where there are several', () => {
    const form = read(writeIssue(fields, { ...answers, logo: `${logo} https://a.example/b.png` }));
    expect(form.problems).toEqual([
      { code: 'attachment-several', field: 'logo', values: { count: 2 } },
    ]);
    expect(form.logo).toBeUndefined();
  });

  it('does not look for a logo that comes from elsewhere', () => {
    const form = read(writeIssue(fields, { ...answers, logo: '' }), { logoGiven: true });
    expect(form.problems).toEqual([]);
  });

  it('names the boxes that are not checked', () => {
    const body = writeIssue(fields, { ...answers, consent: boxes[1] ?? '' });
    expect(read(body).problems).toEqual([
      { code: 'consent-missing', field: 'consent', values: { options: `“${boxes[0]}”` } },
    ]);
  });

  it('takes a box whose line was deleted or reworded as not checked', () => {
    const body = writeIssue(fields, answers).replace(/^- \[X\] .*(\n|$)/gm, '- [x] Yes, yes\n');
    expect(read(body).problems[0]?.values['options']).toBe(`“${boxes[0]}”, “${boxes[1]}”`);
  });

  it.each(['- [x]', '- [X]', '* [x]'])('knows a checked box by %s', (mark) => {
    const body = writeIssue(fields, answers).replaceAll('- [X]', mark);
    expect(read(body).problems).toEqual([]);
  });

  it('asks for nothing that the form does not require', () => {
    const lenient = [
      ...fields.filter(({ id }) => id !== 'consent'),
      field('news', 'News', {
        type: 'checkboxes',
        options: [{ label: 'Send me news', required: false }],
      }),
    ];
    const body = writeIssue(lenient, answers);
    expect(readSubmissionForm(body, lenient, configuration).problems).toEqual([]);
  });

  it('leaves the maintainers’ own fields alone', () => {
    const extended = [...fields, field('description-of-use', 'Use')];
    const body = writeIssue(extended, { ...answers, 'description-of-use': 'x' });
    const { descriptions } = readSubmissionForm(body, extended, configuration).fields;
    expect(Object.keys(descriptions)).toEqual(['en', 'zh']);
  });

  it('tells of every problem at once', () => {
    const codes = read('').problems.map(({ code }) => code);
    expect(codes).toEqual(['attachment-missing', 'consent-missing']);
  });

  it('tells of nothing but the size where the body is too large', () => {
    const form = read('x'.repeat(70_000));
    expect(form.problems.map(({ code }) => code)).toEqual(['form-body-too-large']);
  });
});
