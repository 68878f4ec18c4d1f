import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from '../../../src/emulator/git/git-repository.ts';
import { runGit } from '../../../src/emulator/git/run-git.ts';

export const author = { name: 'Ann', email: 'ann@example.com', date: new Date(1_700_000_000_000) };

/** Does something with a repository that is gone afterwards. */
export async function withRepository<Value>(
  act: (git: GitRepository) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-git-'));
  const git = await GitRepository.create(join(folder, 'one.git'), 'main');
  try {
    return await act(git);
  } finally {
    git.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines that git prints. */
export async function linesOf(git: GitRepository, ...words: string[]): Promise<string[]> {
  const { output } = await runGit(git.folder, words, '', [1]);
  return output.split('\n').filter((line) => line !== '');
}
