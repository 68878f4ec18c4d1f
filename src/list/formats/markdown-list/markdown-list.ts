import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { EntryValues, Field, FoundList, FoundLists, TextFile } from '../../format.ts';
import { blockContents } from '../../markdown/entry/block-contents.ts';
import type { PartStyle, ProseEntry, ProseList } from '../../markdown/entry/entry.ts';
import type { EntryContext } from '../../markdown/entry/entry-context.ts';
import { entryMarkup } from '../../markdown/entry/entry-markup.ts';
import { rewriteEntry } from '../../markdown/entry/rewrite-entry.ts';
import { wrappingOf } from '../../markdown/entry/wrap.ts';
import { writeEntry } from '../../markdown/entry/write-entry.ts';
import { nameLists } from '../../markdown/named-lists.ts';
import { parseMarkdown, readMarkdown } from '../../markdown/read-markdown.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { sequenceFormat } from '../../sequence/sequence-format.ts';
import { unknownField } from '../../sequence/unknown-field.ts';
import { listsIn, listsOrganizations } from './find-lists.ts';
import { markerAt } from './marker.ts';
import { readList, toItemList } from './read-list.ts';

/** A list with bullets or numbers in a Markdown file. */
export const markdownList = sequenceFormat({
  id: 'markdown-list',
  mayHold: ({ path, text }) =>
    /\.(?:md|mdx|markdown)$/i.test(path) && /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/m.test(text),
  find,
  read: readList,
  write,
  rewrite,
  parts: entryMarkup,
});

function find(file: TextFile): FoundLists {
  const tree = readMarkdown(file);
  if (!tree.ok) return { lists: [], problems: tree.problems };
  const lists = listsIn(tree.value, file.path).filter(listsOrganizations);
  const read = nameLists(lists).map(({ list, within }) => toItemList(file, list, { within }));
  return {
    lists: read.flatMap((list): FoundList[] => (list.ok ? [{ ...list.value }] : [])),
    problems: read.flatMap((list) => (list.ok ? [] : list.problems)),
  };
}

function write(list: ProseList, values: EntryValues, index: number): Result<WrittenEntry> {
  const unknown = unknownField(list, values);
  if (unknown !== undefined) return failure(unknown);
  const neighbours = nearestFirst(list.entries, index);
  const row = list.entries[index]?.row ?? (list.entries.at(-1)?.row ?? -1) + 1;
  const opener = markerAt(list.openers, row);
  const shift = opener.length - (neighbours[0]?.opener.length ?? opener.length);
  const context = { ...contextOf(list, neighbours), opener, shift: Math.max(0, shift) };
  return toWritten(list, writeEntry(values, context));
}

function rewrite(
  list: ProseList,
  entry: ProseEntry,
  values: Partial<EntryValues>,
): Result<WrittenEntry> {
  const wanted = { ...entry, ...values, fields: { ...entry.fields, ...values.fields } };
  const others = nearestFirst(list.entries, entry.place.index).filter((each) => each !== entry);
  const context = contextOf(list, [entry, ...others]);
  return toWritten(list, rewriteEntry(list, entry, wanted, context));
}

function contextOf(
  { fields, entries, at }: ProseList,
  neighbours: readonly ProseEntry[],
): EntryContext {
  return {
    ...{ fields, neighbours, usualStyle, opener: '', closer: '', shift: 0 },
    wrapping: wrappingOf(entries),
    allowsMarkup: at.markup === 'inline',
  };
}

/** How an item is written where none has such a part yet. */
function usualStyle({ name, role }: Field): PartStyle {
  if (role === 'text') return { before: ' - ', label: '', after: '' };
  if (role === 'contact') return { before: ' (', label: '', after: ')' };
  return { before: '\n  - ', label: `${name}: `, after: '' };
}

/** An item with what the second reader has to find in it; nothing is written that is not one item. */
function toWritten({ path }: ProseList, source: string): Result<WrittenEntry> {
  const [list, ...more] = parseMarkdown(source).children;
  const isItem = list?.type === 'list' && list.children.length === 1 && more.length === 0;
  return isItem
    ? success({ source, seen: blockContents(source, list) })
    : failure(problem('page-edit-unsafe', path, { reason: 'entry' }));
}
