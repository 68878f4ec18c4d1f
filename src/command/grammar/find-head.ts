import { ownLines } from './own-lines.ts';
import { foldWord } from './words.ts';

/** A comment that speaks to us. */
export interface Head {
  /** What follows `/poweredby` on its line, trimmed. */
  readonly words: string;
  /** The lines below it, without those of quotes and code. */
  readonly below: readonly string[];
}

/** Finds `/poweredby` at the beginning of a comment's first line that is neither blank nor in a quote or in code. */
export function findHead(comment: string): Head | undefined {
  const lines = ownLines(comment);
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = (lines[first] ?? '').trim();
  const word = /^\S{1,20}(?!\S)/.exec(line)?.[0] ?? '';
  if (foldWord(word) !== '/poweredby') return undefined;
  return { words: line.slice(word.length).trim(), below: lines.slice(first + 1) };
}

/** Whether a comment is a command, be it a right or a wrong one: to be told before anything else is known. */
export function isCommand(comment: string): boolean {
  return findHead(comment) !== undefined;
}
