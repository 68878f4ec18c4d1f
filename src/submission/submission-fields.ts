/** What somebody typed for a submission, field by field, not yet looked at. Absent and empty mean the same. */
export interface SubmissionFields {
  readonly company?: string | undefined;
  /** Locale to the company's text about itself. */
  readonly descriptions: Readonly<Record<string, string | undefined>>;
  readonly link?: string | undefined;
  /** On the source locale's page. */
  readonly linkText?: string | undefined;
  /** Further locale to the text of the link there. */
  readonly linkTexts?: Readonly<Record<string, string | undefined>> | undefined;
  /** The company's own address, where a list has one beside the link. */
  readonly homepage?: string | undefined;
  /** The part of the list that it belongs to. */
  readonly group?: string | undefined;
  /** The list's own name of a column or key to its value. */
  readonly fields?: Readonly<Record<string, string | undefined>> | undefined;
}
