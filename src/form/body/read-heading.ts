import { foldLabel } from './fold-label.ts';

/** A line that is a heading, or stands for one. */
export interface TypedHeading {
  /** From 1 to 6; 7 for a line in bold. */
  readonly level: number;
  /** Folded as a label is. */
  readonly words: string;
  /** The same without closing `#` and emphasis around all of it. */
  readonly plain: string;
  /** Whether GitHub shows it as a heading, and it is written with `#`. */
  readonly isMarked: boolean;
}

const boldLevel = 7;

/** Such a line ends where a search would take long. */
const longestLine = 1_000;

/**
 * Reads a line as a heading (CommonMark 0.31, 4.2 and 4.3), be its blank missing; a line that is bold from end to end is
 * for one.
 *
 * @param next the line below it
 */
export function readHeading(line: string, next: string): TypedHeading | undefined {
  const [, marks, marked] = /^ {0,3}(#{1,6})(?!#)(.*)$/s.exec(line) ?? [];
  if (marks !== undefined && marked !== undefined) {
    return { level: marks.length, ...wordsOf(marked), isMarked: /^[ \t]|^$/.test(marked) };
  }
  if (line.length > longestLine || !/^ {0,3}\S/.test(line)) return undefined;
  const typed = line.trim();
  const bold = /^(?:\*\*[^*]+\*\*|__[^_]+__)[:：]?$/.test(typed);
  if (bold) return { level: boldLevel, ...wordsOf(typed), isMarked: false };
  if (!isUnderline(next)) return undefined;
  const level = next.includes('=') ? 1 : 2;
  return { level, ...wordsOf(typed), isMarked: false };
}

/** Whether a line is what may be below a heading to make it one. */
export function isUnderline(line: string): boolean {
  return /^ {0,3}(?:=+|-+)[ \t]*$/.test(line);
}

function wordsOf(typed: string): Pick<TypedHeading, 'words' | 'plain'> {
  const words = foldLabel(typed);
  if (words.length > longestLine) return { words, plain: words };
  const unclosed = words.replace(/ #+$/, '');
  return { words, plain: unclosed.replace(/^(\*\*|__|\*|_)(.+)\1([:：]?)$/s, '$2$3').trim() };
}
