import type { FormatId } from '../../config/configuration.ts';
import type { Result } from '../../problem/result.ts';
import type { TextFile } from '../format.ts';
import type { generatedLine } from '../generated.ts';
import type { SeenList } from '../sequence/sequence.ts';
import type { Splice } from '../splice.ts';
import type { DataArray, DataEntry, DataList } from './data-list.ts';
import type { DataValue } from './data-value.ts';

/** All that a kind of data file has to supply: two readers, and how values are written. */
export interface DataSyntax {
  readonly id: FormatId;
  readonly comments: Parameters<typeof generatedLine>[2];
  /** Every list of objects, and every empty list. */
  read(file: TextFile): Result<readonly DataArray[]>;
  /** What a second reader, independent of the first, finds in a list and around it; nothing where it finds no list. */
  see(file: TextFile, path: DataArray['path']): SeenList | undefined;
  /** Puts an entry in: `source` is its text, with line ends as the file has them. */
  insert(list: DataList, index: number, source: string): readonly Splice[];
  /** Cuts an entry out. */
  cut(list: DataList, entry: DataEntry): readonly Splice[];
  /**
   * How an entry is held together, where no entry tells: none is there, or words are before its first key, as in a header
   * `[[adopters]]`.
   */
  layout(list: DataList): EntryLayout;
  /** What parts two properties, where no entry has two. */
  between(list: DataList, like: DataEntry): string;
  /** What parts a key from its value, where no entry tells. */
  readonly afterKey: string;
  /** Whether formatters put any value on a line of its own that makes its line too long. */
  readonly breaksLongLines: boolean;
  /** What parts two words of a list, where no list has two. */
  itemGap(open: string): string;
  /** Writes a key that no entry has. */
  writeKey(name: string, others: readonly string[]): string;
  /** Writes a string. */
  writeText(typed: string, context: TextContext): WrittenText;
}

/** How an entry begins, what parts its properties, and how it ends. */
export interface EntryLayout {
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

/** What decides how a string is written. */
export interface TextContext {
  /** The whole file. */
  readonly text: string;
  /** Strings of the same key, nearest first. */
  readonly likes: readonly DataValue[];
  /** Strings of other keys, nearest first. */
  readonly others: readonly DataValue[];
  /** Whether the entry is written between braces. */
  readonly inBraces: boolean;
}

/** A string as it is written, and as a reader of the file gets it. */
export interface WrittenText {
  readonly source: string;
  readonly data: unknown;
}
