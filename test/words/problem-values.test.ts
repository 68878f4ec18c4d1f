import { describe, expect, it } from 'vitest';
import { languages } from '../../src/config/reply-languages.ts';
import { problemValues } from '../../src/problem/codes.ts';
import { remarkValues } from '../../src/problem/remark.ts';
import { loadTemplates } from '../../src/templates.ts';
import { placeholdersOf } from './placeholders.ts';

// That the code gives the values is seen to by the compiler.
describe.each(languages)('the sentences in %s', (language) => {
  const { problems, remarks } = loadTemplates(language);

  it.each(Object.entries(problemValues))('of %s name values that it has', (code, known) => {
    const { message, hint, example = '' } = { message: '', hint: '', ...Object(problems)[code] };
    const named = [message, hint, example].flatMap(placeholdersOf);
    expect(named.filter((name) => !Array.from<string>(known).includes(name))).toEqual([]);
  });

  it.each(Object.entries(remarkValues))(
    'of the remark %s name values that it has',
    (code, known) => {
      const named = placeholdersOf(String(Object(remarks)[code]));
      expect(named.filter((name) => !Array.from<string>(known).includes(name))).toEqual([]);
    },
  );
});
