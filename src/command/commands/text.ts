import type { Configuration } from '../../config/configuration.ts';
import { type Problem, problem, problemsWith } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { AskedSettings } from '../../submission/asked-fields.ts';
import { checkSubmission } from '../../submission/check-submission.ts';
import { saysNothing } from '../../submission/no-answer.ts';
import { shorten } from '../../text/shorten.ts';
import type { TextCommand } from '../command.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { isPictureLine, readFieldLine } from '../grammar/field-line.ts';
import { foldLocale } from '../grammar/locales.ts';
import { withoutQuotes } from '../grammar/without-quotes.ts';
import { mostTyped } from '../grammar/words.ts';

const field = '/poweredby text';
const problemHere = problemsWith(field, { command: 'text' });

/** A locale with what parts it from the text: `zh`, `zh:`, `zh：`. */
const localePattern = /^([a-z]{2,8}(?:[-_][a-z0-9]{1,8})*)(?=[\s:：,，]|$)[\s:：,，]*/i;

export const text: CommandDefinition<TextCommand> = {
  users: () => 'submitter',
  parse: ({ words, below }, settings) => readText(words, below, settings),
  check(command, { state: { request, halt, merged }, isWriter, configuration }) {
    const isOnPages = merged?.company !== undefined && merged.change !== 'remove';
    if (request?.kind !== 'entry' && (request || !isOnPages)) {
      return [problemHere('command-needs-submission')];
    }
    if (halt) return [problemHere('command-nothing-open')];
    // A new pull request: it waits for a maintainer's approval as the first one did.
    if (!request && configuration.open === 'on-command' && !isWriter) {
      return [problemHere('command-for-writers')];
    }
    return checkText(command, configuration);
  },
  apply({ locale, text }, { request, merged }, { commentId, requester }) {
    const texts = { [locale]: text };
    if (request?.kind === 'entry') {
      return { request: { ...request, texts: { ...request.texts, ...texts } } };
    }
    if (request || merged?.company === undefined || merged.change === 'remove') return {};
    const { company } = merged;
    const source = { kind: 'texts', company, commentId, requester } as const;
    return { request: { kind: 'entry', source, texts }, isApproved: true };
  },
};

/**
 * Reads what follows `/poweredby text`: a locale and its text, which goes on over the lines below, or begins there, and
 * ends at a blank line, a line of dashes or a field such as `link: …`. So nothing that is written under it comes onto the page.
 *
 * @param words what follows `text` on the command's line, trimmed
 * @param below the lines under it
 */
function readText(
  words: string,
  below: readonly string[],
  configured: AskedSettings,
): Result<TextCommand> {
  const { locales } = configured;
  const values = {
    known: locales.join(', '),
    first: locales[0] ?? '',
    several: locales.length > 1 ? 'yes' : '',
  };
  if (words === '') return failure(problem('command-locale-missing', field, values));
  const [prefix, typed = ''] = localePattern.exec(words) ?? ['', /^\S+/.exec(words)?.[0]];
  const locale = locales.find((one) => foldLocale(one) === foldLocale(typed));
  if (locale === undefined) {
    const unknown = { locale: shorten(typed, mostTyped), ...values };
    return failure(problem('command-locale-unknown', field, unknown));
  }
  const isEnd = (line: string) =>
    isRule(line) || readFieldLine(line, configured) !== undefined || isPictureLine(line);
  const text = withoutQuotes(firstParagraph([words.slice(prefix.length), ...below], isEnd));
  // Such as the “…” of the example that we show.
  return saysNothing(text)
    ? failure(problem('command-text-missing', field, { locale }))
    : success({ name: 'text', locale, text });
}

/** A text is checked as a form's answer would be. */
function checkText(
  { locale, text }: TextCommand,
  configuration: Configuration,
): readonly Problem[] {
  const anyCompany = 'x';
  const checked = checkSubmission(
    { company: anyCompany, descriptions: { [locale]: text } },
    { configuration, update: true },
  );
  return checked.ok ? [] : checked.problems;
}

/** A line of dashes or the like, with which people part what they write. */
function isRule(line: string): boolean {
  return /^\s*([-=*_~])(?:\s*\1)+\s*$/.test(line);
}

function firstParagraph(lines: readonly string[], isEnd: (line: string) => boolean): string {
  const isBlank = (line: string) => line.trim() === '';
  const start = lines.findIndex((line) => !isBlank(line));
  if (start === -1) return '';
  const end = lines.findIndex((line, index) => index > start && (isBlank(line) || isEnd(line)));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .join('\n');
}
