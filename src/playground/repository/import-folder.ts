import type { Emulator } from '../../emulator/emulator.ts';
import { noOid } from '../../emulator/git/ref-mover.ts';
import { runGit } from '../../emulator/git/run-git.ts';
import type { Repository } from '../../emulator/world/model.ts';

/**
 * Copies a folder into an empty repository, as its first commit: what git would take of it, with whatever is not
 * committed yet, and without what its `.gitignore` names. The folder is only read.
 */
export async function importFolder(
  emulator: Emulator,
  repository: Repository,
  folder: string,
): Promise<void> {
  const { git, owner, defaultBranch } = repository;
  // Files come with the bytes they have: no line break is changed on the way.
  const words = ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false'];
  await runGit(git.folder, [...words, '--work-tree', folder, 'add', '--all', '--', '.']);
  const { output } = await runGit(git.folder, ['write-tree']);
  const message = 'Import the site\n';
  const author = emulator.as(owner.login).signature();
  const after = await git.write({ parents: [], message, author, tree: output.trim() });
  await git.move([{ ref: `refs/heads/${defaultBranch}`, before: noOid, after }]);
}
