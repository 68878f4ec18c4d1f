import { type CodeNaming, type Problem, problem } from '../../problem/problem.ts';
import { fieldIds } from '../field-ids.ts';
import { lengthOf, limits } from '../limits.ts';
import type { Checked } from './checked.ts';
import { cleanAnswer } from './clean-answer.ts';
import { isPlainName } from './plain-name.ts';

/** Checks a company's name. */
export function checkCompany(typed: string | undefined): Checked {
  const { company: id } = fieldIds;
  const name = cleanAnswer(typed, true);
  if (name === '') return { value: name, problems: [problem('company-missing', id)] };
  const isReadable = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name);
  return {
    value: name,
    problems: [
      ...(isReadable ? [] : [problem('company-unreadable', id, { company: name })]),
      ...(isPlainName(name) ? [] : [problem('company-not-plain', id, { company: name })]),
      ...tooLong('company-too-long', id, name, limits.company),
    ],
  };
}

/** Says that a text is longer than it may be, if it is. */
export function tooLong(
  code: CodeNaming<'length' | 'limit'>,
  field: string,
  text: string,
  limit: number,
): readonly Problem[] {
  const length = lengthOf(text);
  return length > limit ? [problem(code, field, { length, limit })] : [];
}
