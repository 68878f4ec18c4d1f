import type { ProseEntry } from './entry.ts';

/** How the texts of a list are broken into lines. */
export interface Wrapping {
  /** The longest line, in characters. */
  readonly width: number;
  /** What is before a further line. */
  readonly indentation: string;
}

/** A shorter text says nothing of how long ones are broken. */
const longText = 120;

/** What would begin a list, a heading, code, a quotation, a table, a footnote or a program at the beginning of a line, or be a line across. */
const actsAtStart =
  /^(?:[-+*_=]+$|\d{1,9}[.)]$|#{1,6}$|>|`{3}|~{3}|\||<|\{|\[\^|:|import$|export$)/;

/** Code is one word: where its lines begin, anything in it could end the paragraph, and what is behind would be no code. */
const words = /(?:(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[^ ])+/gs;

/** Past this a line is not broken to be read. */
const widest = 140;

/** A line that ends this long before the width was ended on purpose. */
const rag = 25;

/** Nobody breaks long texts into lines as short as those that are short by themselves. */
const narrowest = 40;

/** How most long texts of a list are broken; nothing where they are one line each. */
export function wrappingOf(entries: readonly ProseEntry[]): Wrapping | undefined {
  const texts = entries.flatMap(({ parts }) => parts.filter(({ role }) => role === 'text'));
  const wrapped = texts.flatMap(({ source }) => {
    const lines = source.split(/\r?\n/).map((line) => line.trimEnd());
    const width = Math.max(...lines.map(({ length }) => length));
    // The last line of a paragraph says nothing.
    const broken = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '');
    const full = broken.filter(({ length }) => length > width - rag).length;
    const isWide = width >= narrowest || source.length > longText;
    const [first] = broken;
    if (first === undefined || !isWide || width > widest || full * 2 < broken.length) return [];
    return [{ width, second: lines[lines.indexOf(first) + 1] ?? '' }];
  });
  const long = texts.filter(({ source }) => source.length > longText);
  if (wrapped.length === 0 || wrapped.length * 2 < long.length) return undefined;
  const widths = wrapped.map(({ width }) => width).toSorted((one, other) => one - other);
  const middle = widths[Math.floor(widths.length / 2)] ?? longText;
  const indentation = /^[ \t]*/.exec(wrapped[0]?.second ?? '')?.[0] ?? '';
  return { width: Math.ceil(middle / 10) * 10, indentation };
}

/**
 * Breaks a text into lines, never before what would act at the beginning of one.
 *
 * @param column where the text begins in its line
 */
export function wrap(text: string, column: number, { width, indentation }: Wrapping): string {
  const lines: string[] = [];
  let line = '';
  let length = column;
  // Two blanks at a line's end would break it for the reader, too.
  for (const [word] of text.matchAll(words)) {
    const isFirst = line === '' && lines.length === 0;
    const fits = isFirst || length + 1 + word.length <= width;
    if (fits || actsAtStart.test(word)) {
      line += isFirst ? word : ` ${word}`;
      length += isFirst ? word.length : 1 + word.length;
      continue;
    }
    lines.push(line);
    line = indentation + word;
    length = line.length;
  }
  return [...lines, line].join('\n');
}
