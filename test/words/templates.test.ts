import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configurationPath } from '../../src/config/configuration.ts';
import { languages } from '../../src/config/reply-languages.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { remarkCodes } from '../../src/problem/remark.ts';
import { loadTemplates, readTemplate } from '../../src/templates.ts';

const all = languages.map((each) => loadTemplates(each));

const text = z.string().trim().min(1);
const problemTemplate = z.strictObject({ message: text, hint: text, example: text.optional() });

describe.each(all)('the words in $language', (templates) => {
  it('name the configuration where a repository has it', () => {
    const words = (path?: string) => JSON.stringify(loadTemplates(templates.language, path));
    expect(words()).toContain(configurationPath);
    expect(words('config/listing.yml')).toContain('config/listing.yml');
    expect(words('config/listing.yml')).not.toContain(configurationPath);
  });

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
