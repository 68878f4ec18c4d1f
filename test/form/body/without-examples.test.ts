import { describe, expect, it } from 'vitest';
import { readSubmissionForm } from '../../../src/form/read-submission-form.ts';
import { writtenForm } from '../../../src/written-form.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { field, fieldsOf } from '../forms.ts';
import { writeIssue } from '../write-issue.ts';

const configuration = configurationOf();

function placeholdersOf(form: ReturnType<typeof fieldsOf>): Record<string, string> {
  return Object.fromEntries(form.map(({ id, placeholder = '' }) => [id, placeholder]));
}

function fieldsRead(form: ReturnType<typeof fieldsOf>, answers: Record<string, string>) {
  const { company, descriptions, link, linkText } = readSubmissionForm(
    writeIssue(form, answers),
    form,
    configuration,
  ).fields;
  return [company, ...Object.values(descriptions), link, linkText].filter(Boolean);
}

describe('an answer that is the form’s own words', () => {
  it.each(['en', 'zh'])('is none: the placeholders of our form in %s', (language) => {
    const form = fieldsOf(
      writtenForm(configurationOf(`pages: {en: a.md, zh: b.md}\nlanguage: ${language}`)),
    );
    expect(fieldsRead(form, placeholdersOf(form))).toEqual([]);
  });

  it('is none where it is the example alone, of another company', () => {
    const form = fieldsOf();
    const examples = Object.entries(placeholdersOf(form)).map(([id, text]) => [
      id,
      text.replace(/^Example: /, ''),
    ]);
    const answers = Object.fromEntries(examples);
    expect(fieldsRead(form, { ...answers, company: 'Acme' })).toEqual(['Acme']);
    // Whoever tries the example means it.
    expect(fieldsRead(form, answers)).toHaveLength(5);
  });

  it('is none where a text area begins with it', () => {
    const form = [
      field('company', 'Company', { type: 'input', value: 'Acme' }),
      field('description', 'Description', { value: 'We use it for …' }),
      field('logo', 'Logo'),
    ];
    expect(fieldsRead(form, { company: 'Acme', description: 'We use it for …' })).toEqual(['Acme']);
  });
});
