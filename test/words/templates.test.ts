import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemCodes } from '../../src/problem/codes.ts';
import { remarkCodes } from '../../src/problem/remark.ts';
import { loadTemplates, readTemplate } from '../../src/templates.ts';
import { placeholdersOf } from './placeholders.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');

const text = z.string().trim().min(1);
const problemTemplate = z.strictObject({ message: text, hint: text, example: text.optional() });

describe.each([english, chinese])('the words in $language', (templates) => {
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

describe('the words in two languages', () => {
  it.each(Object.keys(english.problems))('name the same values for %s', (code) => {
    const both = [english, chinese].map(({ problems }) => {
      const { message, hint, example = '' } = { message: '', hint: '', ...Object(problems)[code] };
      return [message, hint, example].map(placeholdersOf);
    });
    expect(both[1]).toEqual(both[0]);
  });

  it('name the same values for each remark', () => {
    const placeholders = [english, chinese].map(({ remarks }) =>
      Object.fromEntries(
        Object.entries<string>(remarks).map(([code, words]) => [code, placeholdersOf(words)]),
      ),
    );
    expect(placeholders[1]).toEqual(placeholders[0]);
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
