import type { ProblemCode } from '../problem/codes.ts';
import type { Problem } from '../problem/problem.ts';
import type { Values } from '../problem/values.ts';
import { fillTemplate } from './fill-template.ts';
import type { Templates } from './templates.ts';

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
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, listedIn(value, templates)]),
  );
  return {
    code,
    field,
    message: fillTemplate(message, shown),
    hint: fillTemplate(hint, shown),
    ...(example === undefined ? {} : { example: fillTemplate(example, values) }),
  };
}

/** A value that lists quoted names, with the language's own separator between them: “a”、“b” in Chinese. */
function listedIn(value: Values[string], { comment }: Templates): Values[string] {
  return typeof value === 'string'
    ? value.replaceAll('”, “', () => `”${comment.help.head.between}“`)
    : value;
}
