import type { PhrasingContent } from 'mdast';
import type { FieldRole } from '../../../config/configuration.ts';
import type { ReadSequence, SequenceEntry, SequenceList, Span } from '../../sequence/sequence.ts';

/** Markdown that is read as one thing: a name, or what is said of it. */
export interface Content extends Span {
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
}

/** A part of an entry behind its name, before it is known what it says. */
export interface RawPart extends Content {
  /** All that is between it and what comes before: a dash, a line end, the marker of an item below. */
  readonly before: string;
  /** What closes that again, as `)`. */
  readonly after: string;
  /** Whether it is directly behind the name, on its line. */
  readonly isInline: boolean;
  /** The items below it, if it has any. */
  readonly items: readonly RawPart[];
  /** Whether it is a block that nobody types into a form, as code. */
  readonly isOpaque: boolean;
}

/** What is read at the beginning of an entry. */
export interface ReadName extends Content {
  /** As a reader sees it. */
  readonly company: string;
  readonly homepage: string | undefined;
}

/** An entry as it is read, before the fields of the list are known. */
export interface RawEntry extends Span {
  /** What is before the name: a marker, the `#` of a heading. */
  readonly opener: string;
  readonly name: ReadName;
  /** What is behind the name and belongs to the heading. */
  readonly closer: string;
  /** The first of them begins behind that. */
  readonly parts: readonly RawPart[];
  /** All blocks of the entry, as {@link blockContents} has them. */
  readonly contents: readonly string[];
}

/** A part of an entry, with the field that it is the value of. */
export interface Part extends RawPart {
  /** Nothing for what no form asks for. */
  readonly field: string | undefined;
  readonly role: FieldRole;
  /** Before the value, as it is written: `**Use case**: `. */
  readonly label: string;
}

/** An organization in a list or in sections. */
export interface ProseEntry extends SequenceEntry {
  readonly opener: string;
  readonly name: ReadName;
  readonly closer: string;
  readonly parts: readonly Part[];
}

/** Items or sections as a list, as they are read here. */
export interface ReadProseList extends ReadSequence {
  readonly entries: readonly ProseEntry[];
  /** What is before the names, also of placeholders. */
  readonly openers: readonly string[];
}

/** Such a list, with what is in its other groups. */
export interface ProseList extends SequenceList, ReadProseList {
  readonly entries: readonly ProseEntry[];
  readonly elsewhere: readonly ProseEntry[];
}

/** How a part is put where no neighbour has one. */
export interface PartStyle {
  readonly before: string;
  readonly label: string;
  readonly after: string;
}
