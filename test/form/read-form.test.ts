import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/form/read-form.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { needed } from './forms.ts';

const indispensable = `
  - {type: input, id: company, attributes: {label: Firma}}
  - {type: textarea, id: description, attributes: {label: Text}}
  - {type: upload, id: logo, attributes: {label: Bild}, validations: {required: true}}`;

function problemsOf(form: string) {
  const read = readForm(form, needed);
  return read.ok ? [] : read.problems;
}

describe('readForm', () => {
  it('reads a form that maintainers translated, reordered and extended', () => {
    const form = `name: Powered By
body:
  - type: markdown
    attributes: {value: Hallo}
  - type: upload
    id: logo
    attributes: {label: Bild}
    validations: {required: true, accept: ".png"}
  - type: dropdown
    attributes: {label: Branche, options: [Handel, Verkehr]}
  - {type: textarea, id: description, attributes: {label: Text, render: markdown}}
  - {type: input, id: company, attributes: {label: Firma}}
  - type: checkboxes
    id: consent
    attributes:
      label: Zustimmung
      options: [{label: Ja, required: true}, {label: Vielleicht}]`;
    expect(readForm(form, needed)).toEqual({
      ok: true,
      value: [
        { id: 'logo', type: 'upload', label: 'Bild', required: true },
        { id: '#2', type: 'dropdown', label: 'Branche', required: false },
        { id: 'description', type: 'textarea', label: 'Text', required: false, render: 'markdown' },
        { id: 'company', type: 'input', label: 'Firma', required: false },
        {
          id: 'consent',
          type: 'checkboxes',
          label: 'Zustimmung',
          required: true,
          options: [
            { label: 'Ja', required: true },
            { label: 'Vielleicht', required: false },
          ],
        },
      ],
    });
  });

  it('takes a type that GitHub invents later as text', () => {
    const read = readForm(
      `body:${indispensable}\n  - {type: stars, attributes: {label: Sterne}}`,
      needed,
    );
    expect(read.ok && read.value.at(-1)?.type).toBe('textarea');
  });

  it('tells where a field cannot be read, and what is missing', () => {
    const form = `body:
  - {type: input, id: company, attributes: {label: Firma}}
  - {type: input, id: no blanks, attributes: {label: Text}}
  - {type: input, attributes: {}}
  - type: checkboxes
    attributes: {label: Boxes}`;
    expect(problemsOf(form)).toEqual([
      { code: 'form-field-unreadable', field: '', values: { line: 3 } },
      { code: 'form-field-unreadable', field: '', values: { line: 4 } },
      { code: 'form-field-unreadable', field: '', values: { line: 5 } },
      { code: 'form-field-missing', field: 'description', values: { id: 'description' } },
      { code: 'form-field-missing', field: 'logo', values: { id: 'logo' } },
    ]);
  });

  it('tells of an id or a label that two fields have', () => {
    const form = `body:${indispensable}
  - {type: input, id: company, attributes: {label: Anders}}
  - {type: input, id: other, attributes: {label: "  Text "}}`;
    expect(problemsOf(form)).toEqual([
      { code: 'form-id-twice', field: 'company', values: { id: 'company' } },
      { code: 'form-label-twice', field: '', values: { label: 'Text' } },
    ]);
  });

  it.each([
    ['broken YAML', 'body: [', 'form-not-yaml'],
    ['two documents', 'a: 1\n---\nb: 2', 'form-not-yaml'],
    ['a key that stands twice', 'body: []\nbody: []', 'form-not-yaml'],
    ['an alias', 'x: &x [y]\nbody: *x', 'form-alias'],
    ['no body', 'name: Powered By', 'form-without-body'],
    ['a body that is no list', 'body: {}', 'form-without-body'],
    ['an empty file', '', 'form-without-body'],
    ['a list', '- a', 'form-without-body'],
    ['too much text', `# ${'x'.repeat(65_536)}`, 'form-too-large'],
    ['nesting without end', '['.repeat(20_000), 'form-too-deep'],
    ['a list as a key', 'body: []\n? [a]\n: b', 'form-not-yaml'],
  ])('refuses %s', (_what, form, code) => {
    expect(problemsOf(form)[0]?.code).toBe(code);
  });

  it('says in which line it is nested too deep', () => {
    const form = `name: x\nbody: ${'['.repeat(100)}${']'.repeat(100)}`;
    expect(problemsOf(form)).toMatchObject([{ code: 'form-too-deep', values: { line: 2 } }]);
  });

  it('says in which line the YAML breaks', () => {
    expect(problemsOf('name: x\nbody:\n  - "a')[0]?.values['line']).toBe(3);
  });

  it('throws at nothing', () => {
    const pieces = writtenForm(configurationOf()).split(/(?<=[\s:"-])/);
    const broken = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(broken, (words) => {
        expect(readForm(words.join(''), needed)).toHaveProperty('ok');
        expect(readForm(`body:${indispensable}\n  - ${words.join('')}`, needed)).toHaveProperty(
          'ok',
        );
      }),
      { numRuns: 300 },
    );
  });
});
