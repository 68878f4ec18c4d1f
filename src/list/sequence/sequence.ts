import type { Result } from '../../problem/result.ts';
import type {
  Entry,
  EntryPart,
  EntryValues,
  FoundLists,
  List,
  ListFormat,
  ListLocation,
  TextFile,
  WantedList,
} from '../format.ts';
import type { Splice } from '../splice.ts';

/** A list whose entries follow one another. All offsets count characters of `text`. */
export interface SequenceList extends List {
  readonly at: ListLocation;
  readonly newline: '\n' | '\r\n';
  readonly entries: readonly SequenceEntry[];
  /** What is there instead of entries, as “your project here”; the first entry takes its place. */
  readonly placeholder: Row | undefined;
  /** Behind the last character of the line below which the first entry of an empty list goes. */
  readonly head: number;
  /** What goes before that entry, and between two where no two entries tell: a line end, if left out. */
  readonly gaps?: { readonly above: string; readonly between: string };
  /** What a second reader, independent of the first, found in the file. */
  readonly seen: SeenList;
}

/** A list as its format reads it. */
export type ReadSequence = Omit<SequenceList, 'format'>;

/** From a line's start to behind the last character of the same or a later one, without its line end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lines that the second reader takes for one entry. */
export interface Row extends Span {
  /** Which of the second reader's entries it is. */
  readonly row: number;
}

/** An entry, with its lines. */
export interface SequenceEntry extends Entry, Row {}

/** What a reader of the format makes of a whole file. */
export interface SeenList {
  /** The entries, placeholders among them: each as what it holds, by fields. */
  readonly entries: readonly (readonly string[])[];
  /** Everything but the entries, in a form that can be compared. */
  readonly rest: string;
}

/** An entry as it will be written. */
export interface WrittenEntry {
  /** Its lines, joined by `\n`. */
  readonly source: string;
  /** What the second reader must find in it. */
  readonly seen: readonly string[];
}

/** All that a format has to supply whose entries follow one another: reading them, and writing one like those beside it. */
export interface SequenceFormat {
  readonly id: ListFormat['id'];
  mayHold(file: TextFile): boolean;
  find(file: TextFile, wanted?: WantedList): FoundLists;
  read(file: TextFile, at: ListLocation): Result<ReadSequence>;
  /**
   * Writes a new entry.
   *
   * @param index where it will be in the list
   */
  write(list: SequenceList, values: EntryValues, index: number): Result<WrittenEntry>;
  /** Rewrites an entry, in its own style; what is not given stays byte for byte. */
  rewrite(
    list: SequenceList,
    entry: SequenceEntry,
    values: Partial<EntryValues>,
  ): Result<WrittenEntry>;
  /**
   * Puts an entry in, where more than line ends is between entries.
   *
   * @param source the entry, with the file's line ends
   */
  insert?(list: SequenceList, index: number, source: string): readonly Splice[];
  /** Cuts an entry out, likewise. */
  cut?(list: SequenceList, entry: SequenceEntry): Result<readonly Splice[]>;
  parts(list: SequenceList, entry: SequenceEntry): readonly EntryPart[];
}
