import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem/problem.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { describeRemark } from '../../src/words/describe-remark.ts';
import { fillTemplate } from '../../src/words/fill-template.ts';

const english = loadTemplates('en');

describe('describeProblem', () => {
  it('says what is wrong, how to fix it, and how it looks when it is right', () => {
    const link = 'juniper.example/talk';
    const suggestion = `https://${link}`;
    expect(
      describeProblem(
        problem('link-without-scheme', 'link', { optional: 'yes', link, suggestion }),
        english,
      ),
    ).toEqual({
      code: 'link-without-scheme',
      field: 'link',
      message: '“juniper.example/talk” does not start with https://.',
      hint: 'If you mean https://juniper.example/talk, enter it in full. It is optional: you can leave it empty.',
      example: 'https://juniper.example/talk',
    });
  });

  it('says what is missing where the list has only a key for it', () => {
    const said = (isHomepage: string, isGroup: string) => {
      const values = { name: 'url', choices: '', isHomepage, isGroup };
      return describeProblem(problem('field-missing', 'url', values), english).message;
    };
    expect(said('yes', '')).toBe('The address of the homepage is missing.');
    expect(said('', 'yes')).toBe('The part of the list to which the entry belongs is missing.');
    expect(said('', '')).toBe('“url” is missing.');
  });

  it('speaks Chinese', () => {
    const missing = problem('company-missing', 'company');
    expect(describeProblem(missing, loadTemplates('zh')).message).toBe('缺少公司名称。');
  });

  it('separates names as the language does', () => {
    const unknown = problem('field-not-a-choice', 'environment', {
      name: 'Environment',
      value: 'Moon',
      choices: '“Production”, “Testing”',
    });
    expect(describeProblem(unknown, english).hint).toContain('“Production”, “Testing”.');
    expect(describeProblem(unknown, loadTemplates('zh')).hint).toContain(
      '“Production”、“Testing”。',
    );
  });

  it('leaves the example out where there is none', () => {
    const tooLarge = problem('form-too-large', '', { size: 2, limit: 1 });
    expect(describeProblem(tooLarge, english)).not.toHaveProperty('example');
  });

  it('names the file itself where a configuration is no mapping at all', () => {
    const root = problem('configuration-not-a-mapping', '', { line: 1, key: '' });
    expect(describeProblem(root, english).message).toMatch(/^Line 1: the file must be a mapping/);
  });
});

describe('describeRemark', () => {
  it('fills the remark’s sentence', () => {
    const remarks = { 'logo-enlarged': 'Enlarged {{factor}} times.' };
    const remark = { code: 'logo-enlarged', values: { factor: 2 } };
    expect(describeRemark(Object(remark), { ...english, remarks: Object(remarks) })).toEqual({
      code: 'logo-enlarged',
      message: 'Enlarged 2 times.',
    });
  });
});

describe('fillTemplate', () => {
  it('inserts values as data, never as HTML or as a template', () => {
    const values = { name: '<b>{{other}}</b> & {{{other}}} {{> x}}', other: 'no' };
    expect(fillTemplate('{{name}}!', values)).toBe('<b>{{other}}</b> & {{{other}}} {{> x}}!');
  });

  it('shows zero', () => {
    expect(fillTemplate('{{count}} logos', { count: 0 })).toBe('0 logos');
  });
});
