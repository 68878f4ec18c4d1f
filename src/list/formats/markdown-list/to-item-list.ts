import type { ListItem } from 'mdast';
import type { Result } from '../../../problem/result.ts';
import type { ListLocation, TextFile } from '../../format.ts';
import { endOfLine, lineNumber, lineStart } from '../../lines.ts';
import type { RawEntry, ReadProseList } from '../../markdown/entry/entry.ts';
import { toList } from '../../markdown/entry/to-list.ts';
import { invites, saysNobodyYet } from '../../markdown/placeholder-words.ts';
import type { PlacedList } from './find-lists.ts';
import { readItem } from './read-item.ts';
import { seeList, seeParagraph } from './second-reader.ts';

/** The items of a list as its entries. */
export function toItemList(
  file: TextFile,
  list: PlacedList,
  at: ListLocation,
): Result<ReadProseList> {
  const { node } = list;
  if (node === undefined) return toEmptyList(file, list, at);
  const { text } = file;
  const entries = node.children.map((item) => readItem(text, item));
  const start = entries[0]?.start ?? 0;
  const row = node.children.findIndex((item, index) => {
    const entry = entries[index];
    return entry !== undefined && isPlaceholder(entry, item, entries.length);
  });
  const place = entries[row];
  const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
  const found = {
    entries,
    placeholder: place && { start: place.start, end: place.end, row },
    start,
    head: entries[0]?.end ?? start,
    gaps: { above: '\n\n', between: isLoose ? '\n\n' : '\n' },
    seen: seeList(text, lineNumber(text, start)),
  };
  return toList(file, found, at);
}

/** Whether an item says that nobody is there yet. Of several, one in italics or an invitation tells that: a company may be called “None Ltd”. */
function isPlaceholder({ name }: RawEntry, { children }: ListItem, items: number): boolean {
  const [first, ...more] = children;
  if (more.length > 0) return false;
  if (first === undefined) return items === 1;
  const isItalic = first.type === 'paragraph' && first.children[0]?.type === 'emphasis';
  return invites(name.company) || (saysNobodyYet(name.company) && (items === 1 || isItalic));
}

/** A heading without a list, in the place of which a line may say that nobody is there yet. */
function toEmptyList(
  file: TextFile,
  { words, end }: PlacedList,
  at: ListLocation,
): Result<ReadProseList> {
  const { text } = file;
  const start = lineStart(text, words?.position?.start.offset ?? end);
  const head = endOfLine(text, end);
  const placeholder = words && { start, end: head, row: 0 };
  const seen = seeParagraph(text, words && lineNumber(text, start));
  const gaps = { above: '\n\n', between: '\n' };
  return toList(file, { entries: [], placeholder, start, head, gaps, seen }, at);
}
