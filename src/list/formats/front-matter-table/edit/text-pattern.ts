import { type Neighbour, neighbours } from '../neighbours.ts';
import type { Page, Slot } from '../page.ts';
import { readCellSource } from '../read/cell-source.ts';
import { escapeFor, type ScalarStyle } from '../read/scalar-source.ts';
import { splitText, type TextParts } from '../read/text-parts.ts';
import { shiftLines } from './body.ts';

/** A text cell that another can be written like. */
export interface TextPattern {
  readonly style: ScalarStyle;
  /** Blanks before the keys of its row. */
  readonly indentation: number;
  /** Its parts as the scalar's source has them, escapes and line ends included. */
  readonly source: TextParts;
  /** Its parts as the scalar's value has them. */
  readonly markup: TextParts;
}

/** Reads a text cell as a pattern; a mapping holds HTML, in which Markdown would not be read. */
export function readTextPattern(page: Page, { row, cell }: Neighbour): TextPattern | undefined {
  const found = cell.value?.kind === 'scalar' ? readCellSource(page, cell) : undefined;
  if (found === undefined) return undefined;
  const { style, inner } = found.scalar;
  const isEscaped = style.family === 'flow' && style.quote === '"';
  const source = splitText(inner, isEscaped);
  const markup = splitText(cell.markup.trimEnd());
  // Escapes may hide from the source where its link begins: then the whole value is written again.
  const isReadable = (source.link === undefined) === (markup.link === undefined);
  return {
    style,
    indentation: row.indentation,
    source: isReadable ? source : splitText(escapeFor(style, cell.markup.trimEnd()), isEscaped),
    markup,
  };
}

/** The nearest text, and the nearest text with a link; of the same column first. */
export function textPatterns(
  page: Page,
  slot: Slot,
): { like: TextPattern | undefined; linked: TextPattern | undefined } {
  let like: TextPattern | undefined;
  for (const neighbour of neighbours(page.table, slot, 'text')) {
    const pattern = readTextPattern(page, neighbour);
    if (pattern?.source.link !== undefined) return { like: like ?? pattern, linked: pattern };
    like ??= pattern;
  }
  return { like, linked: undefined };
}

/** Whether a pattern's separator can be copied into a scalar of another style. */
export function separatorFits(style: ScalarStyle, linked: TextPattern): boolean {
  if (style.family === 'block' || linked.style.family === 'block') {
    return style.family === linked.style.family;
  }
  return style.quote === linked.style.quote || !linked.source.separator.includes('\\');
}

/** Blanks before a separator's lines on a page that has none yet, from the row's keys. */
const defaultShift = 8;

/** What is between a description and its link: like the pattern's, or two `<br />`, a line each. */
export function separatorLike(
  style: ScalarStyle,
  indentation: number,
  linked: TextPattern | undefined,
): string {
  if (linked !== undefined && separatorFits(style, linked)) {
    const shift = style.family === 'flow' ? indentation - linked.indentation : 0;
    // The last line is the link's, and shifts with it.
    return shiftLines(`${linked.source.separator}[`, shift).slice(0, -1);
  }
  const lineEnd = style.family === 'flow' ? `\n${' '.repeat(indentation + defaultShift)}` : '\n';
  return `${lineEnd}<br />${lineEnd}<br />${lineEnd}`;
}
