import type { TextContext, WrittenText } from '../../data/data-syntax.ts';
import type { DataValue } from '../../data/data-value.ts';
import { usualOf } from '../../most-common.ts';

type Quote = "'" | '"' | '`';

/** What would end a string, begin an expression in a template, or be seen by nobody. */
const special: Readonly<Record<Quote, RegExp>> = {
  "'": /['\\\p{Cc}\u2028\u2029\uFEFF]/gu,
  '"': /["\\\p{Cc}\u2028\u2029\uFEFF]/gu,
  '`': /[`\\\p{Cc}\u2028\u2029\uFEFF]|\$(?=\{)/gu,
};

/** Writes a string between the quotes of most of the nearest of the same key; between others where it needs no backslash then. */
export function writeString(typed: string, { text, likes, others }: TextContext): WrittenText {
  const quotesOf = (values: readonly DataValue[]) =>
    values.map(({ start }) => text.charAt(start)).filter(isQuote);
  const usual = usualOf(quotesOf(likes)) ?? usualOf(quotesOf(others)) ?? "'";
  const other = usual === "'" ? '"' : "'";
  const isOther = usual !== '`' && typed.includes(usual) && !typed.includes(other);
  const quote = isOther ? other : usual;
  return { source: `${quote}${typed.replace(special[quote], escaped)}${quote}`, data: typed };
}

function isQuote(character: string): character is Quote {
  return character in special;
}

function escaped(character: string): string {
  if (/[ -~]/.test(character)) return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
