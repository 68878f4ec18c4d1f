import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { shorten } from '../text/shorten.ts';
import type { TextCommand } from './command.ts';
import { foldLocale } from './locales.ts';
import { mostTyped } from './words.ts';

const field = '/poweredby text';

/** A locale with what parts it from the text: `zh`, `zh:`, `zh：`. */
const localePattern = /^([a-z]{2,8}(?:[-_][a-z0-9]{1,8})*)(?=[\s:：,，]|$)[\s:：,，]*/i;

/**
 * Reads what follows `/poweredby text`: a locale and its text, which goes on over the lines below, or begins there, and
 * ends at a blank line. So a greeting or a mail's signature under it does not come onto the page.
 *
 * @param words what stands on the command's line behind `text`, trimmed.
 * @param below the lines under it.
 * @param locales those of the configuration.
 */
export function readText(
  words: string,
  below: readonly string[],
  locales: readonly string[],
): Result<TextCommand> {
  const values = { known: locales.join(', '), first: locales[0] ?? '' };
  if (words === '') return failure(problem('command-locale-missing', field, values));
  const [prefix, typed = ''] = localePattern.exec(words) ?? ['', /^\S+/.exec(words)?.[0]];
  const locale = locales.find((one) => foldLocale(one) === foldLocale(typed));
  if (locale === undefined) {
    const unknown = { locale: shorten(typed, mostTyped), ...values };
    return failure(problem('command-locale-unknown', field, unknown));
  }
  const text = firstParagraph([words.slice(prefix.length), ...below]);
  return text === ''
    ? failure(problem('command-text-missing', field, { locale }))
    : success({ name: 'text', locale, text });
}

function firstParagraph(lines: readonly string[]): string {
  const isBlank = (line: string) => line.trim() === '';
  const start = lines.findIndex((line) => !isBlank(line));
  if (start === -1) return '';
  const end = lines.findIndex((line, index) => index > start && isBlank(line));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .join('\n');
}
