import { closest, distance } from 'fastest-levenshtein';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result } from '../problem/result.ts';
import type { AskedSettings } from '../submission/asked-fields.ts';
import { shorten } from '../text/shorten.ts';
import type { Command, CommandName } from './command.ts';
import { commandNames, definitionOf } from './commands.ts';
import { findHeads, type Head } from './grammar/find-heads.ts';
import { foldWord, mostTyped } from './grammar/words.ts';

/** Nobody means more at once. */
const mostCommands = 10;

/**
 * Reads the commands of a comment, in their order: `/poweredby NAME …` at the beginning of a line outside quotes and code.
 * Letters' case, blanks of any width and a full stop behind the command do not matter; `/poweredby` alone asks for help.
 * What is given to a command stays as it was typed. Linear in the comment's length.
 *
 * @returns none where the comment is no command; otherwise each, or why it is none. The `field` of a problem is the
 *   command as it should begin, such as `/poweredby text`.
 */
export function parseCommands(
  comment: string,
  settings: AskedSettings,
): readonly Result<Command>[] {
  const heads = findHeads(comment).filter(isMeant);
  const read = heads.slice(0, mostCommands).map((head) => parseCommand(head, settings));
  if (heads.length <= mostCommands) return read;
  return [...read, failure(problem('command-too-many', '/poweredby', { limit: mostCommands }))];
}

function parseCommand(head: Head, settings: AskedSettings): Result<Command> {
  const { word, folded } = nameIn(head);
  const name = folded === '' ? 'help' : commandNames.find((known) => known === folded);
  const words = head.words.slice(word.length).trim();
  if (name === undefined) return failure(unknownCommand(word, folded, words));
  return definitionOf(name).parse({ ...head, words }, settings);
}

function nameIn({ words }: Head): { readonly word: string; readonly folded: string } {
  const word = /^\S+/.exec(words)?.[0] ?? '';
  return { word, folded: foldWord(shorten(word, mostTyped)) };
}

/** Whoever mentions us may only speak of us. */
function isMeant(head: Head): boolean {
  const { folded } = nameIn(head);
  return !head.isMention || folded === '' || commandNames.some((known) => known === folded);
}

/** Whether a comment is a command, be it a right or a wrong one: to be told before anything else is known. */
export function isCommand(comment: string): boolean {
  return findHeads(comment).some(isMeant);
}

/** @param given what is behind it: the example repeats it, or shows what belongs there where that is nothing or too much. */
function unknownCommand(typed: string, folded: string, given: string): Problem {
  const word = shorten(typed, mostTyped);
  const nearest = closest(folded, [...commandNames]);
  const needs = ['text', 'remove', 'rename'].find((name) => name === nearest);
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
        lacksNames: lacks('rename'),
      })
    : problem('command-unknown', '/poweredby', { word, known: commandNames.join(', ') });
}
