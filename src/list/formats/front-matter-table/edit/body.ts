/**
 * What is behind a column's key: an entry's own part of a cell. The key, its colon and the blanks behind it
 * belong to the slot.
 */
export interface Body {
  /** From behind those blanks to the value's last character; line ends are `\n`. */
  readonly source: string;
  /** Blanks before the keys of the row it was written for; in another row its lines shift by the difference. */
  readonly indentation: number;
  /** What the cell's data must be when the page is read again. */
  readonly expected: unknown;
  /** Whether it was in another slot before: then not a character of it may change. */
  readonly isMoved?: boolean;
}

/** Shifts every line but the first by a number of blanks; a line gives up no more than it has. */
export function shiftLines(source: string, blanks: number): string {
  if (blanks === 0) return source;
  const [first = '', ...lines] = source.split('\n');
  const shift = (line: string): string => {
    if (line.trim() === '') return line;
    if (blanks > 0) return ' '.repeat(blanks) + line;
    const leading = /^ */.exec(line)?.[0].length ?? 0;
    return line.slice(Math.min(-blanks, leading));
  };
  return [first, ...lines.map(shift)].join('\n');
}
