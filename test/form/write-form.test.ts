import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../src/config/reply-languages.ts';
import { logoLimits } from '../../src/logo/limits.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { fieldsOf } from './forms.ts';
import { issueFormRules } from './issue-form-rules.ts';

const pages = 'pages: {en: a.md, zh: b.md, pt-BR: c.md}';

describe.each(languages)('the issue form in %s', (language) => {
  const configuration = configurationOf(`${pages}\nlanguage: ${language}\nproject: Kestrel`);
  const form = writtenForm(configuration);

  it('keeps GitHub’s rules', () => {
    expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
  });

  it('has a field for each answer, and one for each further locale', () => {
    expect(fieldsOf(form).map(({ id, type, required }) => [id, type, required])).toEqual([
      ['company', 'input', true],
      ['description', 'textarea', true],
      ['description-zh', 'textarea', false],
      ['description-pt-BR', 'textarea', false],
      ['link', 'input', false],
      ['link-text', 'input', false],
      ['link-text-zh', 'input', false],
      ['link-text-pt-BR', 'input', false],
      ['logo', 'textarea', true],
      ['consent', 'checkboxes', true],
    ]);
  });

  it('requires both consents', () => {
    const consent = fieldsOf(form).find(({ id }) => id === 'consent');
    expect(consent?.options?.map(({ required }) => required)).toEqual([true, true]);
  });

  it('shows an example in every field but the boxes', () => {
    const { body } = issueFormRules.parse(parse(form));
    const fields = body.filter(({ type }) => type === 'input' || type === 'textarea');
    expect(fields.length).toBe(9);
    for (const { attributes } of fields) {
      expect(attributes).toHaveProperty('placeholder');
      expect(attributes).toHaveProperty('description');
    }
  });

  it('names no address as a logo: only those on GitHub are taken', () => {
    const { body } = issueFormRules.parse(parse(form));
    const logo = body.find((field) => 'id' in field && field.id === 'logo');
    expect(logo?.attributes).toHaveProperty('placeholder', expect.not.stringContaining('https:'));
    const limit = `${logoLimits.bytes / 1024 ** 2} MiB`;
    expect(logo?.attributes).toHaveProperty('description', expect.stringContaining(limit));
  });

  it('sets the label and names the project', () => {
    expect(parse(form).labels).toEqual(['powered-by']);
    expect(form).toContain('Kestrel');
  });

  it('leaves no placeholder of the template', () => {
    expect(form).not.toMatch(/\{\{|\}\}/);
  });
});

describe('writeForm', () => {
  it('names languages in the language of the form', () => {
    const labels = (language: string) =>
      fieldsOf(writtenForm(configurationOf(`${pages}\nlanguage: ${language}`))).map(
        ({ label }) => label,
      );
    expect(labels('en').join()).toContain('The same in Brazilian Portuguese');
    expect(labels('zh').join()).toContain('巴西葡萄牙语');
  });

  it('speaks of no language where there is one locale', () => {
    const form = writtenForm(configurationOf('pages: {en: a.md}\nproject: Kestrel'));
    expect(form).not.toContain('English');
    expect(form).not.toContain('translates');
  });

  it('tells two locales of one language apart', () => {
    const form = writtenForm(configurationOf('pages: {en: a.md, zh-CN: b.md, zh_CN: c.md}'));
    expect(issueFormRules.safeParse(parse(form)).error).toBeUndefined();
    expect(fieldsOf(form).length).toBe(10);
  });

  it('keeps any project and label as they are', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() === text && !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(name, name, (project, label) => {
        const form = parse(writtenForm({ ...configurationOf(), project, label }));
        expect(form.labels).toEqual([label]);
        expect(form.description).toContain(project);
      }),
      { numRuns: 100 },
    );
  });

  it('escapes quotes, backslashes and breaks', () => {
    const project = 'The "K" \\ \u2028 {{x}} # : & <b>';
    expect(parse(writtenForm({ ...configurationOf(), project })).description).toContain(project);
  });
});
