import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built command line. */
    program: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** Builds the command line once, for the tests to run what users run; into a folder of this run's own. */
export function setup(project: TestProject): () => void {
  const folder = join(root, '.test-build', String(process.pid));
  execFileSync(process.execPath, ['build.ts', folder], { cwd: root });
  project.provide('program', join(folder, 'cli.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}
