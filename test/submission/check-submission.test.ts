import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, checkSubmission } from '../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../src/submission/submission-fields.ts';
import { configurationOf } from './configuration.ts';

const configuration = configurationOf();

const complete: SubmissionFields = {
  company: 'Juniper Parcel',
  descriptions: { en: 'Juniper Parcel steers parcels around storms.' },
};

function problemsOf(fields: Partial<SubmissionFields>, options: Partial<CheckOptions> = {}) {
  const checked = checkSubmission({ ...complete, ...fields }, { configuration, ...options });
  return checked.ok ? [] : checked.problems;
}

describe('checkSubmission', () => {
  it('gives the cleaned submission', () => {
    const fields = {
      company: ' Juniper\n Parcel ',
      descriptions: { en: 'We steer\r\nparcels.', zh: '我们运送包裹。' },
      link: 'HTTPS://Juniper.example/über-uns',
      linkText: 'How  we do it',
    };
    expect(checkSubmission(fields, { configuration })).toEqual({
      ok: true,
      value: {
        company: 'Juniper Parcel',
        texts: { en: 'We steer parcels.', zh: '我们运送包裹。' },
        link: 'https://juniper.example/%C3%BCber-uns',
        linkText: 'How we do it',
      },
    });
  });

  it.each(['markdown-table', 'markdown-list', 'markdown-sections'])(
    'keeps the lines of a text in a %s, and of words that only the list understands',
    (format) => {
      const own = configurationOf(
        `pages: {en: USERS.md}\nformat: ${format}\nfields:\n  Name: {role: name}\n  Use: {role: text}\n  Remarks: {role: none}\n  Contact: {role: contact}\nlogo: none\n`,
      );
      const typed = {
        company: 'Juniper\nParcel',
        descriptions: { en: 'We steer <br> parcels.\r\n\r\nOften.' },
        fields: { Remarks: 'One.\nTwo.', Contact: '@anna\n@bert' },
      };
      expect(checkSubmission(typed, { configuration: own })).toEqual({
        ok: true,
        value: {
          company: 'Juniper Parcel',
          texts: { en: 'We steer\nparcels.\n\nOften.' },
          fields: { Remarks: 'One.\nTwo.', Contact: '@anna @bert' },
        },
      });
    },
  );

  it('takes a longer text where each company has a section', () => {
    const own = (format: string) => ({
      configuration: configurationOf(`pages: {en: USERS.md}\nformat: ${format}\nlogo: none\n`),
    });
    const descriptions = { en: 'x'.repeat(1500) };
    expect(problemsOf({ descriptions }, own('markdown-sections'))).toEqual([]);
    expect(problemsOf({ descriptions }, own('markdown-list'))[0]?.values).toMatchObject({
      limit: 600,
    });
    expect(
      problemsOf({ descriptions: { en: 'x'.repeat(1501) } }, own('markdown-sections'))[0]?.values,
    ).toMatchObject({ limit: 1500 });
  });

  it('leaves out what was not given or left blank', () => {
    const fields = { ...complete, link: ' ', linkText: '', descriptions: { en: 'Text.', zh: ' ' } };
    expect(checkSubmission(fields, { configuration })).toEqual({
      ok: true,
      value: { company: 'Juniper Parcel', texts: { en: 'Text.' } },
    });
  });

  it('tells every problem at once, in the order of the form', () => {
    const problems = problemsOf({
      company: '\u200B',
      descriptions: { zh: '字'.repeat(601), fr: 'Bonjour' },
      link: 'http://juniper.example',
      linkText: 'x'.repeat(121),
    });
    expect(problems.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'company: company-missing',
      'description: description-missing',
      'description-zh: description-too-long',
      'description-fr: description-locale-unknown',
      'link: link-not-https',
      'link-text: link-text-too-long',
    ]);
  });

  it('names the language of a missing description in the language of the readers', () => {
    const chinese = configurationOf('pages: {en: a.md, zh: b.md}\nlanguage: zh');
    expect(problemsOf({ descriptions: {} }, { configuration: chinese })[0]?.values).toEqual({
      locale: 'en',
      language: '英语',
    });
  });

  it('counts characters as people do, up to the limit', () => {
    expect(
      problemsOf({ company: '😀'.repeat(80), descriptions: { en: '字'.repeat(600) } }),
    ).toEqual([]);
    expect(problemsOf({ company: '😀'.repeat(81) })[0]).toEqual({
      code: 'company-too-long',
      field: 'company',
      values: { length: 81, limit: 80 },
    });
  });

  it.each(['C++', '360', '阿里巴巴', '😀', '🇨🇳'])('takes %s as a name', (company) => {
    expect(problemsOf({ company })).toEqual([]);
  });

  it.each(['---', '.', '“”', '\u2800'])('refuses “%s” as a name', (company) => {
    expect(problemsOf({ company })[0]?.code).toBe('company-unreadable');
  });

  it('refuses a link text without a link', () => {
    expect(problemsOf({ linkText: 'Read on' })).toEqual([
      { code: 'link-text-without-link', field: 'link-text', values: { linkText: 'Read on' } },
    ]);
  });

  it('never throws, and whatever it accepts it accepts again unchanged', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 90 }), { nil: undefined });
    const fields = fc.record({
      company: text,
      descriptions: fc.dictionary(fc.constantFrom('en', 'zh', '__proto__', 'toString'), text),
      link: fc.oneof(text, fc.webUrl({ validSchemes: ['https'] })),
      linkText: text,
    });
    fc.assert(
      fc.property(fields, (typed) => {
        const checked = checkSubmission(typed, { configuration });
        if (!checked.ok) {
          expect(checked.problems).not.toEqual([]);
          return;
        }
        const { texts, ...rest } = checked.value;
        const again = checkSubmission({ ...rest, descriptions: texts }, { configuration });
        expect(again).toEqual(checked);
      }),
      { numRuns: 150 },
    );
  });
});

describe('checkSubmission of an update', () => {
  it('needs only the company', () => {
    const checked = checkSubmission(
      { company: 'Juniper Parcel', descriptions: { zh: '新的文字。' } },
      { configuration, update: true },
    );
    expect(checked).toEqual({
      ok: true,
      value: { company: 'Juniper Parcel', texts: { zh: '新的文字。' } },
    });
  });

  it('takes a link text alone where the entry has a link', () => {
    const fields = { descriptions: {}, linkText: 'Read on' };
    expect(problemsOf(fields, { update: true, entryHasLink: true })).toEqual([]);
    expect(problemsOf(fields, { update: true })[0]?.code).toBe('link-text-without-link');
  });
});

describe('answers that say nothing', () => {
  const fieldsThatSayNothing = {
    descriptions: { en: 'We steer parcels.', zh: '同上' },
    link: 'N/A',
    linkText: 'none',
  };

  it('count as empty, be they words, marks or comments of HTML', () => {
    for (const answers of [
      fieldsThatSayNothing,
      {
        descriptions: { en: 'We steer parcels.', zh: '<!-- optional -->' },
        link: '-',
        linkText: '',
      },
    ]) {
      expect(checkSubmission({ ...complete, ...answers }, { configuration })).toEqual({
        ok: true,
        value: { company: 'Juniper Parcel', texts: { en: 'We steer parcels.' } },
      });
    }
  });

  it('are asked for where something has to be said', () => {
    const fields = { company: 'N/A', descriptions: { en: 'TBD' } };
    expect(problemsOf(fields).map(({ code }) => code)).toEqual([
      'company-missing',
      'description-missing',
    ]);
  });

  it('leave the rest of an answer, where a comment of HTML is in it', () => {
    const checked = checkSubmission(
      { company: '<!-- name -->\nJuniper', descriptions: { en: 'We <!-- one\ntwo --> steer.' } },
      { configuration },
    );
    expect(checked).toMatchObject({ value: { company: 'Juniper', texts: { en: 'We steer.' } } });
  });

  it('of a link leave its text without a problem: there is none on purpose', () => {
    expect(problemsOf({ link: 'N/A', linkText: 'How we do it' })).toEqual([]);
    expect(problemsOf({ linkText: 'How we do it' })).toHaveLength(1);
  });
});

describe('the texts of a link in further locales', () => {
  it('are checked as all texts are', () => {
    const link = 'https://juniper.example';
    const linkTexts = { zh: 'x'.repeat(121), fr: 'Voyez' };
    expect(problemsOf({ link, linkTexts }).map(({ code, field }) => [code, field])).toEqual([
      ['link-text-too-long', 'link-text-zh'],
      ['description-locale-unknown', 'link-text-fr'],
    ]);
    expect(problemsOf({ link, linkTexts: { zh: 'N/A' } })).toEqual([]);
  });
});
