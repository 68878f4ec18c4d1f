import type { Token } from 'markdown-it';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { readAgain, toComparable } from '../../markdown/second-reader.ts';
import type { SeenList } from '../../sequence/sequence.ts';

/** The lines of a section, from 1; both belong to it. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * Sections as another parser of Markdown reads them, and the rest of the file with them.
 *
 * @returns nothing where one of them does not begin with a heading
 */
export function seeSections(text: string, sections: readonly Lines[]): SeenList | undefined {
  const { tokens, besides } = readAgain(text);
  const entries: Token[][] = sections.map(() => []);
  const rest: Token[] = [];
  let line = 0;
  for (const token of tokens) {
    if (token.level === 0 && token.map) line = token.map[0] + 1;
    const row = sections.findIndex(({ first, last }) => line >= first && line <= last);
    const isBetween = token.type === 'hr' && isWithin(sections, line);
    if (row !== -1) entries[row]?.push(token);
    else if (!isBetween) rest.push(token);
  }
  const isHeading = (own: readonly Token[], row: number) =>
    own[0]?.type === 'heading_open' && own[0].map?.[0] === (sections[row]?.first ?? 0) - 1;
  if (!entries.every(isHeading)) return undefined;
  return { entries: entries.map(tokenContents), rest: () => toComparable(rest, besides) };
}

/** A line across the page between two sections comes and goes with them. */
function isWithin(sections: readonly Lines[], line: number): boolean {
  return line > (sections[0]?.last ?? 0) && line < (sections.at(-1)?.first ?? 0);
}
