import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The paths of the project's files: all but what git ignores. @param folder only what is in it */
export function projectFiles(folder = '.'): string[] {
  const words = ['ls-files', '-co', '--exclude-standard', '-z', folder];
  const listed = execFileSync('git', words, { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '');
}
