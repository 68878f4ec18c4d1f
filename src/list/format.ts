import type {
  FieldRole,
  FieldSettings,
  FormatId,
  LogoConfiguration,
  Markup,
  Order,
  Reformat,
} from '../config/configuration.ts';
import type { Problem } from '../problem/problem.ts';
import type { Result } from '../problem/result.ts';

/** One way in which projects write lists: all that the other rooms know of it. Files and lists are values; nothing is written. */
export interface ListFormat {
  readonly id: FormatId;
  /** What its lists look like: a grid, rows of a table, items, sections, or records of keys and values. */
  readonly look: 'grid' | 'rows' | 'items' | 'sections' | 'records';
  /** Whether a file may hold such a list: a quick look, for set-up, which reads very many. */
  mayHold(file: TextFile): boolean;
  /**
   * The lists in a file, for set-up; also empty ones, which may be those of a further locale.
   *
   * @param wanted what somebody says is a list: it is found whatever it looks like. Nothing in it stands for all of the file
   */
  find(file: TextFile, wanted?: WantedList): FoundLists;
  /** Reads a list for editing, or says why it cannot be edited safely, with the line. */
  read(file: TextFile, at: ListLocation): Result<List>;
  /** Adds an entry. */
  add(list: List, values: EntryValues, order: Order): Result<Edit>;
  /** Replaces parts of an entry; what is not given, or not new, stays byte for byte. */
  replace(list: List, entry: Entry, values: Partial<EntryValues>): Result<Edit>;
  /** Takes an entry off the list. The others close up, or leave a gap where the format can have one. */
  remove(list: List, entry: Entry, options: RemoveOptions): Result<Edit>;
  /** What a reader sees beside a place: the entries of its row, or before and behind it. */
  around(list: List, place: Place): Surroundings;
  /** The markup of an entry, for `check`. */
  parts(list: List, entry: Entry): readonly EntryPart[];
  /** What the file of a new entry is called, where each entry has a file. */
  fileFor?(list: List, values: EntryValues): string;
  /** What is wrong with how a list is written, though it can be read, for `check`. */
  flaws?(list: List): readonly ListFlaw[];
}

/** A file that may hold a list, or a folder in which each entry has a file. */
export interface TextFile {
  /** From the repository's root; of a folder, with a `*` in the place in which the paths of its files differ. */
  readonly path: string;
  /** Of a folder, the texts of its files one after the other. */
  readonly text: string;
  readonly folder?: Folder;
}

/** The files of a folder that hold an entry each. */
export interface Folder {
  readonly files: readonly FolderFile[];
  /** The paths of all else that is there: a new file must not have the name of one. */
  readonly others: readonly string[];
  /** Where each entry has a folder, what else is in it: the paths of files, and of folders with a trailing `/`. */
  readonly inside?: readonly string[];
}

/** A file of a folder. */
export interface FolderFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Which list of a file, and what is known of its fields. */
export interface ListLocation {
  /**
   * The heading above the list, or the key to it; nothing for the only one, or the format's usual one. The heading or key above
   * several lists names all of them, as the groups of one.
   */
  readonly within?: string | undefined;
  /** What strangers' texts may do; nothing, if left out. */
  readonly markup?: Markup;
  /** What a change may write again beside its entry; nothing, if left out. */
  readonly reformat?: Reformat | undefined;
  /** Columns or keys by their own names, where the configuration says what they are. */
  readonly fields?: Readonly<Record<string, FieldSettings>>;
  /** Where logos are; in a list with a file for each entry, they may be in the folder of the entry. */
  readonly logo?: Pick<LogoConfiguration, 'directory'>;
}

/** A list that somebody asks for, by the heading above it or the key to it. */
export type WantedList = Pick<ListLocation, 'within'>;

/** What is found in one file. */
export interface FoundLists {
  readonly lists: readonly FoundList[];
  /** Why others that seem to be such lists cannot be edited. */
  readonly problems: readonly Problem[];
}

/** A list that can be edited. */
export interface FoundList {
  readonly path: string;
  readonly at: ListLocation;
  readonly fields: readonly Field[];
  /** The names of its groups, in their order; none where it has no groups. */
  readonly groups: readonly string[];
  /** The headings above each of its groups, or above its own, the outermost first; keys in data. */
  readonly above: readonly (readonly string[])[];
  readonly entries: readonly EntryValues[];
  /** Whether all of it is padded exactly as a formatter does, so that `reformat` can keep it so. */
  readonly isPadded: boolean;
}

/** The entries in one file or folder, in reading order. Its path names it in problems; its text is all of it. */
export interface List extends TextFile {
  readonly format: ListFormat;
  readonly fields: readonly Field[];
  /** The names of its groups, in their order: the headings above them, or the keys to them. None where it has no groups. */
  readonly groups: readonly string[];
  readonly entries: readonly Entry[];
}

/** One column or key of a list. */
export interface Field {
  /** As the list names it. */
  readonly name: string;
  readonly role: FieldRole;
  /** Whether every entry has it. */
  readonly required: boolean;
  /** Whether the value of a new entry follows from the other entries, so that the form need not ask for it. */
  readonly isGiven?: boolean;
  /** Further values, which only placeholders show. */
  readonly examples?: readonly string[];
}

/** What a list says of an organization, as values: what a reader sees, no markup. */
export interface EntryValues {
  readonly company: string;
  /** The logo's address as the list names it; empty where there is none. */
  readonly logo: string;
  /** The address of the logo for dark pages, where a list has one beside it. */
  readonly darkLogo?: string;
  readonly text: string;
  readonly link?: EntryLink;
  /** The organization's own address. */
  readonly homepage?: string;
  /** Where a list has several links in its place, all of them, that address first; a text is empty where the link has no words. */
  readonly homepageLinks?: readonly EntryLink[];
  /** The name of the group in which it is; a list with groups needs one for a new entry. */
  readonly group?: string;
  /** The values of all other fields, by the list's own names. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Where each entry has a file: what it is called in another locale. */
  readonly file?: string;
  /** Where names of files begin with a date: that of a new one, as `2024-05-01`. */
  readonly date?: string;
}

/** An entry's link. */
export interface EntryLink {
  readonly text: string;
  readonly url: string;
}

/** An organization on a list. */
export interface Entry extends EntryValues {
  readonly place: Place;
  /** What an entry of this list consists of, and this one has no trace of. */
  readonly lacks: readonly FieldRole[];
}

/** Where an entry is, or would go. Only its format knows more of it than these numbers. */
export interface Place {
  /** The group, from 0. */
  readonly group: number;
  /** The position in the list, from 0. */
  readonly index: number;
  /** From 1. */
  readonly line: number;
  /** The file, where the list is a folder with a file for each entry. */
  readonly path?: string;
  /** The format's own description. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** A changed list. */
export interface Edit {
  /** The file's new text. */
  readonly text: string;
  readonly list: List;
  /** Where the entry is now; of one that was removed, where it was. */
  readonly place: Place;
}

/** How an entry is removed. */
export interface RemoveOptions {
  readonly leaveGap: boolean;
}

/** Entries beside each other; nothing for an empty place. */
export interface Surroundings {
  readonly entries: readonly (Entry | undefined)[];
  /** Which of them is at the place itself; nothing where that is gone. */
  readonly position: number | undefined;
  /** Of a file for each entry, the key by whose numbers they are ordered; empty where no key is known to do that. */
  readonly orderedBy?: string;
}

/** Something wrong with how a list is written. */
export interface ListFlaw {
  readonly code: 'row-cells-missing' | 'row-cells-unseen' | 'row-not-padded';
  /** From 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The markup of one part of an entry. */
export interface EntryPart {
  readonly role: 'logo' | 'text' | 'other';
  /** The field whose value it is, as the list names it; nothing where it holds several. */
  readonly field?: string;
  readonly markup: string;
  /** How the site reads it. */
  readonly language: 'html' | 'markdown';
  /** Where its source is in the file. */
  readonly start: number;
  readonly end: number;
}
