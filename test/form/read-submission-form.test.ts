import { describe, expect, it } from 'vitest';
import { hasFormHeadings } from '../../src/form/read-body.ts';
import { readSubmissionForm } from '../../src/form/read-submission-form.ts';
import { checkSubmission } from '../../src/submission/check-submission.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { field, fieldsOf, needed } from './forms.ts';
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
        missing: [],
        problems: [],
      });
      expect(checkSubmission(form.fields, { configuration }).ok).toBe(true);
    },
  );

  it('reads a submission from the Chinese form', () => {
    const chinese = configurationOf('pages: {zh: a.md, en: b.md}\nlanguage: zh');
    const form = fieldsOf(writtenForm(chinese));
    const body = writeIssue(form, { ...answers, 'description-en': 'Parcels.', consent: '' });
    const reading = readSubmissionForm(body, form, chinese);
    expect(reading.fields.descriptions).toEqual({ zh: answers.description, en: 'Parcels.' });
    expect(reading.problems.map(({ code }) => code)).toEqual(['consent-missing']);
  });

  it('reads the text of the link for a further locale', () => {
    const form = read(writeIssue(fields, { ...answers, 'link-text-zh': '听听看' }));
    expect(form.fields.linkTexts).toEqual({ zh: '听听看' });
    expect(checkSubmission(form.fields, { configuration })).toMatchObject({
      value: { linkTexts: { zh: '听听看' } },
    });
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
    const codes = read(writeIssue(fields, {})).problems.map(({ code }) => code);
    expect(codes).toEqual(['attachment-missing', 'consent-missing']);
  });

  it('tells of nothing but the size where the body is too large', () => {
    const form = read('x'.repeat(70_000));
    expect(form.problems.map(({ code }) => code)).toEqual(['form-body-too-large']);
  });
});

describe('readSubmissionForm, where headings were edited', () => {
  const issue = writeIssue(fields, answers);

  function edited(from: string | RegExp, to: string, options = {}) {
    const { problems, missing } = read(issue.replace(from, to), options);
    return { missing, told: problems.map(({ code, field: id }) => `${code} ${id}`) };
  }

  it.each([
    ['an empty text', ''],
    ['a README', '# Powered By\n\n## Try it\n\n### Install\n'],
    ['prose that names the fields', 'Company: Juniper Parcel\nLogo: none'],
  ])('says of %s that it is not the form, and nothing else', (_what, body) => {
    const { problems, missing } = read(body);
    expect(problems).toEqual([
      { code: 'form-not-the-form', field: '', values: { label: 'Company' } },
    ]);
    expect(missing).toEqual(fields.map(({ id }) => id));
  });

  it('asks for the heading that a line without any mark stands for, and for no answer', () => {
    const found = edited('### Consent\n', 'Consent\n');
    expect(found).toEqual({ missing: ['consent'], told: ['form-heading-missing consent'] });
  });

  const ways: readonly (readonly [string, (label: string) => string])[] = [
    ['of the first level', (label) => `# ${label}`],
    ['of the second level', (label) => `## ${label}`],
    ['of the fourth level', (label) => `#### ${label}`],
    ['without a blank', (label) => `###${label}`],
    ['with a colon', (label) => `### ${label}:`],
    ['with a Chinese colon', (label) => `### ${label}：`],
    ['closed', (label) => `### ${label} ###`],
    ['indented', (label) => `  ### ${label}`],
    ['in bold', (label) => `### **${label}**`],
    ['that are bold lines', (label) => `**${label}**`],
    ['that are bold lines with a colon', (label) => `**${label}:**`],
    ['in lower case', (label) => `### ${label.toLowerCase()}`],
    ['underlined', (label) => `${label}\n---`],
    ['underlined twice', (label) => `${label}\n=======`],
  ];

  it.each(ways)(
    'reads a form whose headings are %s, and one with a single such heading',
    (_, write) => {
      const all = issue.replace(/^### (.*)$/gm, (_heading, label: string) => write(label));
      const whole = read(issue);
      expect(read(all)).toEqual(whole);
      expect(hasFormHeadings(all, fields, needed)).toBe(true);
      for (const { label } of fields) {
        expect(read(issue.replace(`### ${label}\n`, `${write(label)}\n`))).toEqual(whole);
      }
    },
  );

  it.each(ways)('takes words in an answer for no heading that are %s', (_, write) => {
    const answer = `We steer.\n\n${write('Logo')}\n\nis green.`;
    const body = writeIssue(fields, { ...answers, description: answer });
    expect(read(body).logo).toBe(logo);
    expect(read(body).fields.descriptions['en']).toContain('is green.');
  });

  it('does not mind that a section is gone whose field may stay empty', () => {
    expect(edited(/### Link\n[^#]*/, '')).toEqual({ missing: [], told: [] });
    expect(edited(/### Logo\n[^#]*/, '', { logoGiven: true }).told).toEqual([]);
  });

  it('does not mind a heading of the author’s own where every other is there', () => {
    expect(edited('steers', '\n### 我们\n')).toEqual({ missing: [], told: [] });
  });

  it('does not take an answer under a changed heading for part of the one above it', () => {
    const body = issue.replace('### The same in Chinese', '### 中文');
    expect(read(body)).toMatchObject({
      missing: ['description-zh'],
      problems: [
        {
          code: 'form-heading-missing',
          field: 'description-zh',
          values: { label: 'The same in Chinese', headings: '“### 中文”' },
        },
      ],
    });
    expect(edited('### The same', '### The\u00A0very same').missing).toEqual(['description-zh']);
    expect(edited('### Logo', '### Picture', { logoGiven: true }).missing).toEqual(['logo']);
  });

  it('minds a heading of another level only where its words are a label', () => {
    expect(edited(/### Link\n[^#]*/, '## 1 of 5\n').missing).toEqual([]);
  });

  it('minds neither headings in code blocks nor those before the form', () => {
    const withoutLink = issue.replace(/### Link\n[^#]*/, '');
    const block = withoutLink.replace('steers', '\n```\n### x\n```\n');
    expect(read(block).problems).toEqual([]);
    expect(read(`### Hello\n\n${withoutLink}`).problems).toEqual([]);
  });

  it('names no more than a few headings, none of them at length', () => {
    const many = `### ${'x'.repeat(5000)}\n`.repeat(9);
    const { problems } = read(issue.replace('### Company', 'Company').replace('steers', many));
    expect(String(problems[0]?.values['headings']).length).toBeLessThan(220);
  });
});
