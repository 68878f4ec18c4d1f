import type { Token } from 'markdown-it';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { readAgain, toComparable } from '../../markdown/second-reader.ts';
import type { SeenList } from '../../sequence/sequence.ts';

/**
 * A list as another parser of Markdown reads it, and the rest of the file with it.
 *
 * @param line that of its first item, from 1
 * @returns nothing where no list begins there
 */
export function seeList(text: string, line: number): SeenList | undefined {
  const { tokens, besides } = readAgain(text);
  const start = tokens.findIndex(
    ({ type, level, map }) => /_list_open$/.test(type) && level === 0 && map?.[0] === line - 1,
  );
  const open = tokens[start];
  if (open === undefined) return undefined;
  const closing = open.type.replace('open', 'close');
  const end = tokens.findIndex(
    ({ type, level }, index) => index > start && type === closing && level === 0,
  );
  const rest = [...tokens.slice(0, start), ...tokens.slice(end + 1)].map(toComparable);
  const entries = itemsOf(tokens.slice(start, end)).map(tokenContents);
  return { entries, rest: JSON.stringify([rest, open.type, open.markup, besides]) };
}

/** The tokens of each item. */
function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'list_item_open' && token.level === 1) items.push([]);
    items.at(-1)?.push(token);
  }
  return items;
}
