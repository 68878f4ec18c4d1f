import type { Changes, FileChange } from './changes.ts';
import { runGit } from './run-git.ts';

/** git's name for a tree without anything in it. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const statuses = { A: 'added', D: 'removed' } as const;

/** Compares two commits, file by file. Renames are a removal and an addition. */
export async function readChanges(
  folder: string,
  from: string | undefined,
  to: string,
): Promise<Changes> {
  const words = [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--numstat',
    '--no-renames',
    from ?? emptyTree,
    to,
  ];
  const fields = (await runGit(folder, words)).output.split('\0');
  const status = new Map<string, FileChange['status']>();
  const files: FileChange[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? '';
    if (field.startsWith(':')) {
      at += 1;
      const letter = field.at(-1);
      const isAddedOrDeleted = letter === 'A' || letter === 'D';
      status.set(fields[at] ?? '', isAddedOrDeleted ? statuses[letter] : 'modified');
    } else if (field !== '') {
      const [additions, deletions, path = ''] = field.split('\t');
      files.push({
        path,
        status: status.get(path) ?? 'modified',
        // A dash for a binary file.
        additions: Number(additions) || 0,
        deletions: Number(deletions) || 0,
      });
    }
  }
  const sum = (count: (file: FileChange) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    files,
  };
}
