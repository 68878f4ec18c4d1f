import type { Token } from 'markdown-it';
import { tokenContents } from '../../markdown/entry/block-contents.ts';
import { blockFrom, readAgain, toComparable } from '../../markdown/second-reader.ts';
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
  const { tokens, blocks, besides } = readAgain(text);
  const entries: Token[][] = sections.map(() => []);
  let row = 0;
  for (let index = blockFrom(blocks, sections[0]?.first ?? 1); index < blocks.length; index += 1) {
    const { line, start, end } = blocks[index] ?? { line: 0, start: 0, end: 0 };
    while (row < sections.length && (sections[row]?.last ?? 0) < line) row += 1;
    if (row === sections.length) break;
    if (line < (sections[row]?.first ?? 0)) continue;
    for (const token of tokens.slice(start, end)) entries[row]?.push(token);
  }
  const isHeading = (own: readonly Token[], at: number) =>
    own[0]?.type === 'heading_open' && own[0].map?.[0] === (sections[at]?.first ?? 0) - 1;
  if (!entries.every(isHeading)) return undefined;
  const others = () => {
    const own = new Set(entries.flat());
    return blocks
      .filter(({ line, start }) => !(tokens[start]?.type === 'hr' && isWithin(sections, line)))
      .flatMap(({ start, end }) => tokens.slice(start, end))
      .filter((token) => !own.has(token));
  };
  return { entries: entries.map(tokenContents), rest: () => toComparable(others(), besides) };
}

/** A line across the page between two sections comes and goes with them. */
function isWithin(sections: readonly Lines[], line: number): boolean {
  return line > (sections[0]?.last ?? 0) && line < (sections.at(-1)?.first ?? 0);
}
