import { betweenLike, cutBetween, insertBetween, usualLayout } from '../brackets.ts';
import type { DataSyntax, TextContext, WrittenText } from '../data-syntax.ts';
import { readJson } from './read-json.ts';
import { seeJson } from './see-json.ts';

/** JSON, with lists of objects; comments and trailing commas may be there. */
export const jsonSyntax: DataSyntax = {
  id: 'json-array',
  comments: 'json',
  read: readJson,
  see: seeJson,
  insert: insertBetween,
  cut: cutBetween,
  layout: (list) => usualLayout(list, ''),
  between: betweenLike,
  afterKey: ': ',
  breaksLongLines: false,
  itemGap: (open) => `,${/\s+$/.exec(open)?.[0] ?? ' '}`,
  writeKey: (name) => JSON.stringify(name),
  writeText,
};

/** What a person does not see in a file. */
const invisible = /[\p{Cc}\u2028\u2029\uFEFF]/gu;

const beyondAscii = /[\u0080-\uFFFF]/;

/** Writes a string; in a file that escapes slashes, or everything beyond ASCII, likewise. */
function writeText(typed: string, { text }: TextContext): WrittenText {
  const isAscii = !beyondAscii.test(text) && /\\u[0-9a-fA-F]{4}/.test(text);
  const hasSlashes = /\\\//.test(text) && !/[^\\<]\//.test(text);
  let source = JSON.stringify(typed).replace(invisible, escaped);
  if (isAscii) source = source.replace(new RegExp(beyondAscii, 'g'), escaped);
  if (hasSlashes) source = source.replaceAll('/', '\\/');
  return { source, data: typed };
}

/** Without the `u` flag each half of a pair of surrogates comes alone, as JSON escapes it. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
