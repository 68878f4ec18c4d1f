/** The kinds of field that take an answer. */
export const fieldTypes = ['input', 'textarea', 'dropdown', 'checkboxes', 'upload'] as const;

/** One field of a repository's issue form that takes an answer. */
export interface FormField {
  /** Its `id`; where the form gives none, `#` and its place in the form's body, counted from 0. */
  readonly id: string;
  readonly type: (typeof fieldTypes)[number];
  /** The heading over its answer in an issue. */
  readonly label: string;
  /** Whether the form is not sent without an answer; for checkboxes, whether one of them must be checked. */
  readonly required: boolean;
  /** What GitHub shows in the field before anything is typed, or begins it with: no answers, should they be sent. */
  readonly placeholder?: string;
  readonly value?: string;
  /** The language of the code block that GitHub puts around the answer. */
  readonly render?: string;
  /** The boxes of a field of type `checkboxes`. */
  readonly options?: readonly FormOption[];
}

/** One box of a field of type `checkboxes`. */
export interface FormOption {
  readonly label: string;
  readonly required: boolean;
}
