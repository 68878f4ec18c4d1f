import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { printError } from '../output/terminal.ts';

/** Replaces the playground in the installed package, which does not contain what it needs. */
export async function runPlayground(): Promise<ExitCode> {
  printError(phrase('en', 'playground-not-here'));
  return 2;
}
