import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { languages } from '../../src/config/reply-languages.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { remarkCodes } from '../../src/problem/remark.ts';
import { loadTemplates, readTemplate } from '../../src/templates.ts';

const all = languages.map(loadTemplates);

const text = z.string().trim().min(1);
const problemTemplate = z.strictObject({ message: text, hint: text, example: text.optional() });

describe.each(all)('the words in $language', (templates) => {
  it('are there for every problem and no other', () => {
    expect(Object.keys(templates.problems).sort()).toEqual([...problemCodes].sort());
  });

  it('are there for every remark and no other', () => {
    expect(Object.keys(templates.remarks).sort()).toEqual([...remarkCodes].sort());
  });

  it('say of each problem what is wrong and what to do', () => {
    expect(
      z.record(z.string(), problemTemplate).safeParse(templates.problems).error,
    ).toBeUndefined();
  });

  it('say something of each remark', () => {
    expect(z.record(z.string(), text).safeParse(templates.remarks).error).toBeUndefined();
  });
});

describe('readTemplate', () => {
  it('reads a file by its path under templates/', () => {
    expect(readTemplate('en/issue-form.yml')).toContain('id: company');
  });

  it('throws where there is none', () => {
    expect(() => readTemplate('en/nothing.yml')).toThrow();
  });
});
