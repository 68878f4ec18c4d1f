/**
 * What a company asked for, checked: every text is cleaned, within its limit, and ready to be encoded for a page.
 *
 * An update holds only what changes: what is absent stays as it is on the page.
 */
export interface Submission {
  /** The company's name. */
  readonly company: string;
  /** Locale to text. A new entry always has the source locale's; a locale without one shows that. */
  readonly texts: Readonly<Record<string, string>>;
  /** An `https:` address, as `URL` prints it; `http:` where the configuration allows that. */
  readonly link?: string;
  /** The company's own text of the link, for the source locale. */
  readonly linkText?: string;
  /** Further locale to the company's own text of the link there. */
  readonly linkTexts?: Readonly<Record<string, string>>;
  /** The company's own address, where a list has one beside the link. */
  readonly homepage?: string;
  /** Those of the addresses that were typed without their scheme. */
  readonly completed?: readonly string[];
  /** Several links in its place, or one with words of its own: that address first. A text is empty where none was given. */
  readonly homepageLinks?: readonly SubmittedLink[];
  /** The part of the list that it belongs to, as the list names it. */
  readonly group?: string;
  /** The list's own name of a column or key to its value. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A link that a company gave. */
export interface SubmittedLink {
  readonly text: string;
  /** As `URL` prints it. */
  readonly url: string;
}
