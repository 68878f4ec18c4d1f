import type { TextContext, WrittenText } from '../../data/data-syntax.ts';
import type { DataValue } from '../../data/data-value.ts';
import { Expression } from '../../data/describe.ts';
import { usualOf } from '../../most-common.ts';

type Quote = "'" | '"' | '`';

/** What would end a string, begin an expression in a template, or be seen by nobody. */
const special: Readonly<Record<Quote, RegExp>> = {
  "'": /['\\\p{Cc}\u2028\u2029\uFEFF]/gu,
  '"': /["\\\p{Cc}\u2028\u2029\uFEFF]/gu,
  '`': /[`\\\p{Cc}\u2028\u2029\uFEFF]|\$(?=\{)/gu,
};

/**
 * Writes a string between the quotes of most of the nearest of the same key; between others where it needs no backslash then.
 * It is in a call such as `require('./a.png')` where most of them are.
 */
export function writeString(typed: string, { text, likes, others }: TextContext): WrittenText {
  const quotesOf = (values: readonly DataValue[]) =>
    values.map((each) => text.charAt(each.start + callOf(each).open.length)).filter(isQuote);
  const usual = usualOf(quotesOf(likes)) ?? usualOf(quotesOf(others)) ?? "'";
  const other = usual === "'" ? '"' : "'";
  const isOther = usual !== '`' && typed.includes(usual) && !typed.includes(other);
  const quote = isOther ? other : usual;
  const string = `${quote}${typed.replace(special[quote], escaped)}${quote}`;
  const calls = likes.map(callOf);
  const usualOpen = usualOf(calls.map(({ open }) => open));
  const call = calls.find(({ open }) => open === usualOpen);
  if (call === undefined || call.open === '') return { source: string, data: typed };
  const source = call.open + string + call.close;
  return { source, data: new Expression(source) };
}

/** What is before and behind the string in a call; nothing where there is none. */
function callOf({ call }: DataValue): { readonly open: string; readonly close: string } {
  const [, open = '', close = ''] = /^([^'"`]*).*(\).*)$/s.exec(call?.source ?? '') ?? [];
  return { open, close };
}

function isQuote(character: string): character is Quote {
  return character in special;
}

function escaped(character: string): string {
  if (/[ -~]/.test(character)) return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
