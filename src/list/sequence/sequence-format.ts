import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { foldLine, withoutBullets } from '../../text/single-line.ts';
import type { Edit, EntryValues, ListFormat, Place } from '../format.ts';
import { applySplices, type Splice } from '../splice.ts';
import {
  chooseGroup,
  type GroupedEntry,
  type GroupedList,
  toFoundList,
  toGroupedList,
} from './grouped-list.ts';
import { insertion, removed, rowFor } from './lines-of-entries.ts';
import { placeOfEntry } from './place-in-block.ts';
import { type NamesInOrder, placeInOrder } from './place-in-order.ts';
import type {
  SequenceEntry,
  SequenceFormat,
  SequenceGroup,
  SequenceList,
  WrittenEntry,
} from './sequence.ts';
import { unknownField } from './unknown-field.ts';

/**
 * A format whose entries follow one another, perhaps in several groups: where an entry goes, what is cut out or put in, and the
 * check of the changed file are the same for all of them.
 */
export function sequenceFormat(own: SequenceFormat): ListFormat {
  const format: ListFormat = {
    id: own.id,
    look: own.look,
    mayHold: own.mayHold,

    find(file, wanted) {
      const { lists, problems } = own.find(file, wanted);
      return { lists: lists.map(toFoundList), problems };
    },

    read(file, at) {
      const read = own.read(file, at);
      return read.ok ? success(toGroupedList(read.value, at, format)) : read;
    },

    add(list: GroupedList, values, order) {
      const group = chooseGroup(list, values.group);
      if (!group.ok) return group;
      const unknown = unknownField(list, values);
      if (unknown !== undefined) return failure(unknown);
      const part = partOf(list, group.value);
      const index = placeOfEntry(part, namesIn(list, group.value), values, order);
      const written = own.write(part, values, index);
      return written.ok ? inserted(list, group.value, index, written.value, values) : written;
    },

    replace(list: GroupedList, entry: GroupedEntry, values) {
      const unknown = unknownField(list, values);
      if (unknown !== undefined) return failure(unknown);
      const moved = movedTo(list, entry, values.group);
      if (!moved.ok) return moved;
      const { list: where, entry: found } = moved.value;
      const { group } = found.place;
      const [part, old] = [partOf(where, group), ownEntry(where, found)];
      const written = own.rewrite(part, old, values);
      if (!written.ok) return written;
      const { source, seen } = written.value;
      const splice = { start: old.start, end: old.end, text: withNewlines(source, part) };
      const entries = part.seen.entries.with(old.row, seen);
      const company = values.company ?? old.company;
      const expected = { entries, index: old.place.index, values: { ...values, company } };
      return edited(where, group, [splice], expected);
    },

    remove(list: GroupedList, entry: GroupedEntry) {
      const [part, old] = [partOf(list, entry.place.group), ownEntry(list, entry)];
      const entries = part.seen.entries.toSpliced(old.row, 1);
      const splices = own.cut?.(part, old) ?? success([{ ...removed(part, old), text: '' }]);
      if (!splices.ok) return splices;
      return edited(list, entry.place.group, splices.value, { entries, removed: entry.place });
    },

    around({ entries }, { group, index }) {
      const beside = entries
        .slice(Math.max(0, index - 1), index + 2)
        .filter(({ place }) => place.group === group);
      const position = beside.findIndex(({ place }) => place.index === index);
      return { entries: beside, position: position === -1 ? undefined : position };
    },

    parts(list: GroupedList, entry: GroupedEntry) {
      return own.parts(partOf(list, entry.place.group), ownEntry(list, entry));
    },

    flaws({ parts }: GroupedList) {
      return parts.flatMap((part) => own.flaws?.(part) ?? []);
    },
  };

  function inserted(
    list: GroupedList,
    group: number,
    index: number,
    written: WrittenEntry,
    values: EntryValues,
  ): Result<Edit> {
    const part = partOf(list, group);
    const source = withNewlines(written.source, part);
    const splices = own.insert?.(part, index, source) ?? [insertion(part, index, source)];
    const ended = splices.map((splice) => endLine(splice, part));
    const { row, replaced } = rowFor(part, index);
    const entries = part.seen.entries.toSpliced(row, replaced, written.seen);
    return edited(list, group, ended, { entries, index, values });
  }

  /** An entry in the group that is named, byte for byte as it was; the same list where it is there already. */
  function movedTo(
    list: GroupedList,
    entry: GroupedEntry,
    name: string | undefined,
  ): Result<{ list: GroupedList; entry: GroupedEntry }> {
    const group = chooseGroup(list, name ?? entry.group);
    if (!group.ok) return group;
    if (group.value === entry.place.group) return success({ list, entry });
    const [part, old] = [partOf(list, entry.place.group), ownEntry(list, entry)];
    const written = {
      source: list.text.slice(old.start, old.end).replaceAll('\r\n', '\n'),
      seen: part.seen.entries[old.row] ?? [],
    };
    const without = format.remove(list, entry, { leaveGap: false });
    if (!without.ok) return without;
    const rest = without.value.list as GroupedList;
    const index = placeInOrder(namesIn(rest, group.value), entry.company, 'as-is');
    const edit = inserted(rest, group.value, index, written, entry);
    if (!edit.ok) return edit;
    const after = edit.value.list as GroupedList;
    const found = after.entries[edit.value.place.index];
    return found === undefined ? unsafe(list, 'name') : success({ list: after, entry: found });
  }

  /** The changed file, read again by both readers; nothing where it is not the old data and exactly the change. */
  function edited(
    list: GroupedList,
    group: number,
    splices: readonly Splice[],
    expected: Expected,
  ): Result<Edit> {
    const part = partOf(list, group);
    const spliced = applySplices(list.text, splices);
    const text = own.reformat?.(part, spliced) ?? spliced;
    if (text === list.text && 'index' in expected) {
      const same = part.entries[expected.index];
      if (same !== undefined) return success({ text, list, place: placeIn(list, group, same) });
    }
    const read = readAgain(list, text);
    if (!read.ok) return unsafe(list, read.problems.map(({ code }) => code).join(', '));
    const after = toGroupedList(read.value, list.at, format);
    const { seen, entries } = partOf(after, group);
    if (after.parts.length !== list.parts.length || seen.rest() !== part.seen.rest()) {
      return unsafe(list, 'content');
    }
    if (JSON.stringify(seen.entries) !== JSON.stringify(expected.entries)) {
      return unsafe(list, 'entries');
    }
    if ('removed' in expected) return success({ text, list: after, place: expected.removed });
    const entry = entries[expected.index];
    if (entry === undefined || !isNamed(part, entry.company, expected.values.company)) {
      return unsafe(list, 'name');
    }
    if (!showsText(part, entry.text, expected.values.text)) return unsafe(list, 'text');
    return success({ text, list: after, place: placeIn(after, group, entry) });
  }

  /** The same groups in a changed file: where one lost its last entry and is no list any more, each by its own name. */
  function readAgain(
    { path, at, parts }: GroupedList,
    text: string,
  ): Result<readonly SequenceGroup[]> {
    const [only, ...more] = parts;
    const read = own.read({ path, text }, more.length === 0 && only ? only.at : at);
    if (more.length === 0 || (read.ok && read.value.length === parts.length)) return read;
    const groups = parts.map((part) => own.read({ path, text }, part.at));
    const problems = groups.flatMap((each) => (each.ok ? [] : each.problems));
    if (problems.length > 0) return { ok: false, problems };
    return success(groups.flatMap((each) => (each.ok ? each.value : [])));
  }

  return format;
}

function unsafe({ path }: GroupedList, reason: string): Result<never> {
  return failure(problem('page-edit-unsafe', path, { reason }));
}

function partOf({ parts }: GroupedList, group: number): SequenceList {
  const part = parts[group];
  if (part === undefined) throw new RangeError(`The list has no group ${group}`);
  return part;
}

/** The names of a group, among those of the others. */
function namesIn({ parts, groups }: GroupedList, group: number): NamesInOrder {
  const all = parts.map(({ entries }) => entries.map(({ company }) => company));
  return { names: all[group] ?? [], others: all.toSpliced(group, 1), groups };
}

/** Where an entry of a group is in the whole list. */
function placeIn({ entries }: GroupedList, group: number, own: SequenceEntry): Place {
  return (
    entries.find(({ place, row }) => place.group === group && row === own.row)?.place ?? own.place
  );
}

/** An entry as its group has it. */
function ownEntry(list: GroupedList, { row, place }: GroupedEntry): SequenceEntry {
  const { entries } = partOf(list, place.group);
  // Where no placeholder is before it, its row is its index.
  const entry = entries[row]?.row === row ? entries[row] : entries.find((each) => each.row === row);
  if (entry === undefined) throw new RangeError(`The list has no entry ${place.index}`);
  return entry;
}

function withNewlines(source: string, { newline }: SequenceList): string {
  return source.replaceAll(/\r?\n/g, newline);
}

/** An entry that becomes a file's last line ends it, as editors and most people do. */
function endLine(splice: Splice, { text, newline }: SequenceList): Splice {
  return splice.end === text.length ? { ...splice, text: splice.text + newline } : splice;
}

type Expected = { readonly entries: readonly (readonly string[])[] } & (
  | { readonly index: number; readonly values: Pick<EntryValues, 'company'> & Partial<EntryValues> }
  | { readonly removed: Place }
);

/** Whether an entry has the name that was typed, in a list that has names. */
function isNamed({ fields }: SequenceList, company: string, typed: string): boolean {
  return !fields.some(({ role }) => role === 'name') || company === foldLine(typed);
}

/** Whether a plain text shows what was typed; for an empty one, the list may have a mark such as `-`. */
function showsText({ fields, at }: SequenceList, shown: string, typed = shown): boolean {
  const hasText = fields.some(({ role }) => role === 'text');
  // Lines below a label are items, with the list's own bullets.
  const isShown = shown === foldLine(typed) || shown === foldLine(withoutBullets(typed));
  return !hasText || at.markup === 'inline' || typed === '' || isShown;
}
