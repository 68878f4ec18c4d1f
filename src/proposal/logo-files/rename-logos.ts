import type { Configuration } from '../../config/configuration.ts';
import type { List } from '../../list/list.ts';
import type { FileChange } from '../file-change.ts';
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
    const { path, text } = list;
    const content = renamed(list, renames);
    const read = list.format.read({ path, text: content }, configuration);
    const found = read.ok ? read.value.entries : [];
    const isSame = list.entries.every((entry, index) => {
      const other = found[index];
      const after = logosOf(entry).map((address) => renames.get(address) ?? address);
      return other?.company === entry.company && logosOf(other).join('\n') === after.join('\n');
    });
    if (!isSame || found.length !== list.entries.length) return undefined;
    changes.push({ path, content, before: text });
  }
  return changes;
}

/** The list's text with the new addresses, in the entries themselves. */
function renamed(list: List, renames: ReadonlyMap<string, string>): string {
  const parts = list.entries.flatMap((entry) => {
    const parts = list.format.parts(list, entry);
    return logosOf(entry).flatMap((before) => {
      const after = renames.get(before);
      if (after === undefined) return [];
      return parts.map(({ start, end }) => ({ start, end, before, after }));
    });
  });
  const fromBehind = parts.toSorted((one, other) => other.start - one.start);
  return fromBehind.reduce((text, { start, end, before, after }) => {
    const part = replaceAddress(text.slice(start, end), before, after);
    return text.slice(0, start) + part + text.slice(end);
  }, list.text);
}

/** Replaces an address where it is whole: one that goes on is another one. */
function replaceAddress(text: string, before: string, after: string): string {
  const [first = '', ...rest] = text.split(before);
  return rest.reduce(
    (done, part) => `${done}${/^[\w.%/-]/.test(part) ? before : after}${part}`,
    first,
  );
}
