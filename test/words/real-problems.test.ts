import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { readForm } from '../../src/form/read-form.ts';
import { readSubmissionForm } from '../../src/form/read-submission-form.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { type Problem, problem } from '../../src/problem/problem.ts';
import type { Result } from '../../src/problem/result.ts';
import { checkSubmission } from '../../src/submission/check-submission.ts';
import type { SubmissionFields } from '../../src/submission/submission-fields.ts';
import { loadTemplates } from '../../src/templates.ts';
import { fieldsOf } from '../form/forms.ts';
import { configurationOf } from '../submission/configuration.ts';
import { placeholdersOf } from './placeholders.ts';

const configuration = configurationOf();
const english = loadTemplates('en');

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

const configurations = [
  '# '.padEnd(70_000, 'x'),
  'a: [',
  'a: &a b\nc: *a',
  'tabel: x\npages: {}\nproject: [x]\nlabel: ""\nlogo: {size: 1, file: x, directory: ../x, url: "<"}',
  'pages: {en: a.md, de: a.md}',
  'pages: {"?": b.md}\norder: random\nlogo: 5',
  'pages: {en: a.md}\ncommit: "Add {nobody}"\nlink-text: {zh: x}',
  'table: x',
];

const submissions: readonly Partial<SubmissionFields>[] = [
  { linkText: 'x'.repeat(121) },
  { company: '…', descriptions: { fr: 'x', zh: 'x'.repeat(601) } },
  { company: 'x'.repeat(81) },
  ...['x', 'http://a.example', 'a.example', 'ftp://a.example', `https://${'a'.repeat(500)}`].map(
    (link) => ({ link }),
  ),
  { link: 'https://me@localhost' },
];

const forms = [
  '# '.padEnd(70_000, 'x'),
  'a: [',
  'a: &a b\nc: *a',
  'name: x',
  'body: [{type: input, id: company, attributes: {label: A}}, {type: input, id: company, attributes: {label: A}}, {}]',
];

const bodies = [
  '',
  '### Company',
  '### Logo\n\n### Consent',
  '### Logo\n\nhttps://a.example/b https://a.example/c\n\n### Logo',
  'x'.repeat(70_000),
];

const realProblems = [
  problem('configuration-missing', ''),
  ...configurations.flatMap((text) => problemsOf(readConfiguration(text))),
  ...submissions.flatMap((fields) =>
    problemsOf(checkSubmission({ descriptions: {}, ...fields }, { configuration })),
  ),
  ...forms.flatMap((text) => problemsOf(readForm(text))),
  ...bodies.flatMap((body) => readSubmissionForm(body, fieldsOf(), configuration).problems),
];

const codes = problemCodes.filter(
  (code) =>
    /^(configuration|company|description|link|attachment|consent|form)-/.test(code) &&
    !/^(company-(nearly-|not-)?(listed|slug-taken)|description-twice)$/.test(code),
);

describe('the words for', () => {
  it.each(codes)('%s name only values that the problem has', (code) => {
    const found = realProblems.filter((one) => one.code === code);
    expect(found).not.toEqual([]);
    const { message, hint, example = '' } = english.problems[code];
    for (const { values } of found) {
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining([message, hint, example].flatMap(placeholdersOf)),
      );
    }
  });
});
