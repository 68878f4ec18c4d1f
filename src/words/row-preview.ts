import type { FieldRole } from '../config/configuration.ts';

/** One entry as a reader of the page will see it: values, no markup. */
export interface PreviewCell {
  readonly company: string;
  /** The logo's file, from the repository's root; nothing where the page names one that lies elsewhere. */
  readonly logo?: string;
  /** The same of the logo for dark pages. */
  readonly darkLogo?: string;
  readonly text: string;
  readonly link?: { readonly text: string; readonly url: string };
  readonly homepage?: string;
  /** Where there are several, all of them; a text is empty where the address itself is shown. */
  readonly homepageLinks?: readonly { readonly text: string; readonly url: string }[];
  /** The part of the list that it is in. */
  readonly group?: string;
  /** What the list's other columns or keys hold, by its own names. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A column or key of a list, and what it says of a company. */
export interface PreviewField {
  readonly name: string;
  readonly role: FieldRole;
}

/** How a list looks whose entries follow one another: as rows of a table, items, sections, or records of keys and values. */
export interface ListLook {
  readonly kind: 'rows' | 'items' | 'sections' | 'records';
  /** In the list's own order. */
  readonly fields: readonly PreviewField[];
}

/** The row of one locale's page that has the entry, or the entries beside it, as it will look. */
export interface RowPreview {
  readonly locale: string;
  /** The locale's name in the language of the words, as `Chinese`; empty where the list is in one language. */
  readonly language: string;
  /** The page's file, from the repository's root. */
  readonly path: string;
  /** Whether that file is deleted. */
  readonly isFileGone?: boolean;
  /** One for each column of the table, in reading order; nothing where the slot is empty. */
  readonly cells: readonly (PreviewCell | undefined)[];
  /** Which of them is the entry; nothing if the entry is removed. */
  readonly position?: number;
  /** The entry as it is today; nothing if it is new. */
  readonly before?: PreviewCell;
  /** Whether an update leaves the page and the logo as they are. */
  readonly isUnchanged?: boolean;
  /** Of a file for each entry, the key by whose numbers a site orders them, or empty; nothing for any other list. */
  readonly orderedBy?: string;
  /** Nothing for a grid. */
  readonly look?: ListLook;
}
