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
}
