import { mkdir } from 'node:fs/promises';
import type { GitRepository } from '../../emulator/git/git-repository.ts';
import { runGit } from '../../emulator/git/run-git.ts';

/**
 * Writes the files of a commit into a folder. One at a time for each repository: git keeps a single index.
 *
 * @param oid the commit's
 * @param path of a folder of the commit's; its whole tree, if left out
 */
export async function exportTree(
  git: GitRepository,
  oid: string,
  folder: string,
  path = '.',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // `checkout` would leave out what an index from before holds already.
  await runGit(git.folder, ['read-tree', '--empty']);
  const words = ['--work-tree', folder, 'checkout', '--quiet', '--force', oid, '--'];
  await runGit(git.folder, [...words, path === '' ? '.' : path]);
}
