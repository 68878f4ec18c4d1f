/** One entry as a reader of the page will see it: values, no markup. */
export interface PreviewCell {
  readonly company: string;
  /** The logo's file, from the repository's root; nothing where the page names one that lies elsewhere. */
  readonly logo?: string;
  readonly text: string;
  readonly link?: { readonly text: string; readonly url: string };
}

/** The row of one locale's page that has the entry, as it will look. */
export interface RowPreview {
  readonly locale: string;
  /** The locale's name in the language of the words, as `Chinese`. */
  readonly language: string;
  /** The page's file, from the repository's root. */
  readonly path: string;
  /** One for each column of the table, in reading order; nothing where the slot is empty. */
  readonly cells: readonly (PreviewCell | undefined)[];
  /** Which of them is the entry; nothing if the entry is removed. */
  readonly position?: number;
  /** The entry as it is today; nothing if it is new. */
  readonly before?: PreviewCell;
  /** Whether an update leaves the page and the logo as they are. */
  readonly isUnchanged?: boolean;
}
