import { isOfSetup } from '../../problem/codes.ts';
import type { Problem } from '../../problem/problem.ts';

/** Done; problems found and nothing written; wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** The exit code for problems: those of a submission or a list, or of how we were called and configured. */
export function exitCodeFor(problems: readonly Problem[]): ExitCode {
  if (problems.length === 0) return 0;
  return problems.some(({ code }) => isOfSetup(code)) ? 2 : 1;
}
