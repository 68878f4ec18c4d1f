import { execFileSync } from 'node:child_process';

/** Builds the command line once before the tests: they run what users run. */
export function setup(): void {
  execFileSync(process.execPath, ['build.ts'], { cwd: new URL('../..', import.meta.url) });
}
