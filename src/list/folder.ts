import type { Folder, FolderFile, TextFile } from './format.ts';

/** A folder as one file: the texts of its files one after the other, in the order of their paths. */
export function folderFile(path: string, { files, ...more }: Folder): TextFile {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return {
    path,
    text: sorted.map(({ text }) => text).join(''),
    folder: { ...more, files: sorted },
  };
}

/** The files that a list is written in. */
export function filesOf({ path, text, folder }: TextFile): readonly FolderFile[] {
  return folder?.files ?? [{ path, text }];
}

/** The file in which an offset into a list's text lies, and where it begins there. */
export function fileAt(list: TextFile, offset: number): { file: FolderFile; start: number } {
  let start = 0;
  for (const file of filesOf(list)) {
    if (offset < start + file.text.length) return { file, start };
    start += file.text.length;
  }
  const last = filesOf(list).at(-1) ?? list;
  return { file: last, start: list.text.length - last.text.length };
}
