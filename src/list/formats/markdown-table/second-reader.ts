import type { Token } from 'markdown-it';
import { rememberLast } from '../../../text/remember-last.ts';
import { readAgain, toComparable } from '../../markdown/second-reader.ts';
import type { SeenList } from '../../sequence/sequence.ts';

/**
 * A table as another parser of Markdown reads it, and the rest of the file with it.
 *
 * @param ordinal which of the file's tables, those in quotations and lists left out
 * @returns nothing where it finds no such table
 */
export function seeTable(text: string, ordinal: number): SeenList | undefined {
  const { tokens, besides } = readAgain(text);
  const bounds = boundsOf(tokens, tablesIn(text)[ordinal]);
  if (bounds === undefined) return undefined;
  const [start, end] = bounds;
  const entries: string[][] = [];
  for (const { type, content } of tokens.slice(start, end)) {
    if (type === 'tr_open') entries.push([]);
    if (type === 'inline') entries.at(-1)?.push(content);
  }
  // The borders of a table's body come and go with its rows.
  const others = () => [...tokens.slice(0, start), ...tokens.slice(end)];
  return { entries, rest: () => toComparable(others(), besides) };
}

/** Where the tables of a file begin among its tokens. */
const tablesIn = rememberLast((text) =>
  readAgain(text).tokens.flatMap(({ type, level }, index) =>
    type === 'table_open' && level === 0 ? [index] : [],
  ),
);

/** The tokens between a table's header and its end. */
function boundsOf(
  tokens: readonly Token[],
  opening: number | undefined,
): [number, number] | undefined {
  if (opening === undefined) return undefined;
  let start = opening;
  for (let index = opening; index < tokens.length; index += 1) {
    const { type, level } = tokens[index] ?? {};
    if (type === 'thead_close') start = index + 1;
    if (type !== 'table_close' || level !== 0) continue;
    const hasRows = tokens[start]?.type === 'tbody_open';
    return hasRows ? [start, index] : [start, start];
  }
  return undefined;
}
