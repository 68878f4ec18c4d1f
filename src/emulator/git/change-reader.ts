import { randomUUID } from 'node:crypto';
import type { Changes, FileChange } from './changes.ts';
import { GitProcess, type Taken } from './git-process.ts';

/** git's name for a tree without anything in it. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const statuses = { A: 'added', D: 'removed' } as const;

/** Compares trees through one lasting `git diff-tree`. Two trees differ by the same for ever, and are compared once. */
export class ChangeReader {
  readonly #process: GitProcess<Changes>;
  readonly #known = new Map<string, Promise<Changes>>();
  /** git repeats a line that names no trees: so this tells where an answer ends. Nobody can name a file so. */
  readonly #end = `end ${randomUUID()}\n`;

  constructor(folder: string) {
    const words = ['diff-tree', '--stdin', '--no-commit-id', '-r', '-z', '--raw', '--numstat'];
    const take = (received: Buffer): Taken<Changes> | undefined => {
      const end = received.indexOf(this.#end);
      if (end === -1) return undefined;
      const answer = readChanges(received.toString('utf8', 0, end));
      return { answer, length: end + this.#end.length };
    };
    this.#process = new GitProcess(folder, [...words, '--no-renames'], take);
  }

  /** What is different file by file; renames are a removal and an addition. @param from,to object ids of trees */
  compare(from: string, to: string): Promise<Changes> {
    const question = `${from} ${to}\n`;
    const known = this.#known.get(question);
    if (known) return known;
    const asked = this.#process.ask(question + this.#end);
    this.#known.set(question, asked);
    asked.catch(() => this.#known.delete(question));
    return asked;
  }

  close(): void {
    this.#process.close();
  }
}

function readChanges(output: string): Changes {
  // The trees that were compared come first, in a line.
  const fields = output.slice(output.indexOf('\n') + 1).split('\0');
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
      const [additions, deletions, ...path] = field.split('\t');
      files.push({
        path: path.join('\t'),
        status: status.get(path.join('\t')) ?? 'modified',
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
