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
  const others = () => [...tokens.slice(0, start), ...tokens.slice(end + 1)];
  const entries = itemsOf(tokens.slice(start, end)).map(tokenContents);
  return { entries, rest: () => toComparable(others(), besides) };
}

/**
 * A file without the list, in the place of which a paragraph may be.
 *
 * @param line that of the paragraph, from 1
 */
export function seeParagraph(text: string, line: number | undefined): SeenList | undefined {
  const { tokens, besides } = readAgain(text);
  const start = tokens.findIndex(
    ({ type, level, map }) =>
      type === 'paragraph_open' && level === 0 && line !== undefined && map?.[0] === line - 1,
  );
  if (line !== undefined && start === -1) return undefined;
  const own = line === undefined ? [] : tokens.slice(start, start + 3);
  const others = () => tokens.filter((token) => !own.includes(token));
  const entries = own.length > 0 ? [tokenContents(own)] : [];
  return { entries, rest: () => toComparable(others(), besides) };
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
