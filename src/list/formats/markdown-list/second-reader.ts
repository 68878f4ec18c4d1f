import type { Token } from 'markdown-it';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { blockFrom, readAgain, toComparable } from '../../markdown/second-reader.ts';
import type { SeenList } from '../../sequence/sequence.ts';

/**
 * A list as another parser of Markdown reads it, and the rest of the file with it.
 *
 * @param line that of its first item, from 1
 * @returns nothing where no list begins there
 */
export function seeList(text: string, line: number): SeenList | undefined {
  const { tokens, blocks, besides } = readAgain(text);
  const block = blocks[blockFrom(blocks, line)];
  if (block?.line !== line) return undefined;
  const { start, end } = block;
  if (!/_list_open$/.test(tokens[start]?.type ?? '')) return undefined;
  const others = () => [...tokens.slice(0, start), ...tokens.slice(end)];
  const entries = itemsOf(tokens.slice(start, end - 1)).map(tokenContents);
  return { entries, rest: () => toComparable(others(), besides) };
}

/**
 * A file without the list, in the place of which a paragraph may be.
 *
 * @param line that of the paragraph, from 1
 */
export function seeParagraph(text: string, line: number | undefined): SeenList | undefined {
  const { tokens, blocks, besides } = readAgain(text);
  const block = line === undefined ? undefined : blocks[blockFrom(blocks, line)];
  const { start, end } = block?.line === line && block ? block : { start: 0, end: 0 };
  const isThere = tokens[start]?.type === 'paragraph_open' && end > start;
  if (line !== undefined && !isThere) return undefined;
  const others = () => [...tokens.slice(0, start), ...tokens.slice(end)];
  const entries = end > start ? [tokenContents(tokens.slice(start, end))] : [];
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
