import { folderFile } from '../../../../src/list/folder.ts';
import type { Edit, EntryValues, List, ListLocation } from '../../../../src/list/format.ts';
import { entryFiles } from '../../../../src/list/formats/entry-files/entry-files.ts';
import type { Result } from '../../../../src/problem/result.ts';
import { valueFrom } from '../edited-lists.ts';

/** The texts of files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** A folder for set-up and for editing. */
export function folderOf(path: string, files: Files, others: readonly string[] = []) {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  return folderFile(path, { files: all, others });
}

/** A folder read for editing. */
export function readFolder(path: string, files: Files, at: ListLocation = {}): List {
  return valueFrom(entryFiles.read(folderOf(path, files), at));
}

/** The files of a changed list. */
export function filesAfter({ list }: Edit): Files {
  return Object.fromEntries((list.folder?.files ?? []).map(({ path, text }) => [path, text]));
}

/** The files that a change wrote or deleted. */
export function changesIn(before: Files, edit: Edit): Readonly<Record<string, string | undefined>> {
  const after = filesAfter(edit);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]);
  return Object.fromEntries(changed.map((path) => [path, after[path]]));
}

/** The change that adds a company. */
export function adding(
  path: string,
  files: Files,
  values: EntryValues,
  at: ListLocation = {},
): Result<Edit> {
  return entryFiles.add(readFolder(path, files, at), values, 'as-is');
}

/** What adding a company writes. */
export function added(path: string, files: Files, values: EntryValues, at: ListLocation = {}) {
  return changesIn(files, valueFrom(adding(path, files, values, at)));
}
