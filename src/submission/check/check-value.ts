import { type Problem, problem } from '../../problem/problem.ts';
import { withoutComments } from '../../text/without-comments.ts';
import type { AskedField } from '../asked-fields.ts';
import { choicesIn } from '../choices.ts';
import { cleanText } from '../clean-text.ts';
import { lengthOf, limits } from '../limits.ts';
import type { Checked } from './checked.ts';
import { cleanAnswer, cleanAnswerLines } from './clean-answer.ts';
import { listedWords } from './listed-answers.ts';

/** Alone, it says something of a field that takes any words: a place of `*` is every place. */
const anything = '*';

/** Of a problem, in characters: a list may have a hundred choices. */
const mostNamed = 300;

/**
 * Checks the value of a field that only the list itself understands.
 *
 * @param isNew whether the entry is, so that it has to have what every entry has
 * @param hasLines whether words may have several lines
 * @param inList what the entries of the list have for it
 */
export function checkValue(
  typed: string | undefined,
  { kind, id, name, label, role, choices, required }: AskedField,
  isNew: boolean,
  hasLines = false,
  inList: readonly string[] = [],
): Checked {
  const shown = label ?? name ?? id;
  const cleaned = cleanText(withoutComments(typed ?? ''));
  // GitHub's forms cannot offer “None”: it is what no choice stands for.
  const wanted = cleaned === '' && required && isNew ? 'None' : cleaned;
  const found = choicesIn(wanted, choices);
  // An entry is in one group, but tables often name several environments.
  const several = kind === 'own' || found?.length === 1 ? found?.join(', ') : undefined;
  const isAnything = choices.length === 0 && cleaned === anything;
  const mark = choices.length === 0 ? listedWords(cleaned, inList) : undefined;
  const chosen = several ?? (isAnything ? anything : mark);
  const value = chosen ?? (hasLines && role === 'none' ? cleanAnswerLines : cleanAnswer)(typed);
  const wrong = (...problems: readonly Problem[]) => ({ value, problems });
  if (value === '') {
    const isGroup = kind === 'group' && label === undefined ? 'yes' : '';
    const missing = { name: shown, choices: listed(choices), isHomepage: '', isGroup };
    return required && isNew ? wrong(problem('field-missing', id, missing)) : wrong();
  }
  if (choices.length > 0 && chosen === undefined) {
    const values = { name: shown, value, choices: listed(choices) };
    return wrong(problem('field-not-a-choice', id, values));
  }
  const length = lengthOf(value);
  const limit = role === 'none' ? limits.words : limits.value;
  return chosen === undefined && length > limit
    ? wrong(problem('field-too-long', id, { name: shown, length, limit }))
    : wrong();
}

function listed(choices: readonly string[]): string {
  const all = choices.map((choice) => `“${choice}”`);
  const end = all.findIndex((_, index) => all.slice(0, index + 1).join(', ').length > mostNamed);
  return end === -1 ? all.join(', ') : `${all.slice(0, end).join(', ')} …`;
}
