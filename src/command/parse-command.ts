import { closest, distance } from 'fastest-levenshtein';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result } from '../problem/result.ts';
import { shorten } from '../text/shorten.ts';
import type { Command, CommandName } from './command.ts';
import { commandNames, definitionOf } from './commands.ts';
import { findHead } from './grammar/find-head.ts';
import type { Locales } from './grammar/locales.ts';
import { foldWord, mostTyped } from './grammar/words.ts';

/**
 * Reads the command of a comment: `/poweredby NAME …` on its first line outside quotes and code. Letters' case, blanks of
 * any width and a full stop behind the command do not matter; `/poweredby` alone asks for help. What is given to a
 * command stays as it was typed. Linear in the comment's length.
 *
 * @returns undefined where the comment is no command; otherwise the command, or why it is none. The `field` of a problem
 *   is the command as it should begin, such as `/poweredby text`.
 */
export function parseCommand(comment: string, locales: Locales): Result<Command> | undefined {
  const head = findHead(comment);
  if (head === undefined) return undefined;
  const word = /^\S+/.exec(head.words)?.[0] ?? '';
  const folded = foldWord(shorten(word, mostTyped));
  const name = folded === '' ? 'help' : commandNames.find((known) => known === folded);
  const words = head.words.slice(word.length).trim();
  if (name === undefined) return failure(unknownCommand(word, folded, words));
  return definitionOf(name).parse({ ...head, words }, locales);
}

/** @param given what stands behind it: the example repeats it, or shows what belongs there where that is nothing or too much. */
function unknownCommand(typed: string, folded: string, given: string): Problem {
  const word = shorten(typed, mostTyped);
  const nearest = closest(folded, [...commandNames]);
  const needs = nearest === 'text' || nearest === 'remove' ? nearest : undefined;
  const words = needs && shorten(given, mostTyped) === given ? given : '';
  const lacks = (command: CommandName) => (words === '' && needs === command ? 'yes' : '');
  const isSlip = distance(folded, nearest) <= Math.max(folded.length, nearest.length) / 2;
  return isSlip
    ? problem('command-nearly-known', '/poweredby', {
        word,
        nearest,
        words,
        lacksText: lacks('text'),
        lacksCompany: lacks('remove'),
      })
    : problem('command-unknown', '/poweredby', { word, known: commandNames.join(', ') });
}
