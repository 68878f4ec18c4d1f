import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { toSingleLine } from '../../text/single-line.ts';
import type { Edit, EntryValues, ListFormat, Place } from '../format.ts';
import { applySplices, type Splice } from '../splice.ts';
import { placeInOrder } from './place-in-order.ts';
import type { SequenceEntry, SequenceFormat, SequenceList, Span } from './sequence.ts';

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
      const { seen } = written.value;
      const source = written.value.source.replaceAll(/\r?\n/g, list.newline);
      const splices = own.insert?.(list, index, source) ?? [insertion(list, index, source)];
      const { row, replaced } = rowFor(list, index);
      const entries = list.seen.entries.toSpliced(row, replaced, seen);
      return edited(list, splices, { entries, index, values });
    },

    replace(list: SequenceList, entry: SequenceEntry, values) {
      const written = own.rewrite(list, entry, values);
      if (!written.ok) return written;
      const { seen } = written.value;
      const source = written.value.source.replaceAll(/\r?\n/g, list.newline);
      const splice = { start: entry.start, end: entry.end, text: source };
      const entries = list.seen.entries.with(entry.row, seen);
      const { index } = entry.place;
      const name = values.company ?? entry.company;
      return edited(list, [splice], { entries, index, values: { ...values, company: name } });
    },

    remove(list: SequenceList, entry: SequenceEntry) {
      const entries = list.seen.entries.toSpliced(entry.row, 1);
      const splices = own.cut?.(list, entry) ?? success([{ ...removed(list, entry), text: '' }]);
      return splices.ok ? edited(list, splices.value, { entries, removed: entry.place }) : splices;
    },

    around(list, { index }) {
      const beside = list.entries.slice(Math.max(0, index - 1), index + 2);
      const position = beside.findIndex(({ place }) => place.index === index);
      return { entries: beside, position: position === -1 ? undefined : position };
    },

    parts: own.parts,
  };

  /** The changed file, read again by both readers; nothing where it is not the old data and exactly the change. */
  function edited(
    list: SequenceList,
    splices: readonly Splice[],
    expected: Expected,
  ): Result<Edit> {
    const text = applySplices(list.text, splices);
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
    if (entry === undefined || !isNamed(list, entry.company, expected.values.company)) {
      return unsafe('name');
    }
    if (!showsText(list, entry.text, expected.values.text)) return unsafe('text');
    return success({ text, list: after, place: entry.place });
  }

  return format;
}

type Expected = { readonly entries: readonly (readonly string[])[] } & (
  | { readonly index: number; readonly values: Pick<EntryValues, 'company'> & Partial<EntryValues> }
  | { readonly removed: Place }
);

/** Whether nothing but blank lines is between two entries, or a line across the page. */
function isGapOfLines(between: string): boolean {
  return /^[ \t]*\r?\n\s*(?:(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n\s*)?$/.test(between);
}

/** Where a new entry is among what the second reader finds, and how many of these it replaces. */
function rowFor(
  { entries, placeholder }: SequenceList,
  index: number,
): { row: number; replaced: number } {
  const before = entries[index - 1];
  if (before !== undefined) return { row: before.row + 1, replaced: 0 };
  const row = entries[index]?.row ?? placeholder?.row ?? 0;
  return { row, replaced: entries.length === 0 && placeholder !== undefined ? 1 : 0 };
}

/** Where an entry's lines are put in. */
function insertion(list: SequenceList, index: number, source: string): Splice {
  const { entries, placeholder, head, newline, gaps } = list;
  const gap = gapBeside(list, index) ?? gaps?.between.replaceAll('\n', newline) ?? newline;
  const [before, behind] = [entries[index - 1], entries[index]];
  if (before !== undefined) return { start: before.end, end: before.end, text: gap + source };
  if (behind !== undefined) return { start: behind.start, end: behind.start, text: source + gap };
  if (placeholder !== undefined) return { ...placeholder, text: source };
  const above = gaps?.above.replaceAll('\n', newline) ?? newline;
  return { start: head, end: head, text: above + source };
}

/**
 * What is between the entries beside a place, or else between those before or behind.
 *
 * @param isGap whether entries can be parted by it; by default line ends alone do so
 */
export function gapBeside(
  { entries, text }: SequenceList,
  index: number,
  isGap: (gap: string) => boolean = isGapOfLines,
): string | undefined {
  for (const first of [index - 1, index - 2, index]) {
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
  if (behind !== undefined && isGapOfLines(text.slice(entry.end, behind.start))) {
    return { start: entry.start, end: behind.start };
  }
  if (before !== undefined && isGapOfLines(text.slice(before.end, entry.start))) {
    return { start: before.end, end: entry.end };
  }
  const lineEnd = /^\r?\n/.exec(text.slice(entry.end, entry.end + 2))?.[0] ?? '';
  return { start: entry.start, end: entry.end + lineEnd.length };
}

/** Whether an entry has the name that was typed, in a list that has names. */
function isNamed({ fields }: SequenceList, company: string, typed: string): boolean {
  return !fields.some(({ role }) => role === 'name') || company === fold(typed);
}

/** Whether a text shows what was typed, where it is text and nothing else. */
function showsText({ fields, at }: SequenceList, shown: string, typed = shown): boolean {
  const hasText = fields.some(({ role }) => role === 'text');
  return !hasText || at.markup === 'inline' || shown === fold(typed);
}

function fold(text: string): string {
  return toSingleLine(text).replace(/\s+/g, ' ').trim();
}
