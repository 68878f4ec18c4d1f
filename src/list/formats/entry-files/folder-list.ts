import type { FolderPattern } from '../../../config/folder-pattern.ts';
import type { DataEntry, DataKey, DataList } from '../../data/data-list.ts';
import { type DataValue, markIn, plainValue } from '../../data/data-value.ts';
import { valuesOf } from '../../data/read-values.ts';
import type { Entry, List, ListLocation } from '../../format.ts';
import type { FileKind } from './kinds.ts';
import type { ReadFile } from './read-file.ts';

/** A list with a file for each entry. */
export interface FolderList extends List {
  readonly at: ListLocation;
  readonly pattern: FolderPattern;
  /** Those of the data; what is below them is no key. */
  readonly keys: readonly DataKey[];
  /** Whether what is below the front matter is the entry's text. */
  readonly hasBody: boolean;
  readonly entries: readonly FolderEntry[];
}

/** An entry with its file. */
export interface FolderEntry extends Entry {
  readonly read: ReadFile;
  /** What is in the place of the pattern's `*`. */
  readonly stem: string;
  /** Where its file begins in the list's text. */
  readonly start: number;
}

/** The entries of one kind of file as a list in the folder's text, by which further ones are written. */
export function dataListOf(list: FolderList, kind: FileKind): DataList {
  const { path, text, fields, at, keys } = list;
  const alike = list.entries.filter(({ read }) => read.kind === kind);
  const nothing = plainValue('array', [], { start: 0, end: 0 });
  return {
    ...{ path, text, fields, at, keys },
    newline: '\n',
    placeholder: undefined,
    head: 0,
    seen: { entries: [], rest: () => '' },
    array: nothing,
    entries: alike.map((entry, index) => dataEntryOf(entry, index, keys)),
    elsewhere: [],
    model: undefined,
  };
}

/** An entry with offsets into the folder's text. */
function dataEntryOf(
  { read: { data, span }, start, place }: FolderEntry,
  index: number,
  keys: readonly DataKey[],
): DataEntry {
  const { properties } = shifted(data, start);
  return {
    ...valuesOf(properties, keys),
    properties,
    mark: markIn(data),
    start: span.start + start,
    end: span.end + start,
    row: index,
    place: { ...place, index },
    lacks: [],
  };
}

function shifted(value: DataValue, by: number): DataValue {
  const move = <T extends { start: number; end: number }>(span: T) => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...move(value),
    outer: move(value.outer),
    items: value.items.map((item) => shifted(item, by)),
    properties: value.properties.map((each) => ({
      ...move(each),
      keyEnd: each.keyEnd + by,
      value: shifted(each.value, by),
    })),
    mark: value.mark && { ...value.mark, offset: value.mark.offset + by },
  };
}
