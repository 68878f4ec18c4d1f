import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { shorten } from '../../text/shorten.ts';
import type { CommandName } from '../command.ts';
import type { Head } from './find-heads.ts';
import { foldWord, mostTyped } from './words.ts';

/** Reads a command that is alone on its line. What is written below it is talk. */
export function parseAlone<Name extends CommandName>(
  name: Name,
  { words }: Head,
): Result<{ readonly name: Name }> {
  return isNothing(words) ? success({ name }) : failure(unexpectedWords(name, words));
}

/** Whether nothing but punctuation follows a command. */
export function isNothing(words: string): boolean {
  return foldWord(words) === '';
}

/** Withdrawing what was not meant cannot be undone by us: words that a command does not take are not passed over. */
export function unexpectedWords(command: CommandName, words: string): Problem {
  return problem('command-words-unexpected', `/poweredby ${command}`, {
    command,
    words: shorten(words, mostTyped),
  });
}
