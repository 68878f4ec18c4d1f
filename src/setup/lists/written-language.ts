import type { TextFile } from '../../list/list.ts';

/** So much of a text tells its language. */
const mostCharacters = 100_000;

/** What is in no language: code, tags, and addresses. */
const noWords = /```[^`]*```|`[^`\n]*`|<[^<>]*>|https?:\/\/[^\s)\]]*|\]\([^()\s]*\)/g;

/**
 * The language in which a list is written: Chinese, if it has more than two Chinese characters, about a word, for each word in other
 * letters.
 *
 * @returns nothing for all other languages
 */
export function writtenLanguage({ text }: TextFile): 'zh' | undefined {
  const words = text.slice(0, mostCharacters).replace(noWords, ' ');
  const characters = countOf(words, /\p{Script=Han}/gu);
  // Japanese has Chinese characters too.
  const kana = countOf(words, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana * 10 > characters) return undefined;
  const others = countOf(words, /(?:(?!\p{Script=Han})\p{L})+/gu);
  return characters > 2 * others ? 'zh' : undefined;
}

function countOf(text: string, part: RegExp): number {
  return text.match(part)?.length ?? 0;
}
