import { isBlank, lineStart } from '../../lines.ts';
import { gapBeside } from '../../sequence/lines-of-entries.ts';
import type { Splice } from '../../splice.ts';
import type { DataEntry, DataList } from '../data-list.ts';
import { startWithComment } from '../own-comment.ts';

const comment = /^#/;

/** Puts an entry into a list of dashes, with the blank lines that others have. */
export function insertLines(list: DataList, index: number, source: string): readonly Splice[] {
  const { entries, text, newline, array, placeholder } = list;
  const [before, behind] = [entries[index - 1], entries[index]];
  if (placeholder !== undefined) {
    return [{ start: placeholder.start, end: placeholder.end, text: source }];
  }
  const own = gapBeside(list, index);
  const gap = own ?? newline + dashIndentation(list);
  if (before !== undefined) return [{ start: before.end, end: before.end, text: gap + source }];
  if (behind !== undefined) {
    const start = startWithComment(text, behind, comment);
    return [{ start, end: start, text: source + gap }];
  }
  const { start, end } = array;
  if (isRoot(list)) return [{ start, end, text: source }];
  const key = text.slice(0, start).trimEnd().length;
  return [{ start: key, end, text: newline + dashIndentation(list) + source }];
}

/** Cuts an entry out of a list of dashes, with the blank lines that go with it; `[]` stays of a list that holds nobody. */
export function cutLines(list: DataList, entry: DataEntry): readonly Splice[] {
  const { entries, text } = list;
  const { index } = entry.place;
  const [before, behind] = [entries[index - 1], entries[index + 1]];
  const startOf = (other: DataEntry) => startWithComment(text, other, comment);
  const start = startOf(entry);
  const canCloseUp = before !== undefined && isBlank(text, before.end, start);
  // What parts an entry with a comment of its own from the one before it belongs to that comment.
  const keepsGap = canCloseUp && behind !== undefined && startOf(behind) !== behind.start;
  if (behind !== undefined && !keepsGap && isBlank(text, entry.end, startOf(behind))) {
    return [{ start, end: startOf(behind), text: '' }];
  }
  if (canCloseUp) return [{ start: before.end, end: entry.end, text: '' }];
  if (before === undefined && behind === undefined) {
    const key = text.slice(0, start).trimEnd().length;
    const isBehindKey = text[key - 1] === ':';
    return [{ start: isBehindKey ? key : start, end: entry.end, text: isBehindKey ? ' []' : '[]' }];
  }
  const line = lineStart(text, start);
  const end = text.indexOf('\n', entry.end) + 1;
  if (end > 0) return [{ start: line, end, text: '' }];
  return [{ start: text.slice(0, line).replace(/\r?\n$/, '').length, end: entry.end, text: '' }];
}

/** Blanks before the dashes of a list; of one that holds nothing yet, two more than before its key. */
export function dashIndentation(list: DataList): string {
  const { text, entries, elsewhere, array } = list;
  const [first] = [...entries, ...elsewhere];
  if (first !== undefined) return marginBefore(text, first.start);
  if (isRoot(list)) return '';
  const line = text.slice(lineStart(text, array.start));
  return `${/^[ -]*/.exec(line)?.[0].replaceAll('-', ' ')}  `;
}

/** What is before an offset in its line; a byte-order mark is nothing. */
export function marginBefore(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace('\uFEFF', '');
}

/** Whether a list has no key before it. */
function isRoot({ text, array }: DataList): boolean {
  return marginBefore(text, array.start).trim() === '';
}
