import { filesOf, type List } from '../list/list.ts';

/** A file to write, from the repository's root; without content it is deleted. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array | undefined;
  /** The text that the change was made from: where the file holds another by now, nothing is written. */
  readonly before?: string;
  /** Whether there was no such file: where there is one by now, nothing is written. */
  readonly isNew?: boolean;
}

/** What turns the files of a list into those of the changed list. */
export function listChanges(before: List, after: List): FileChange[] {
  const old = new Map(filesOf(before).map(({ path, text }) => [path, text]));
  const now = new Map(filesOf(after).map(({ path, text }) => [path, text]));
  const written = [...now].flatMap(([path, content]): FileChange[] => {
    const text = old.get(path);
    if (text === undefined) return [{ path, content, isNew: true }];
    return text === content ? [] : [{ path, content, before: text }];
  });
  const deleted = [...old].flatMap(([path, text]) =>
    now.has(path) ? [] : [{ path, content: undefined, before: text }],
  );
  return [...written, ...deleted];
}
