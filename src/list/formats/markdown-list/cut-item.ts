import type { ProseEntry, ProseList } from '../../markdown/entry/entry.ts';
import { removed } from '../../sequence/lines-of-entries.ts';
import type { Splice } from '../../splice.ts';

const numbered = /^\s*\d{1,9}[.)]\s+$/;

/**
 * Cuts an item out. Readers count from the number of the first: where that goes, the next item gets its number, and no other one
 * another.
 */
export function cutItem(list: ProseList, entry: ProseEntry): readonly Splice[] {
  const lines = removed(list, entry);
  const next = list.entries.find(({ start }) => start === lines.end);
  const isFirst = entry.row === 0 && numbered.test(entry.opener);
  if (!isFirst || next === undefined || !numbered.test(next.opener)) {
    return [{ ...lines, text: '' }];
  }
  return [{ start: entry.name.start, end: next.name.start, text: '' }];
}
