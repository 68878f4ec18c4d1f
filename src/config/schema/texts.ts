import * as z from 'zod';
import type { ProblemCode } from '../../problem/codes.ts';
import type { ProblemValues } from '../../problem/problem.ts';
import { isSafePath } from '../paths.ts';
import { placeholdersIn } from '../placeholders.ts';

/** Adds an issue that carries a problem's code and values: `read-configuration.ts` makes the problem of it. */
export function refuse<Code extends ProblemCode>(
  context: z.RefinementCtx,
  problem: Code,
  values: Omit<ProblemValues<Code>, 'line' | 'key'>,
  path: PropertyKey[] = [],
): void {
  context.addIssue({ code: 'custom', path, params: { problem, values } });
}

/** Text on one line. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);

/** One line with placeholders between braces. */
export function template(
  description: string,
  known: readonly string[],
  required: readonly string[] = [],
) {
  return line
    .describe(description)
    .superRefine((text, context) => checkPlaceholders(text, context, known, required));
}

/** Refuses placeholders that are not known, and the lack of those that are required. */
export function checkPlaceholders(
  text: string,
  context: z.RefinementCtx,
  known: readonly string[],
  required: readonly string[] = [],
  path: PropertyKey[] = [],
): void {
  const used = placeholdersIn(text);
  for (const placeholder of used.filter((name) => !known.includes(name))) {
    const list = known.map((name) => `{${name}}`).join(', ');
    refuse(context, 'configuration-placeholder-unknown', { placeholder, known: list }, path);
  }
  for (const placeholder of required.filter((name) => !used.includes(name))) {
    refuse(context, 'configuration-placeholder-missing', { placeholder }, path);
  }
}

/** A path from the repository's root. */
export function pathInRepository(description: string) {
  return z
    .string()
    .describe(description)
    .superRefine((path, context) => {
      if (!isSafePath(path)) refuse(context, 'configuration-path-unsafe', { path });
    });
}
