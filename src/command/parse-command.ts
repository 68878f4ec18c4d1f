import { closest, distance } from 'fastest-levenshtein';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { shorten } from '../text/shorten.ts';
import { type Command, type CommandName, commandNames } from './command.ts';
import { isPictureLine, readFieldLine } from './field-line.ts';
import { findHead, type Head } from './find-head.ts';
import type { Locales } from './locales.ts';
import { readEntry } from './read-entry.ts';
import { readText } from './read-text.ts';
import { foldWord, mostTyped } from './words.ts';

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
  return parseNamed(name, { ...head, words }, locales);
}

/** @param head what follows the command's name. */
function parseNamed(name: CommandName, head: Head, locales: Locales): Result<Command> {
  switch (name) {
    case 'add':
      return parseAdd(head, locales);
    case 'text':
      return readText(head.words, head.below, locales.locales);
    case 'remove':
      return head.words === ''
        ? failure(problem('command-company-missing', '/poweredby remove'))
        : success({ name, company: head.words });
    case 'rebuild':
    case 'withdraw':
      return isNothing(head.words) ? success({ name }) : failure(unexpected(name, head.words));
    case 'help':
      return success({ name });
  }
}

/** The lines `company: …` may begin right behind the command. */
function parseAdd({ words, below }: Head, locales: Locales): Result<Command> {
  const isEntryLine = readFieldLine(words, locales) !== undefined || isPictureLine(words);
  if (!isNothing(words) && !isEntryLine) return failure(unexpected('add', words));
  const entry = readEntry([words, ...below], locales);
  return success(entry === undefined ? { name: 'add' } : { name: 'add', entry });
}

function isNothing(words: string): boolean {
  return foldWord(words) === '';
}

/** Withdrawing what was not meant cannot be undone by us: words that a command does not take are not passed over. */
function unexpected(command: CommandName, words: string): Problem {
  return problem('command-words-unexpected', `/poweredby ${command}`, {
    command,
    words: shorten(words, mostTyped),
  });
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
