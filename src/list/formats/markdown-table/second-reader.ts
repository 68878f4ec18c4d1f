import type { Token } from 'markdown-it';
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
  const bounds = boundsOf(tokens, ordinal);
  if (bounds === undefined) return undefined;
  const [start, end] = bounds;
  const entries: string[][] = [];
  for (const { type, content } of tokens.slice(start, end)) {
    if (type === 'tr_open') entries.push([]);
    if (type === 'inline') entries.at(-1)?.push(content);
  }
  // The borders of a table's body come and go with its rows.
  const rest = [...tokens.slice(0, start), ...tokens.slice(end)].map(toComparable);
  return { entries, rest: JSON.stringify([rest, besides]) };
}

/** The tokens between a table's header and its end. */
function boundsOf(tokens: readonly Token[], ordinal: number): [number, number] | undefined {
  let table = -1;
  let start: number | undefined;
  for (const [index, { type, level }] of tokens.entries()) {
    if (type === 'table_open' && level === 0) table += 1;
    if (table !== ordinal) continue;
    if (type === 'thead_close') start = index + 1;
    if (type === 'table_close' && level === 0 && start !== undefined) {
      const hasRows = tokens[start]?.type === 'tbody_open';
      return hasRows ? [start, index] : [start, start];
    }
  }
  return undefined;
}
