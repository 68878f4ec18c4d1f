import type { ProblemCode, problemValues } from './codes.ts';
import type { Values, ValuesArgument, ValuesNamed } from './values.ts';

/** What the sentence about one kind of problem may name. */
export type ProblemValues<Code extends ProblemCode> = ValuesNamed<
  (typeof problemValues)[Code][number]
>;

/**
 * One thing wrong with what a person gave us. A value, never an exception: `words/` makes the sentence of it in
 * the reader's language.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** The form field, command-line option, configuration key or file it is about. */
  readonly field: string;
  readonly values: Values;
}

/** The codes of problems that name no values but these. */
export type CodeNaming<Name extends string> = {
  readonly [Code in ProblemCode]: (typeof problemValues)[Code][number] extends Name ? Code : never;
}[ProblemCode];

/** Makes a problem. Its code says which values it needs. */
export function problem<Code extends ProblemCode>(
  code: Code,
  field: string,
  ...[values]: ValuesArgument<ProblemValues<Code>>
): Problem {
  return { code, field, values: { ...values } };
}

/** Makes problems of one field that share values. */
export function problemsWith<Shared extends Values>(field: string, shared: Shared) {
  return <Code extends ProblemCode>(
    code: Code,
    ...[values]: ValuesArgument<Omit<ProblemValues<Code>, keyof Shared>>
  ): Problem => ({ code, field, values: { ...shared, ...values } });
}
