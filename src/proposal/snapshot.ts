/** What was read of a repository at one commit. Paths are from its root. */
export interface Snapshot {
  /** Locale to the page's text; `not-utf8` where its bytes are no such text, nothing where the file is missing. */
  readonly pages: Readonly<Record<string, PageText | undefined>>;
  /** The paths of the files in the logo folder. */
  readonly logos: readonly string[];
}

/** A page as it was read. */
export type PageText = { readonly text: string } | 'not-utf8';
