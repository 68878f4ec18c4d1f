import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { formSize, mostFormCharacters } from '../../../src/config/schema/form-size.ts';
import { readForm } from '../../../src/form/read-form.ts';
import { indispensableIds } from '../../../src/submission/asked-fields.ts';
import { writtenForm } from '../../../src/written-form.ts';

const roles = ['homepage', 'text', 'link', 'contact', 'status', 'since', 'none'] as const;
const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .map((text) => text.replace(/\p{Cc}|\p{Cs}|\p{Cn}/gu, '').trim())
  .filter((text) => text !== '' && text.length <= 200);
const asked = fc.record(
  {
    role: fc.constantFrom(...roles),
    label: word,
    required: fc.boolean(),
    multiple: fc.boolean(),
    choices: fc.uniqueArray(word, { minLength: 1, maxLength: 40 }),
  },
  { requiredKeys: ['role'] },
);
const settings = fc.record({
  locales: fc.integer({ min: 1, max: 20 }),
  path: word.map((text) => `a/${text.replace(/[^\w-]/g, 'x')}.md`),
  project: word,
  language: fc.constantFrom('en', 'zh'),
  format: fc.constantFrom('markdown-table', 'markdown-list', 'yaml-list'),
  homepage: fc.oneof(fc.constant('link'), fc.record({ label: word, required: fc.boolean() })),
  fields: fc.dictionary(word, asked, { maxKeys: 20 }),
});

describe('the bound of a form’s size', () => {
  it('is never less than its size', () => {
    fc.assert(
      fc.property(settings, ({ locales, path, fields, homepage, ...rest }) => {
        const tags = Array.from({ length: locales }, (_, index) => `en-${index + 100}`);
        const pages = Object.fromEntries(tags.map((tag, index) => [tag, `${index || ''}${path}`]));
        const hasOwn = Object.values(fields).some(({ role }) => role === 'homepage');
        const name = { role: 'name', ...(!hasOwn && { homepage }) };
        const text = stringify({ pages, ...rest, fields: { ...fields, Name: name } });
        const read = readConfiguration(text);
        if (!read.ok) return;
        const form = writtenForm(read.value);
        expect(form.length).toBeLessThanOrEqual(formSize(read.value));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a configuration with hundreds of choices', () => {
  const choices = Array.from({ length: 100 }, (_, index) => `${'x'.repeat(82)}${index}`);
  const configured = (count: number, own: object) =>
    stringify(
      {
        pages: { en: 'ADOPTERS.md' },
        format: 'markdown-table',
        fields: Object.fromEntries(
          ['Name', ...Array.from({ length: count }, (_, index) => `Field ${index}`)].map((name) => [
            name,
            name === 'Name' ? { role: 'name' } : { role: 'none', ...own },
          ]),
        ),
      },
      { aliasDuplicateObjects: false },
    );

  it('is refused with the limit of its form, in the line of its fields', () => {
    const read = readConfiguration(configured(6, { choices }));
    expect(read).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'configuration-form-too-large',
          field: 'fields',
          values: { line: 4, limit: mostFormCharacters },
        },
      ],
    });
  });

  it('is accepted without them, and its form can be read', () => {
    const read = readConfiguration(configured(60, {}));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(readForm(writtenForm(read.value), indispensableIds(read.value)).ok).toBe(true);
  });
});
