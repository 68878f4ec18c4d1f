import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { toSingleLine } from '../../text/single-line.ts';
import type { Edit, EntryValues, ListFormat, Place } from '../format.ts';
import { applySplices, type Splice } from '../splice.ts';
import { placeInOrder } from './place-in-order.ts';
import type {
  SequenceEntry,
  SequenceFormat,
  SequenceList,
  Span,
  WrittenEntry,
} from './sequence.ts';

/**
 * A format whose entries follow one another: where an entry goes, what is cut out or put in, and the check of the changed
 * file are the same for all of them.
 */
export function sequenceFormat(own: SequenceFormat): ListFormat {
  const format: ListFormat = {
    id: own.id,
    mayHold: own.mayHold,
    find: own.find,

    read(file, at) {
      const read = own.read(file, at);
      return read.ok ? success({ ...read.value, format }) : read;
    },

    add(list: SequenceList, values, order) {
      const names = list.entries.map(({ company }) => company);
      const index = placeInOrder(names, values.company, order);
      const written = own.write(list, values, index);
      if (!written.ok) return written;
      const { source, seen } = written.value;
      const { splice, row, replaced } = insertion(list, index, source);
      const entries = list.seen.entries.toSpliced(row, replaced, seen);
      return edited(list, splice, { entries, index, values });
    },

    replace(list: SequenceList, entry: SequenceEntry, values) {
      const written = own.rewrite(list, entry, values);
      if (!written.ok) return written;
      const { source, seen } = written.value;
      const splice = { start: entry.start, end: entry.end, text: source };
      const entries = list.seen.entries.with(entry.row, seen);
      const { index } = entry.place;
      const name = values.company ?? entry.company;
      return edited(list, splice, { entries, index, values: { ...values, company: name } });
    },

    remove(list: SequenceList, entry: SequenceEntry) {
      const entries = list.seen.entries.toSpliced(entry.row, 1);
      return edited(list, { ...removed(list, entry), text: '' }, { entries, removed: entry.place });
    },

    around(list, { index }) {
      const beside = list.entries.slice(Math.max(0, index - 1), index + 2);
      const position = beside.findIndex(({ place }) => place.index === index);
      return { entries: beside, position: position === -1 ? undefined : position };
    },

    parts: own.parts,
  };

  /** The changed file, read again by both readers; nothing where it is not the old data and exactly the change. */
  function edited(list: SequenceList, splice: Splice, expected: Expected): Result<Edit> {
    const text = applySplices(list.text, [splice]);
    const unsafe = (reason: string) => failure(problem('page-edit-unsafe', list.path, { reason }));
    if (text === list.text && 'index' in expected) {
      const same = list.entries[expected.index];
      if (same !== undefined) return success({ text, list, place: same.place });
    }
    const read = own.read({ path: list.path, text }, list.at);
    if (!read.ok) return unsafe(read.problems.map(({ code }) => code).join(', '));
    const { seen, entries } = read.value;
    if (seen.rest !== list.seen.rest) return unsafe('content');
    if (JSON.stringify(seen.entries) !== JSON.stringify(expected.entries)) return unsafe('entries');
    const after = { ...read.value, format };
    if ('removed' in expected) return success({ text, list: after, place: expected.removed });
    const entry = entries[expected.index];
    if (entry?.company !== fold(expected.values.company)) return unsafe('name');
    if (!showsText(list, entry.text, expected.values.text)) return unsafe('text');
    return success({ text, list: after, place: entry.place });
  }

  return format;
}

type Expected = { readonly entries: readonly (readonly string[])[] } & (
  | { readonly index: number; readonly values: Pick<EntryValues, 'company'> & Partial<EntryValues> }
  | { readonly removed: Place }
);

/** Where an entry's lines are put in, and which of the second reader's entries it is. */
function insertion(
  { entries, placeholder, head, newline, text, gaps }: SequenceList,
  index: number,
  written: WrittenEntry['source'],
): { splice: Splice; row: number; replaced: number } {
  const source = written.replaceAll('\n', newline);
  const between = gaps?.between.replaceAll('\n', newline) ?? newline;
  const before = entries[index - 1];
  const behind = entries[index];
  if (before !== undefined) {
    const gap = gapBetween(entries, index - 1, text) ?? between;
    const splice = { start: before.end, end: before.end, text: gap + source };
    return { splice, row: before.row + 1, replaced: 0 };
  }
  if (behind !== undefined) {
    const gap = gapBetween(entries, 0, text) ?? between;
    const splice = { start: behind.start, end: behind.start, text: source + gap };
    return { splice, row: behind.row, replaced: 0 };
  }
  if (placeholder !== undefined) {
    return { splice: { ...placeholder, text: source }, row: placeholder.row, replaced: 1 };
  }
  const above = gaps?.above.replaceAll('\n', newline) ?? newline;
  return { splice: { start: head, end: head, text: above + source }, row: 0, replaced: 0 };
}

/** Whether nothing but blank lines is between two entries, or a line across the page. */
function isGap(between: string): boolean {
  return /^[ \t]*\r?\n\s*(?:(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n\s*)?$/.test(between);
}

/** What is between an entry and the one behind it, or else the one before: a line end, or blank lines too. */
function gapBetween(
  entries: readonly SequenceEntry[],
  index: number,
  text: string,
): string | undefined {
  for (const first of [index, index - 1]) {
    const [one, other] = [entries[first], entries[first + 1]];
    const gap = one && other && text.slice(one.end, other.start);
    if (gap !== undefined && isGap(gap)) return gap;
  }
  return undefined;
}

/** An entry's lines, with the line ends that go with them. */
function removed({ entries, text }: SequenceList, entry: SequenceEntry): Span {
  const { index } = entry.place;
  const [before, behind] = [entries[index - 1], entries[index + 1]];
  if (behind !== undefined && isGap(text.slice(entry.end, behind.start))) {
    return { start: entry.start, end: behind.start };
  }
  if (before !== undefined && isGap(text.slice(before.end, entry.start))) {
    return { start: before.end, end: entry.end };
  }
  const lineEnd = /^\r?\n/.exec(text.slice(entry.end, entry.end + 2))?.[0] ?? '';
  return { start: entry.start, end: entry.end + lineEnd.length };
}

/** Whether a text shows what was typed, where it is text and nothing else. */
function showsText({ fields, at }: SequenceList, shown: string, typed = shown): boolean {
  const hasText = fields.some(({ role }) => role === 'text');
  return !hasText || at.markup === 'inline' || shown === fold(typed);
}

function fold(text: string): string {
  return toSingleLine(text).replace(/\s+/g, ' ').trim();
}
