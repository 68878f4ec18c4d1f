import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormField } from '../../src/form/form-field.ts';
import { hasFormHeadings, readBody } from '../../src/form/read-body.ts';
import { field, fieldsOf, needed } from './forms.ts';
import { writeIssue } from './write-issue.ts';

const fields: readonly FormField[] = [
  field('company', 'Company', { type: 'input', required: true }),
  field('description', 'Description', { required: true }),
  field('link', 'Link', { type: 'input' }),
  field('logo', 'Logo', { required: true }),
];

function answersIn(body: string, form = fields) {
  return readBody(body, form).answers;
}

function problemsIn(body: string, form = fields) {
  return readBody(body, form).problems;
}

describe('readBody', () => {
  it('reads what GitHub writes', () => {
    const body =
      '### Company\n\nJuniper\n\n### Description\n\nParcels.\n\nMore.\n\n### Link\n\n_No response_\n\n### Logo\n\n![a](b)';
    expect(readBody(body, fields)).toEqual({
      answers: { company: 'Juniper', description: 'Parcels.\n\nMore.', logo: '![a](b)' },
      problems: [],
    });
  });

  it('minds neither CRLF nor trailing blanks nor the form of white space and accents in a label', () => {
    const accented = [field('company', 'Nom  de la socie\u0301te\u0301 ')];
    expect(answersIn('### Nom de\u00A0la société \t\r\n\r\nJuniper  \r\n', accented)).toEqual({
      company: 'Juniper',
    });
  });

  it('takes “_No response_” as no answer only where it stands alone', () => {
    expect(answersIn('### Description\n\nThey said _No response_\n')).toEqual({
      description: 'They said _No response_',
    });
  });

  it('ignores what stands before the first heading, and the headings of other levels', () => {
    const body = 'Hello!\n## Company\n###Company\n#### Company\n### Company\nJuniper';
    expect(answersIn(body)).toEqual({ company: 'Juniper' });
  });

  it('goes on where sections are missing', () => {
    expect(answersIn('### Company\n\nJuniper\n\n### Logo\n\nhttps://a.example')).toEqual({
      company: 'Juniper',
      logo: 'https://a.example',
    });
  });

  it('finds nothing in an empty body', () => {
    expect(readBody('', fields)).toEqual({ answers: {}, problems: [] });
  });

  it('keeps a heading of the author’s own in the answer', () => {
    const body = '### Description\n\nWe\n\n### Our story\n\nare old.\n\n### Link\n\nx';
    expect(answersIn(body)).toEqual({ description: 'We\n\n### Our story\n\nare old.', link: 'x' });
  });

  it('keeps an expected heading that is not the next one in the answer, and tells of it', () => {
    const body =
      '### Company\n\nJuniper\n\n### Description\n\nWe\n\n### Logo\n\nis green.\n\n### Link\n\nx\n\n### Logo\n\ny';
    expect(readBody(body, fields)).toEqual({
      answers: {
        company: 'Juniper',
        description: 'We\n\n### Logo\n\nis green.',
        link: 'x',
        logo: 'y',
      },
      problems: [{ code: 'form-heading-repeated', field: 'logo', values: { label: 'Logo' } }],
    });
  });

  it('takes the first of a heading that is repeated', () => {
    const body = '### Company\n\nJuniper\n\n### Description\n\nWe.\n\n### Company\n\nOther';
    expect(answersIn(body)).toMatchObject({ company: 'Juniper' });
    expect(problemsIn(body).map((problem) => problem.field)).toEqual(['company']);
  });

  it('takes an expected heading in a code block as text, and does not tell of it', () => {
    const answer = 'See:\n```\n### Logo\n```';
    const body = `### Description\n\n${answer}\n\n### Logo\n\ny`;
    expect(readBody(body, fields)).toEqual({
      answers: { description: answer, logo: 'y' },
      problems: [],
    });
  });

  it.each(['```', '~~~~', '````js'])(
    'does not let an unclosed %s swallow later fields',
    (fence) => {
      const body = writeIssue(fields, { company: 'J', description: `${fence}\nx`, logo: 'y' });
      expect(answersIn(body)).toEqual({ company: 'J', description: `${fence}\nx`, logo: 'y' });
    },
  );

  it('does not take backticks within a line for a code block', () => {
    const body = '### Description\n\n``` a ``` b\n\n### Logo\n\ny\n\n### Logo\n\nz';
    expect(problemsIn(body)).toHaveLength(1);
  });

  it('reads an issue whose form was reordered since', () => {
    const body = writeIssue(fields, { company: 'J', description: 'd', link: 'x', logo: 'y' });
    expect(answersIn(body, fields.toReversed())).toEqual({
      company: 'J',
      description: 'd',
      link: 'x',
      logo: 'y',
    });
  });

  it('puts what was edited into several lines on one, where the form takes one line', () => {
    expect(answersIn('### Company\n\nJuniper\n\n  Parcel\n')).toEqual({
      company: 'Juniper Parcel',
    });
  });

  it('takes the code block off the answer of a rendered field', () => {
    const rendered = [
      field('description', 'Description', { render: 'text' }),
      field('logo', 'Logo'),
    ];
    const read = (answer: string) =>
      answersIn(`### Description\n\n${answer}\n\n### Logo\n\ny`, rendered)['description'];
    expect(read('```text\nWe\n\nare.\n```')).toBe('We\n\nare.');
    expect(read('```text\n\n```')).toBeUndefined();
    expect(read('```text\n```')).toBeUndefined();
    expect(read('```text\nnot closed')).toBe('not closed');
    expect(read('edited by hand')).toBe('edited by hand');
  });

  it('gives two fields of one label an answer each, in order', () => {
    const twins = [field('one', 'Text'), field('two', 'Text')];
    expect(readBody('### Text\n\na\n\n### Text\n\nb', twins)).toEqual({
      answers: { one: 'a', two: 'b' },
      problems: [],
    });
  });

  it('is not led astray by ids and labels that objects have', () => {
    const odd = [field('__proto__', 'constructor'), field('toString', '__proto__')];
    const { answers } = readBody('### constructor\n\na\n\n### __proto__\n\nb', odd);
    expect(Object.entries(answers)).toEqual([
      ['__proto__', 'a'],
      ['toString', 'b'],
    ]);
  });

  it('refuses a body over 64 KiB and reads nothing of it', () => {
    const start = '### Company\n\n';
    expect(answersIn(start.padEnd(65_536, 'x'))).toHaveProperty('company');
    expect(readBody(start.padEnd(65_534, 'x').concat('é'), fields).problems).toEqual([]);
    expect(readBody(start.padEnd(65_535, 'x').concat('é'), fields)).toEqual({
      answers: {},
      problems: [
        { code: 'form-body-too-large', field: '', values: { size: 65_537, limit: 65_536 } },
      ],
    });
  });

  it.each([
    ['headings', '### Logo\n'],
    ['headings of blanks', `### ${' '.repeat(9000)}\n`],
    ['fences', '```\n~~~\n'],
    ['one line of backticks', '`'],
    ['blanks', ' '],
    ['line breaks', '\r\n'],
    ['lone carriage returns', '\r'],
  ])('reads 64 KiB of %s', (_what, piece) => {
    const body = piece.repeat(Math.floor(65_536 / piece.length));
    expect(readBody(body, fields)).toHaveProperty('answers');
  });

  const line = fc.oneof(
    fc.constantFrom('', '```', '### Other', '#### Logo', '- [x] a', '_No response_ ', '   x'),
    fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]|^#/.test(text)),
  );
  const answer = fc
    .array(line, { maxLength: 6 })
    .map((lines) => lines.join('\n').trim())
    .filter((text) => text !== '_No response_');
  const answers = fc.record({ description: answer, 'description-zh': answer, logo: answer });

  it('gives back whatever was answered, in LF and in CRLF', () => {
    const form = fieldsOf();
    fc.assert(
      fc.property(answers, fc.constantFrom('\n' as const, '\r\n' as const), (typed, lineBreak) => {
        const read = answersIn(writeIssue(form, typed, lineBreak), form);
        for (const [id, text] of Object.entries(typed)) expect(read[id] ?? '').toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hasFormHeadings', () => {
  it('knows an issue that was opened with the form', () => {
    expect(hasFormHeadings(writeIssue(fieldsOf(), {}), fieldsOf(), needed)).toBe(true);
    expect(hasFormHeadings(writeIssue(fieldsOf(), {}, '\r\n'), fieldsOf(), needed)).toBe(true);
  });

  it('still knows it without its optional sections', () => {
    expect(hasFormHeadings('### Company\n\n### Description\n\n### Logo', fields, needed)).toBe(
      true,
    );
  });

  it.each([
    ['nothing', ''],
    ['prose that names the fields', 'Company, Description, Logo'],
    ['another form', '### Description\n\nIt crashes\n\n### Version\n\n1'],
    ['too much', '### Company\n### Description\n### Logo\n'.padEnd(65_537, 'x')],
  ])('does not take %s for it', (_what, body) => {
    expect(hasFormHeadings(body, fields, needed)).toBe(false);
  });
});
