import type { ProblemCode } from './codes.ts';

/** What a sentence about a problem or a remark may name. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * One thing wrong with what a person gave us. A value, never an exception: `words/` makes the sentence of it in
 * the reader's language.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** The form field, command-line option, configuration key or page path it is about. */
  readonly field: string;
  readonly values: Values;
}

/** Makes a problem. */
export function problem(code: ProblemCode, field: string, values: Values = {}): Problem {
  return { code, field, values };
}
