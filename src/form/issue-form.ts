import type { FormField } from './form-field.ts';

/** A field with what GitHub shows of it. A text is empty where the form gives none. */
export interface ShownField extends FormField {
  readonly description: string;
  readonly placeholder: string;
  /** The text with which a field begins. */
  readonly value: string;
  /** What a field of type `dropdown` offers. */
  readonly choices: readonly string[];
  /** Whether several of the choices may be chosen. */
  readonly isMultiple: boolean;
  /** The choice with which a field begins, counted from 0. */
  readonly chosen: number | undefined;
  /** The files that a field of type `upload` takes, as `.png,.svg`; empty for whatever GitHub takes. */
  readonly accept: string;
}

/** Text between the fields, which is not sent. */
export interface FormText {
  readonly type: 'markdown';
  readonly value: string;
}

/** An issue form as GitHub shows it. A text is empty where the form gives none. */
export interface IssueForm {
  readonly name: string;
  readonly description: string;
  /** What an issue's title begins as. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly elements: readonly (ShownField | FormText)[];
}

/** The fields of a form, without the text between them. */
export function fieldsOf({ elements }: IssueForm): ShownField[] {
  return elements.filter((element) => element.type !== 'markdown');
}
