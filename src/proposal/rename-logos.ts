import type { Configuration } from '../config/configuration.ts';
import { entriesOf } from '../page/entries.ts';
import { readPage } from '../page/read/read-page.ts';
import type { FileChange } from './file-change.ts';
import type { OpenPage } from './open-pages.ts';

/**
 * The pages with other addresses of logos, and nothing else changed; nothing where a page would not then be the same but for
 * them.
 *
 * @param renames new addresses by old ones, as they stand in `src`
 */
export function renameLogos(
  pages: readonly OpenPage[],
  renames: ReadonlyMap<string, string>,
  { table }: Configuration,
): FileChange[] | undefined {
  const changes: FileChange[] = [];
  for (const { page, entries } of pages) {
    const { path } = page;
    let content = page.text;
    for (const [before, after] of renames) {
      content = replaceAddress(content, before, after);
    }
    if (content === page.text) continue;
    const read = readPage(content, { table, path });
    const found = read.ok ? entriesOf(read.value) : [];
    const isSame = entries.every((entry, index) => {
      const { company, logo } = found[index] ?? {};
      return company === entry.company && logo === (renames.get(entry.logo) ?? entry.logo);
    });
    if (!isSame || found.length !== entries.length) return undefined;
    changes.push({ path, content, before: page.text });
  }
  return changes;
}

/** Replaces an address where it stands whole, up to a quote, a query or a fragment. */
function replaceAddress(text: string, before: string, after: string): string {
  const [first = '', ...rest] = text.split(before);
  return rest.reduce(
    (done, part) => `${done}${/^["'?#]/.test(part) ? after : before}${part}`,
    first,
  );
}
