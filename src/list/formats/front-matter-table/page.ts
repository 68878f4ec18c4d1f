import type { PageData } from './read/front-matter.ts';
import type { ValueSyntax } from './read/syntax.ts';

/** One locale's file with the table in its front matter. All offsets count characters of `text`. */
export interface Page {
  readonly text: string;
  /** Names the page in problems: its path, from the repository's root. */
  readonly path: string;
  readonly newline: '\n' | '\r\n';
  readonly data: PageData;
  readonly table: Table;
}

/** The table under `tables:`. */
export interface Table {
  readonly name: string;
  /** The columns' ids in reading order. */
  readonly columns: readonly string[];
  readonly pairs: readonly Pair[];
  readonly rows: RowsPlace;
}

/** The `rows:` key, where the first pair of an empty table goes. */
export interface RowsPlace {
  /** Blanks before the key. */
  readonly indentation: number;
  /** Behind the colon. */
  readonly start: number;
  /** Behind the value: after `[]`, or the colon again where there is no value. */
  readonly end: number;
}

/** A logo row and the text row below it; the last logo row of a table may lack its text row. */
export interface Pair {
  readonly logo: Row;
  readonly text: Row | undefined;
}

/** One item of `rows:`. */
export interface Row {
  /** Start of the line with the dash. */
  readonly start: number;
  /** Behind the last cell's last character. */
  readonly end: number;
  /** Blanks before each column's key. */
  readonly indentation: number;
  /** In the order of the file; at least one. */
  readonly cells: readonly Cell[];
}

/** One column's key and value in a row. */
export interface Cell {
  readonly column: string;
  /** Where the key begins. */
  readonly start: number;
  /** Behind the key's colon. */
  readonly colon: number;
  /** Behind the value's last character; the line may go on with a comment. */
  readonly end: number;
  /** How the value is written; nothing where nothing is behind the colon. */
  readonly value: ValueSyntax | undefined;
  /** What the value means. */
  readonly data: unknown;
  /** The text of the value, or of its `val`; empty where it has none. */
  readonly markup: string;
}

/** Where an entry can be. */
export interface Slot {
  /** The pair of rows, from 0. */
  readonly pair: number;
  /** The column's id. */
  readonly column: string;
}
