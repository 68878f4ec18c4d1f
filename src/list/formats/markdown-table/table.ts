import type { PhrasingContent } from 'mdast';
import type { Span } from '../../sequence/sequence.ts';

/** A table between `|` in a Markdown file, with where everything is. All offsets count characters of the file. */
export interface MarkdownTable {
  /** The headings above it, the nearest last. */
  readonly headings: readonly string[];
  /** Which of the file's tables it is, from 0. */
  readonly ordinal: number;
  readonly header: TableRow;
  /** Behind the last character of the line below the header. */
  readonly head: number;
  readonly rows: readonly TableRow[];
}

/** One line of a table. */
export interface TableRow extends Span {
  /** Blanks before the row's first character. */
  readonly indentation: string;
  /** Whether it begins, and ends, with a `|`. */
  readonly opens: boolean;
  readonly closes: boolean;
  readonly cells: readonly TableCell[];
}

/** What is between two `|`. */
export interface TableCell extends Span {
  /** The blanks around it. */
  readonly before: string;
  readonly after: string;
  /** As it is written, without those blanks. */
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
}
