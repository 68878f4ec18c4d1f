import type { Problem } from '../problem/problem.ts';

/** Done; problems found and nothing written; wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

const usage =
  /^(configuration-|checkout-missing|path-outside-checkout|file-missing|page-missing|setup-)/;
const repositoryForm = /^form-(?!body-too-large|heading-repeated)/;

/** The exit code for problems: those of a submission or a page, or of how we were called and configured. */
export function exitCodeFor(problems: readonly Problem[]): ExitCode {
  if (problems.length === 0) return 0;
  return problems.some(({ code }) => usage.test(code) || repositoryForm.test(code)) ? 2 : 1;
}
