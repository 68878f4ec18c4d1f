import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/check/describe-finding.ts';
import { checkForm } from '../../src/check/form/check-form.ts';
import { loadTemplates } from '../../src/templates.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { inShort } from './check.ts';

const path = '.github/ISSUE_TEMPLATE/powered-by.yml';

function configured(fields: string, others = ''): ReturnType<typeof configurationOf> {
  return configurationOf(
    `pages: {en: A.md}\nformat: markdown-table\nlogo: none\nfields: {Name: {role: name}, ${fields}}\n${others}`,
  );
}

const usual = configured(
  'Stage: {role: status, required: true, choices: [Production, Testing]}, Region: {role: none}, Use: {role: text, required: true}',
);
const form = writtenForm(usual);

function lineOf(id: string): number {
  const lines = form.split('\n');
  return lines.findIndex((line) => new RegExp(`^ +id: "?${id}"?$`).test(line));
}

/** What is found when the form stays as it was written and the configuration changes. */
function foundWith(fields: string, others?: string): readonly string[] {
  return inShort(checkForm(form, configured(fields, others)));
}

describe('checkForm', () => {
  it('finds nothing in a form as it was written, whatever it asks for', () => {
    const several = [
      usual,
      configurationOf(),
      configurationOf('pages: {en: a.md, zh: b.md}\nlanguage: zh'),
      configured('Kind: {role: category, required: true, choices: [Web, None]}'),
      configured('Use: {role: text}', 'group: {choices: [Users, Vendors]}'),
    ];
    for (const each of several) expect(checkForm(writtenForm(each), each)).toEqual([]);
    expect(checkForm(undefined, usual)).toEqual([]);
  });

  it('finds what GitHub would not show, also without a configuration', () => {
    expect(inShort(checkForm('a: [', undefined))).toEqual([`${path}:1 form-not-yaml`]);
  });

  const stage = 'Stage: {role: status, required: true, choices: [Production, Testing]}';
  const use = 'Use: {role: text, required: true}';

  it('finds a field that the form lacks: without one that is required, no request succeeds', () => {
    const changed = configured(
      `${stage}, ${use}, Region: {role: none}, Since: {role: since, required: true}, Team: {role: none}`,
    );
    const found = checkForm(form, changed);
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error form-field-missing',
      'warning form-field-not-asked',
    ]);
    const edited = form.replace('Thank you', 'Many thanks');
    expect(checkForm(edited, changed).map(({ code }) => code)).toEqual(['form-field-missing']);
  });

  it('finds a field that no longer belongs to the list, but no field of the maintainers’ own', () => {
    expect(foundWith(`${stage}, ${use}`)).toEqual([
      `${path}:${lineOf('region')} form-field-unknown`,
    ]);
    const own = `${form}\n  - type: input\n    attributes: {label: Ours}\n  - type: checkboxes\n    id: ours\n    attributes: {label: Also ours, options: [{label: Yes}]}\n`;
    expect(checkForm(own, usual)).toEqual([]);
  });

  it('finds what is required in one of them only', () => {
    expect(foundWith(`${stage}, Region: {role: none, required: true}, Use: {role: text}`)).toEqual([
      `${path}:${lineOf('region')} form-field-optional`,
      `${path}:${lineOf('description')} form-field-required`,
    ]);
  });

  it('finds choices that differ, with the line and what to run', () => {
    const changed = configured(
      `Stage: {role: status, required: true, choices: [production, Pilot]}, Region: {role: none}, ${use}`,
    );
    const [found, ...others] = checkForm(form, changed);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'form-choices-differ',
      severity: 'warning',
      line: lineOf('stage'),
      values: { lacking: 'Pilot', refused: 'Testing' },
    });
    for (const language of ['en', 'zh'] as const) {
      const text = found && describeFinding(found, loadTemplates(language));
      expect(text).toContain('poweredby init --form');
    }
  });

  it('takes it for an error that every choice is refused, and free text for none of the choices', () => {
    const choices = (role: string) => `${role}, choices: [Alpha, Beta]`;
    expect(
      foundWith(
        `Stage: {${choices('role: status, required: true')}}, Region: {role: none}, ${use}`,
      ),
    ).toEqual([`${path}:${lineOf('stage')} form-choices-refused`]);
    expect(foundWith(`${stage}, Region: {${choices('role: none')}}, ${use}`)).toEqual([
      `${path}:${lineOf('region')} form-choices-differ`,
    ]);
  });
});
