import type { ListItem } from 'mdast';
import type { Result } from '../../../problem/result.ts';
import type { ListLocation, TextFile } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import type { RawEntry, ReadProseList } from '../../markdown/entry/entry.ts';
import { toList } from '../../markdown/entry/to-list.ts';
import { chooseList, nameLists } from '../../markdown/named-lists.ts';
import { saysNobodyYet } from '../../markdown/placeholder-words.ts';
import { readMarkdown } from '../../markdown/read-markdown.ts';
import { listsIn, listsOrganizations, type PlacedList } from './find-lists.ts';
import { readItem } from './read-item.ts';
import { seeList } from './second-reader.ts';

/** Reads a list for editing, or says why it cannot be edited safely. */
export function readList(file: TextFile, at: ListLocation): Result<ReadProseList> {
  const tree = readMarkdown(file);
  if (!tree.ok) return tree;
  const lists = listsIn(tree.value, file.path);
  const usual = chooseList(nameLists(lists.filter(listsOrganizations)), file.path, at.within);
  // A list that looks like none of organizations has to be named.
  const named =
    at.within === undefined ? usual : chooseList(nameLists(lists), file.path, at.within);
  const chosen = usual.ok || !named.ok ? usual : named;
  return chosen.ok ? toItemList(file, chosen.value, at) : chosen;
}

/** The items of a list as its entries. */
export function toItemList(
  file: TextFile,
  { node }: PlacedList,
  at: ListLocation,
): Result<ReadProseList> {
  const { text } = file;
  const entries = node.children.map((item) => readItem(text, item));
  const start = entries[0]?.start ?? 0;
  const row = node.children.findIndex((item, index) => {
    const entry = entries[index];
    return entry !== undefined && isPlaceholder(entry, item, entries.length);
  });
  const place = entries[row];
  const between = node.spread === true ? '\n\n' : '\n';
  return toList(
    file,
    {
      entries,
      placeholder: place && { start: place.start, end: place.end, row },
      start,
      head: entries[0]?.end ?? start,
      gaps: { above: '\n', between },
      seen: seeList(text, lineNumber(text, start)),
    },
    at,
  );
}

/** Whether an item says that nobody is there yet. Of several, only one in italics tells that: a company may be called “None Ltd”. */
function isPlaceholder({ name }: RawEntry, { children }: ListItem, items: number): boolean {
  const [first, ...more] = children;
  if (more.length > 0) return false;
  if (first === undefined) return items === 1;
  const isItalic = first.type === 'paragraph' && first.children[0]?.type === 'emphasis';
  return saysNobodyYet(name.company) && (items === 1 || isItalic);
}
