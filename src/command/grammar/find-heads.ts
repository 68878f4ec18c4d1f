import { beforeMail } from './before-mail.ts';
import { ownLines } from './own-lines.ts';
import { foldWord } from './words.ts';

/** A line of a comment that speaks to us. */
export interface Head {
  /** What follows `/poweredby` on its line, trimmed. */
  readonly words: string;
  /** The lines below it up to the next one, without those of quotes and code. */
  readonly below: readonly string[];
  /** Whether it mentions us instead, as `@powered-by`. */
  readonly isMention: boolean;
}

/** Long enough for any login that GitHub takes, with `[bot]`. */
const addressee = /^\S{1,60}(?!\S)/;

/** Finds the lines that begin with `/poweredby` and are neither in a quote, in code, nor in a mail that is answered. */
export function findHeads(comment: string): readonly Head[] {
  const lines = beforeMail(ownLines(comment));
  const starts = lines.flatMap((line, index) => {
    const shown = line.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, '');
    const word = addressee.exec(shown)?.[0] ?? '';
    const kind = addressedBy(word);
    return kind === undefined ? [] : [{ index, kind, words: shown.slice(word.length).trim() }];
  });
  return starts.map(({ index, kind, words }, at) => ({
    words,
    below: lines.slice(index + 1, starts[at + 1]?.index),
    isMention: kind === 'mention',
  }));
}

function addressedBy(word: string): 'name' | 'mention' | undefined {
  const folded = foldWord(word.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  if (/^\/powered[-_]?by$/.test(folded)) return 'name';
  // Whatever the app is called, its name tells what it is.
  return /^@(?=[\w-]*powered-?by)[\w-]+(?:\[bot\])?$/.test(folded) ? 'mention' : undefined;
}
