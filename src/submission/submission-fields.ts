/** What somebody typed for a submission, field by field, not yet looked at. Absent and empty mean the same. */
export interface SubmissionFields {
  readonly company?: string | undefined;
  /** Locale to the company's text about itself. */
  readonly descriptions: Readonly<Record<string, string | undefined>>;
  readonly link?: string | undefined;
  readonly linkText?: string | undefined;
}
