import type { Problem } from '../../problem/problem.ts';
import type { Result } from '../../problem/result.ts';
import type {
  Entry,
  EntryPart,
  EntryValues,
  Field,
  ListFlaw,
  ListFormat,
  ListLocation,
  TextFile,
  WantedList,
} from '../format.ts';
import type { Splice } from '../splice.ts';

/** A list whose entries follow one another, or one group of such a list, as its format reads it. All offsets count characters of `text`. */
export interface ReadSequence {
  /** From the repository's root. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** Where it is, and nothing else of the file. */
  readonly at: ListLocation;
  readonly fields: readonly Field[];
  readonly newline: '\n' | '\r\n';
  /** In the order of the file. Their places are those within the group. */
  readonly entries: readonly SequenceEntry[];
  /** What is there instead of entries, as “your project here”; the first entry takes its place. */
  readonly placeholder: Row | undefined;
  /** Behind the last character of the line below which the first entry of an empty list goes. */
  readonly head: number;
  /** What goes before that entry, and between two where no two entries tell: a line end, if left out. */
  readonly gaps?: { readonly above: string; readonly between: string };
  /** What a second reader, independent of the first, found in the file. */
  readonly seen: SeenList;
  /** Whether it is padded exactly as a formatter does; not so, if left out. */
  readonly isPadded?: boolean;
}

/** A list, or a group of one, with its name. */
export interface SequenceGroup extends ReadSequence {
  readonly title: string;
}

/** A list, or a group of one, with what is in the other groups. */
export interface SequenceList extends ReadSequence {
  /** The entries of all other groups: these tell how one is written where the own group has too few. */
  readonly elsewhere: readonly SequenceEntry[];
}

/** A list that a file holds. */
export interface FoundSequence {
  /** By which the same groups are read again. */
  readonly at: ListLocation;
  /** One, where it has no groups. */
  readonly groups: readonly SequenceGroup[];
  /** The headings above each, or the keys to it, the outermost first. */
  readonly above: readonly (readonly string[])[];
}

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
  /** Everything but the entries, in a form that can be compared: it is as long as the file, and only a change asks for it. */
  readonly rest: () => string;
}

/** An entry as it will be written. */
export interface WrittenEntry {
  /** Its lines, joined by `\n`. Every line end in it becomes one of the file's, also in a value: there, escape it or write a blank. */
  readonly source: string;
  /** What the second reader must find in it. */
  readonly seen: readonly string[];
}

/** What is found in one file. */
export interface FoundSequences {
  readonly lists: readonly FoundSequence[];
  /** Why others that seem to be such lists cannot be edited. */
  readonly problems: readonly Problem[];
}

/** All that a format has to supply whose entries follow one another: reading them, and writing one like those beside it. */
export interface SequenceFormat {
  readonly id: ListFormat['id'];
  readonly look: ListFormat['look'];
  mayHold(file: TextFile): boolean;
  find(file: TextFile, wanted?: WantedList): FoundSequences;
  /** The groups of a list: one, where it has no groups. */
  read(file: TextFile, at: ListLocation): Result<readonly SequenceGroup[]>;
  /**
   * Writes a new entry.
   *
   * @param index where it will be in its group
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
  /**
   * A changed file as the configuration wants it formatted: other blanks, and no other data.
   *
   * @param list as it was before the change
   * @param text the file with the change
   */
  reformat?(list: SequenceList, text: string): string;
  parts(list: SequenceList, entry: SequenceEntry): readonly EntryPart[];
  /** What is wrong with how a group is written. */
  flaws?(list: SequenceList): readonly ListFlaw[];
}
