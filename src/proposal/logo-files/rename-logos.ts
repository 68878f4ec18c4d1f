import type { Configuration } from '../../config/configuration.ts';
import { isBesideEntry } from '../../config/logo-place.ts';
import { filesOf, folderFile, type List, type TextFile } from '../../list/list.ts';
import { type FileChange, listChanges } from '../file-change.ts';
import { logosOf } from '../logo-file.ts';
import type { OpenPage } from '../open-pages.ts';

/**
 * The pages with other addresses of their entries' logos, and nothing else changed; nothing where a page would not then be the
 * same but for them.
 *
 * @param renames new addresses by old ones, as the entries name them
 */
export function renameLogos(
  pages: readonly OpenPage[],
  renames: ReadonlyMap<string, string>,
  configuration: Configuration,
): FileChange[] | undefined {
  const changes: FileChange[] = [];
  for (const { list } of pages) {
    if (!list.entries.flatMap(logosOf).some((address) => renames.has(address))) continue;
    const after = renamed(list, renames, isBesideEntry(configuration.logo));
    const read = list.format.read(after, configuration);
    const found = read.ok ? read.value.entries : [];
    const isSame = list.entries.every((entry, index) => {
      const other = found[index];
      const wanted = logosOf(entry).map((address) => renames.get(address) ?? address);
      return other?.company === entry.company && logosOf(other).join('\n') === wanted.join('\n');
    });
    if (!read.ok || !isSame || found.length !== list.entries.length) return undefined;
    changes.push(...listChanges(list, read.value));
  }
  return changes;
}

/**
 * The list's file or files with the new addresses, in the entries themselves.
 *
 * @param isBeside whether logos are named by their folders, which entries do not write
 */
function renamed(list: List, renames: ReadonlyMap<string, string>, isBeside: boolean): TextFile {
  const named = (address: string) =>
    isBeside ? address.slice(address.lastIndexOf('/') + 1) : address;
  const parts = list.entries.flatMap((entry) => {
    const parts = list.format.parts(list, entry);
    return logosOf(entry).flatMap((address) => {
      const renamedTo = renames.get(address);
      if (renamedTo === undefined) return [];
      const [before, after] = [named(address), named(renamedTo)];
      return parts.map(({ start, end }) => ({ start, end, before, after }));
    });
  });
  const fromBehind = parts.toSorted((one, other) => other.start - one.start);
  const { path, folder } = list;
  let base = 0;
  const files = filesOf(list).map((file) => {
    const from = base;
    base += file.text.length;
    const own = fromBehind.filter(({ start, end }) => start >= from && end <= base);
    const text = own.reduce((done, { start, end, before, after }) => {
      const part = replaceAddress(done.slice(start - from, end - from), before, after);
      return done.slice(0, start - from) + part + done.slice(end - from);
    }, file.text);
    // What was read of a file is known by its object.
    return text === file.text ? file : { ...file, text };
  });
  return folder ? folderFile(path, { ...folder, files }) : { path, text: files[0]?.text ?? '' };
}

/** Replaces an address where it is whole: one that goes on is another one. */
function replaceAddress(text: string, before: string, after: string): string {
  const [first = '', ...rest] = text.split(before);
  return rest.reduce(
    (done, part) => `${done}${/^[\w.%/-]/.test(part) ? before : after}${part}`,
    first,
  );
}
