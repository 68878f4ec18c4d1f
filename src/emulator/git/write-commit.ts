import { randomUUID } from 'node:crypto';
import type { Signature } from './git-objects.ts';
import { runGit } from './run-git.ts';

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

/** Writes a commit and what is in it, by one `git fast-import`; a given tree, by `git commit-tree`. */
export async function writeCommit(folder: string, commit: NewCommit): Promise<string> {
  const { tree, author, committer = author } = commit;
  if (tree !== undefined) return writeTreeCommit(folder, commit, tree);
  // fast-import wants a reference, which is taken away at once: an object without one is read all the same.
  const ref = `refs/emulator/${randomUUID()}`;
  const chunks: (string | Uint8Array)[] = [
    `commit ${ref}\nmark :1\nauthor ${signatureLine(author)}\ncommitter ${signatureLine(committer)}\n`,
    ...data(Buffer.from(commit.message)),
    ...commit.parents.map((oid, index) => `${index === 0 ? 'from' : 'merge'} ${oid}\n`),
    ...(commit.deletions ?? []).map((path) => `D ${quoted(path)}\n`),
    ...[...(commit.files ?? [])].flatMap(([path, bytes]) => [
      `M 100644 inline ${quoted(path)}\n`,
      ...data(bytes),
    ]),
    `get-mark :1\nreset ${ref}\nfrom ${'0'.repeat(40)}\n\ndone\n`,
  ];
  const input = Buffer.concat(chunks.map((each) => Buffer.from(each)));
  const words = ['fast-import', '--quiet', '--done', '--date-format=raw'];
  const { output } = await runGit(folder, words, input);
  return output.trim();
}

async function writeTreeCommit(folder: string, commit: NewCommit, tree: string): Promise<string> {
  const { author, committer = author, parents, message } = commit;
  const text = [
    `tree ${tree}`,
    ...parents.map((oid) => `parent ${oid}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
    '',
    message,
  ].join('\n');
  const { output } = await runGit(folder, ['hash-object', '-t', 'commit', '-w', '--stdin'], text);
  return output.trim();
}

function data(bytes: Uint8Array): (string | Uint8Array)[] {
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function signatureLine({ name, email, date }: Signature): string {
  const plain = (text: string) => text.replace(/[<>\n]/g, '');
  return `${plain(name)} <${plain(email)}> ${Math.floor(date.getTime() / 1000)} +0000`;
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/**
 * Whether git can keep a file of this path. git's own tools drop such paths without a word, so they are refused
 * before.
 */
export function isTreePath(path: string): boolean {
  if (path === '' || path.includes('\0')) return false;
  const isName = (name: string) => !/^(|\.|\.\.|\.git)$/i.test(name);
  return path.split('/').every(isName);
}
