import { usualOf } from '../../most-common.ts';
import type { TextContext, WrittenText } from '../data-syntax.ts';
import type { DataValue } from '../data-value.ts';
import { isDateLike, mayBePlain } from './plain-scalar.ts';
import { wrapWords } from './wrap-words.ts';

/** What a person does not see in a file, and what not every reader takes: it is written as its number. */
const invisible = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/**
 * Writes a string like most of the nearest of the same key: plain, between quotes, or as a block of lines. Where it would be
 * something else when it is plain, for any reader of YAML 1.1 or 1.2, it gets quotes.
 */
export function writeScalar(text: string, context: TextContext): WrittenText {
  const sources = context.likes.map((like) => sourceOf(like, context.text));
  const style = usualOf(sources.map(styleOf));
  const nearest = sources.find((each) => styleOf(each) === style) ?? '';
  if (/^[|>]/.test(nearest)) {
    const fits = text !== '' && text.trim() === text && !invisible.test(text);
    return fits ? writeBlock(text, nearest, sources) : writeQuoted(text, '"');
  }
  if (style === '"' || style === "'") return wrapLike(writeQuoted(text, style), sources);
  const isDate = isDateLike(text) && isDateLike(nearest);
  if (isDate || (mayBePlain(text, context.inBraces) && !invisible.test(text))) {
    return wrapLike({ source: text, data: text }, sources);
  }
  const others = [...context.likes, ...context.others].map((like) => sourceOf(like, context.text));
  const quote = others.map((each) => /^["']/.exec(each)?.[0]).find((each) => each !== undefined);
  const isAwkward = quote === undefined && /["\\]/.test(text) && !text.includes("'");
  return writeQuoted(text, isAwkward ? "'" : (quote ?? '"'));
}

function styleOf(source: string): string {
  return /^["'|>]/.exec(source)?.[0] ?? 'plain';
}

function sourceOf({ start, end }: DataValue, text: string): string {
  return text.slice(start, end).replaceAll('\r\n', '\n');
}

function writeQuoted(text: string, quote: string): WrittenText {
  // One that has the quote in it needs the other ones, as formatters have it.
  const isAwkward = text.includes("'") && !/["\\]/.test(text);
  if (quote === "'" && !isAwkward && !invisible.test(text)) {
    return { source: `'${text.replaceAll("'", "''")}'`, data: text };
  }
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const source = JSON.stringify(text).replace(new RegExp(invisible, 'gu'), escaped);
  return { source, data: text };
}

/** A text over several lines, which a reader joins by blanks, where the other one is so. */
function wrapLike({ source, data }: WrittenText, likes: readonly string[]): WrittenText {
  const indentation = likes.map((like) => /^[^|>].*\n( +)/.exec(like)?.[1]).find((each) => each);
  const width = widthOf(likes);
  const isLonger = likes.some((like) => !like.includes('\n') && like.length > width);
  if (indentation === undefined || isLonger) return { source, data };
  return { source: wrapWords(source, width).join(`\n${indentation}`), data };
}

function writeBlock(text: string, like: string, likes: readonly string[]): WrittenText {
  const [first = '', ...lines] = like.split('\n');
  const header = /^[|>][-+0-9]*/.exec(first)?.[0].replace('+', '') ?? '|';
  const filled = lines.filter((line) => line.trim() !== '');
  const indentation = /^ */.exec(filled[0] ?? '')?.[0] ?? '';
  const isWrapped = likes.some((each) => each.trimEnd().split('\n').length > 2);
  const written = isWrapped ? wrapWords(text, widthOf(likes)) : [text];
  const end = header.includes('-') ? '' : '\n';
  const source = [header, ...written].join(`\n${indentation}`);
  return { source, data: written.join(header.startsWith('|') ? '\n' : ' ') + end };
}

/** Of the longest line in texts of several lines, in characters and without its indentation. */
function widthOf(likes: readonly string[]): number {
  const lines = likes.flatMap((like) => {
    const all = like.split('\n');
    return all.length > 1 ? all : [];
  });
  return Math.max(...lines.map((line) => line.trim().length));
}
