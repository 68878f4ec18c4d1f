import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import type { Field, FoundList, List, ListFormat, ListLocation } from '../format.ts';
import type { FoundSequence, SequenceEntry, SequenceGroup, SequenceList } from './sequence.ts';

/** A list as the other rooms see it, with its groups: one, where it has no groups. */
export interface GroupedList extends List {
  /** As it was asked for: all of the groups by one name, or by none. */
  readonly at: ListLocation;
  readonly parts: readonly SequenceList[];
  readonly entries: readonly GroupedEntry[];
}

/** An entry of any group. */
export interface GroupedEntry extends SequenceEntry {}

/** Groups that were read as one list. */
export function toGroupedList(
  groups: readonly SequenceGroup[],
  at: ListLocation,
  format: ListFormat,
): GroupedList {
  const fields = fieldsOf(groups);
  const parts = groups.map((group): SequenceList => {
    const others = groups.filter((other) => other !== group);
    return { ...group, fields, elsewhere: others.flatMap(({ entries }) => entries) };
  });
  const [{ path, text } = { path: '', text: '' }] = groups;
  return {
    format,
    at,
    path,
    text,
    fields,
    groups: titlesOf(groups),
    entries: entriesOf(groups),
    parts,
  };
}

/** A list that was found, for set-up. */
export function toFoundList({ at, groups, above }: FoundSequence): FoundList {
  const isPadded = groups.every((group) => group.isPadded === true);
  const [fields, entries] = [fieldsOf(groups), entriesOf(groups)];
  const [{ path } = { path: '' }] = groups;
  return { path, at, fields, groups: titlesOf(groups), above, entries, isPadded };
}

function titlesOf(groups: readonly SequenceGroup[]): readonly string[] {
  return groups.length === 1 ? [] : groups.map(({ title }) => title);
}

function entriesOf(groups: readonly SequenceGroup[]): readonly GroupedEntry[] {
  let count = 0;
  return groups.flatMap(({ title, entries }, group) => {
    const before = count;
    count += entries.length;
    return entries.map((entry) => {
      const place = { ...entry.place, group, index: before + entry.place.index };
      return { ...entry, place, ...(groups.length > 1 && { group: title }) };
    });
  });
}

/** All fields; one is required where each group that holds anything requires it. */
function fieldsOf(groups: readonly SequenceGroup[]): readonly Field[] {
  const filled = groups.filter(({ entries }) => entries.length > 0);
  const telling = filled.length > 0 ? filled : groups;
  const fields = new Map<string, Field>();
  for (const field of telling.flatMap((group) => group.fields)) {
    const isRequired = (group: SequenceGroup) =>
      group.fields.some(({ name, required }) => name === field.name && required);
    if (fields.has(field.name)) continue;
    fields.set(field.name, { ...field, required: telling.every(isRequired) });
  }
  return [...fields.values()];
}

/** The group in which an entry belongs; a problem where it says none, for nobody can tell, or one that the list has not. */
export function chooseGroup(
  { path, groups }: GroupedList,
  group: string | undefined,
): Result<number> {
  if (groups.length === 0) return success(0);
  // Groups without names are rows of one list, which continues in the last.
  if (group === undefined && namedGroups(groups).length === 0) return success(groups.length - 1);
  const names = groups.map((name) => `“${name}”`).join(', ');
  if (group === undefined) return failure(problem('list-group-missing', path, { groups: names }));
  const fold = (name: string) => name.normalize('NFKC').trim().toLowerCase();
  const index = groups.findIndex((name) => fold(name) === fold(group));
  if (index !== -1) return success(index);
  return failure(problem('list-group-unknown', path, { group, groups: names }));
}

/** The groups that can be chosen by name; none if their only names are their numbers, as of the rows of a page. */
export function namedGroups(groups: readonly string[]): readonly string[] {
  return groups.every((name, index) => name === String(index)) ? [] : groups;
}
