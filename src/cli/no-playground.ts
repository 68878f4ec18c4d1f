import type { ExitCode } from './exit-code.ts';
import { phrase } from './phrases.ts';
import { printError } from './terminal.ts';

/** Stands in the place of the playground where the package is installed, which does not hold what that is made of. */
export async function runPlayground(): Promise<ExitCode> {
  printError(phrase('en', 'playground-not-here'));
  return 2;
}
