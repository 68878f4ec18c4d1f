import type { ProblemCode } from '../../problem/codes.ts';
import type { Problem } from '../../problem/problem.ts';

/** Done; problems found and nothing written; wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** Problems of how we were called, and of the repository's own form and paths. */
const usage: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'checkout-missing',
  'path-outside-checkout',
  'path-unreadable',
  'file-missing',
  'logo-target-unfit',
  'description-twice',
  'page-missing',
  'form-too-large',
  'form-too-deep',
  'form-not-yaml',
  'form-alias',
  'form-without-body',
  'form-field-unreadable',
  'form-field-missing',
  'form-id-twice',
  'form-label-twice',
]);

/** The exit code for problems: those of a submission or a page, or of how we were called and configured. */
export function exitCodeFor(problems: readonly Problem[]): ExitCode {
  if (problems.length === 0) return 0;
  return problems.some(({ code }) => usage.has(code) || /^(configuration|setup)-/.test(code))
    ? 2
    : 1;
}
