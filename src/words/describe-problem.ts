import type { ProblemCode } from '../problem/codes.ts';
import type { Problem } from '../problem/problem.ts';
import { fillTemplate } from './fill-template.ts';
import type { Templates } from './templates.ts';
import { listedValues } from './text/listed-values.ts';

/** A problem in a reader's language, as plain text. */
export interface ProblemDescription {
  readonly code: ProblemCode;
  readonly field: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
  /** What a right one may look like. */
  readonly example?: string;
}

/** Says what is wrong and how to fix it. The texts may contain what a stranger typed: escape them for the target. */
export function describeProblem(problem: Problem, templates: Templates): ProblemDescription {
  const { code, field, values } = problem;
  const { message, hint, example } = templates.problems[code];
  const shown = listedValues(values, templates);
  return {
    code,
    field,
    message: fillTemplate(message, shown),
    hint: fillTemplate(hint, shown),
    ...(example === undefined ? {} : { example: fillTemplate(example, values) }),
  };
}
