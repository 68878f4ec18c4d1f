import type { Signature } from './git-objects.ts';

/** A commit to be written. */
export interface NewCommit {
  /** The first is what `files` and `deletions` change; none for the first commit of all. */
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer?: Signature;
  /** Whole contents by path, always of mode 100644. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly deletions?: readonly string[];
  /** This tree instead of a changed one: for a merge. */
  readonly tree?: string;
}

/** A commit's content, as git writes it. */
export function printCommit(commit: NewCommit, tree: string): string {
  const { author, committer = author, parents, message } = commit;
  return [
    `tree ${tree}`,
    ...parents.map((oid) => `parent ${oid}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
    '',
    message,
  ].join('\n');
}

function signatureLine({ name, email, date }: Signature): string {
  const plain = (text: string) => text.replace(/[<>\n]/g, '');
  return `${plain(name)} <${plain(email)}> ${Math.floor(date.getTime() / 1000)} +0000`;
}

/**
 * Whether git can keep a file of this path. git's own tools refuse or drop such paths, so nothing else may write them.
 */
export function isTreePath(path: string): boolean {
  if (path === '' || path.includes('\0')) return false;
  const isName = (name: string) => !/^(|\.|\.\.|\.git)$/i.test(name);
  return path.split('/').every(isName);
}
