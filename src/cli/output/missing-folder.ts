import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Problem, problem } from '../../problem/problem.ts';

/** The problem of a file that is to be written into a folder that is not there. It is told before anything is done for the file. */
export async function missingFolder(file: string, field: string): Promise<Problem | undefined> {
  const folder = dirname(file);
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ? undefined : problem('folder-missing', field, { folder });
}
