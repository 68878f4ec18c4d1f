import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { printError } from '../output/terminal.ts';

/** Stands in the place of the playground where the package is installed, which does not hold what that is made of. */
export async function runPlayground(): Promise<ExitCode> {
  printError(phrase('en', 'playground-not-here'));
  return 2;
}
