import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/templates.ts';
import { placeholdersOf } from './placeholders.ts';

const root = join(import.meta.dirname, '../../src');
const sources = globSync('**/*.ts', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
);
const { problems, remarks } = loadTemplates('en');

/** A problem or remark made in the source, with the names of its values written beside it. */
interface Written {
  readonly code: string;
  readonly values: readonly string[];
}

/** Calls whose code and values are literals; a `...` or a variable in the place of the values tells nothing. */
function written(call: RegExp): Written[] {
  return sources.flatMap((text) =>
    Array.from(text.matchAll(call), ([, code = '', values = '']) => ({
      code,
      values: values.split(',').map((value) => /^\s*(\w*)/.exec(value)?.[1] ?? ''),
    })),
  );
}

const literal = String.raw`(?:,\s*\{((?:(?!\.\.\.)[^{}])*)\})?,?\s*\)`;
const writtenProblems = written(
  new RegExp(String.raw`\bproblem\(\s*'([a-z-]+)',\s*[^,()]+(?:\(\))?${literal}`, 'g'),
);
const writtenRemarks = written(new RegExp(String.raw`\bremark\(\s*'([a-z-]+)'${literal}`, 'g'));

/** What a sentence names that the code beside it does not give. */
function missing({ values }: Written, texts: readonly string[]): string[] {
  return texts.flatMap(placeholdersOf).filter((name) => !values.includes(name));
}

describe('the values written beside', () => {
  it.each(writtenProblems)('the problem $code are all that its words name', (one) => {
    const {
      message,
      hint,
      example = '',
    } = { message: '', hint: '', ...Object(problems)[one.code] };
    expect(missing(one, [message, hint, example])).toEqual([]);
  });

  it.each(writtenRemarks)('the remark $code are all that its words name', (one) => {
    expect(missing(one, [String(Object(remarks)[one.code])])).toEqual([]);
  });

  it('are found in every room that has words of its own', () => {
    const found = [...writtenProblems, ...writtenRemarks].map(({ code }) => code);
    for (const code of [
      'checkout-missing',
      'company-nearly-listed',
      'configuration-key-unknown',
      'form-label-twice',
      'link-has-credentials',
      'logo-too-narrow',
      'page-not-yaml',
      'logo-file-renamed',
    ]) {
      expect(found).toContain(code);
    }
  });
});
