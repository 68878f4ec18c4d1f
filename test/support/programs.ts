import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';
import { findBrowser } from '../journeys/find-browser.ts';
import { findPostgres } from './postgres.ts';

/** Programs that some tests need beside Node. */
type Program = 'hugo' | 'chromium' | 'git' | 'nginx' | 'caddy' | 'postgres' | 'systemd-analyze';

/** Whether a program is on this machine's path. */
function hasProgram(program: Program): boolean {
  if (program === 'chromium') return findBrowser() !== undefined;
  if (program === 'postgres') return findPostgres() !== undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => isExecutable(join(folder, program)));
}

/**
 * Like `describe`, for tests that need a program. Where it is missing they are skipped with a line on the
 * console; in CI they fail.
 */
export function describeWith(program: Program, title: string, body: () => void): void {
  if (hasProgram(program)) {
    describe(title, body);
  } else if (process.env['CI']) {
    describe(title, () => {
      it(`needs ${program}`, () => {
        throw new Error(`${program} is not installed, and in CI no test is skipped`);
      });
    });
  } else {
    console.warn(`Skipped, for ${program} is not installed: ${title}`);
    describe.skip(title, body);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
