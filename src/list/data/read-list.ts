import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { excerptOf } from '../../text/shorten.ts';
import { conflictStart } from '../conflict.ts';
import type { ListLocation, TextFile, WantedList } from '../format.ts';
import { generatedLine } from '../generated.ts';
import { lineNumber, lineStart } from '../lines.ts';
import {
  chooseLists,
  foundLists,
  groupLists,
  type Named,
  readGroups,
} from '../sequence/named-lists.ts';
import type { FoundSequences, SeenList, SequenceGroup } from '../sequence/sequence.ts';
import type { DataArray, DataEntry, DataKey, ReadDataList } from './data-list.ts';
import type { DataSyntax } from './data-syntax.ts';
import type { DataValue } from './data-value.ts';
import { describeEntry } from './describe.ts';
import { fieldsOf } from './fields/list-fields.ts';
import { unwritableIn } from './fields/unwritable.ts';
import { areAlike, isNamedLikeList, nameArrays, organizationLists } from './find-lists.ts';
import { keysOf } from './keys.ts';
import { entriesOf } from './read-entries.ts';

/** More than that is no list which people keep by hand, and takes the readers long. */
const mostCharacters = 1024 * 1024;

/** Each line costs the readers some microseconds, be it empty. */
const mostLines = 100_000;

/** The readers call themselves for what is nested; a list needs few levels. */
const deepestNesting = 200;

/** Each list is read a second time; a file with more is no list that people keep by hand. */
const mostLists = 50;

/** The lists of organizations in a file, or those that are wanted. */
export function findLists(
  syntax: DataSyntax,
  file: TextFile,
  wanted: WantedList | undefined,
): FoundSequences {
  const arrays = readArrays(syntax, file);
  if (!arrays.ok) {
    // Of most files that cannot be read nobody thinks that they hold such a list.
    const isMeant = wanted !== undefined || isNamedLikeList(file.path);
    return { lists: [], problems: isMeant ? arrays.problems : [] };
  }
  const all = nameArrays(arrays.value);
  const usual = organizationLists(all, file.path).slice(0, mostLists);
  const named = { all: all.slice(0, mostLists), usual };
  return foundLists(groupLists(named, wanted, areAlike), (groups) => {
    const read = toGroups(syntax, file, groups, {});
    const code = unwritableIn(groups.flatMap(({ list }) => list.value.items));
    if (!read.ok || code === undefined) return read;
    const values = { line: lineNumber(file.text, code.start), name: code.name };
    return failure(problem('list-value-not-plain', file.path, values));
  });
}

/** Reads a list for editing, or says why it cannot be edited safely. */
export function readList(
  syntax: DataSyntax,
  file: TextFile,
  at: ListLocation,
): Result<readonly SequenceGroup[]> {
  const arrays = readArrays(syntax, file);
  if (!arrays.ok) return arrays;
  const named = nameArrays(arrays.value);
  const certain = organizationLists(named, file.path, at.fields);
  const chosen = chooseLists(
    { all: named, usual: certain.length === 0 && named.length === 1 ? named : certain },
    {
      path: file.path,
      within: at.within,
      areAlike: (arrays) => areAlike(arrays, at.fields),
    },
  );
  return chosen.ok ? toGroups(syntax, file, chosen.value, at) : chosen;
}

/** Lists as the groups of one: what is behind their keys tells for all. */
function toGroups(
  syntax: DataSyntax,
  file: TextFile,
  arrays: readonly Named<DataArray>[],
  at: ListLocation,
): Result<readonly SequenceGroup[]> {
  const items = arrays.flatMap(({ list }) => list.value.items);
  const keys = keysOf(items, at.fields);
  return readGroups(arrays, at, (array, where) => toList(syntax, file, array, where, keys));
}

function readArrays(syntax: DataSyntax, file: TextFile): Result<readonly DataArray[]> {
  const refused = refusal(file);
  return refused === undefined ? syntax.read(file) : failure(refused);
}

/** Why a data file is not even parsed; nothing where it may be. */
export function refusal({ path, text }: TextFile): Problem | undefined {
  if (text.length > mostCharacters) {
    return problem('page-too-large', path, { size: text.length, limit: mostCharacters });
  }
  const lines = lineNumber(text, text.length);
  if (lines > mostLines) {
    return problem('page-too-many-lines', path, { size: lines, limit: mostLines });
  }
  const conflict = conflictStart(text);
  if (conflict !== undefined) {
    return problem('list-conflicted', path, { line: lineNumber(text, conflict) });
  }
  const deep = deepPlace(text);
  if (deep !== undefined) {
    return problem('list-too-deep', path, { line: lineNumber(text, deep), limit: deepestNesting });
  }
  return undefined;
}

/** Where more brackets are open than a list needs; those in strings count too. */
function deepPlace(text: string): number | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\](){}]/g)) {
    depth = /[[({]/.test(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestNesting) return index;
  }
  return undefined;
}

function toList(
  syntax: DataSyntax,
  file: TextFile,
  { value: array, path: keysTo }: DataArray,
  at: ListLocation,
  keys: readonly DataKey[],
): Result<ReadDataList> {
  const { path, text } = file;
  const generated = generatedLine(text, array.start, syntax.comments);
  if (generated !== undefined) return failure(problem('list-generated', path, generated));
  const [code] = array.items;
  if (code !== undefined && array.items.every(({ kind }) => kind === 'expression')) {
    const name = excerptOf(text.slice(code.start, code.end));
    return failure(
      problem('list-value-not-plain', path, { line: lineNumber(text, code.start), name }),
    );
  }
  const [root] = keysTo;
  if (root === 'landscape' && array.items.some(isLandscapeItem)) {
    return failure(problem('list-landscape', path, { line: 1 }));
  }
  const { mark } = array;
  if (mark !== undefined) {
    const values = { line: lineNumber(text, mark.offset), mark: mark.text };
    return failure(problem('list-marked', path, values));
  }
  if (array.isFlow && array.items.length > 0) {
    const values = { line: lineNumber(text, array.start) };
    return failure(problem('list-between-brackets', path, values));
  }
  const seen = syntax.see(file, keysTo);
  const odd = seen === undefined ? array.start : firstDifference(array, seen);
  if (seen === undefined || odd !== undefined) {
    const line = lineNumber(text, odd ?? array.start);
    return failure(problem('list-readers-differ', path, { line }));
  }
  const { entries, model } = entriesOf(array, keys, text);
  const named = keys.find(({ role }) => role === 'name')?.name ?? '';
  const unreadable = expressionOf(entries, named);
  if (unreadable !== undefined) {
    const values = { line: lineNumber(text, unreadable), name: named };
    return failure(problem('list-value-not-plain', path, values));
  }
  return success({
    at,
    path,
    text,
    newline: newlineAround(text, array),
    fields: fieldsOf(keys, entries, at),
    entries,
    placeholder: entries.length > 0 ? undefined : model,
    head: array.start,
    seen,
    array,
    keys,
    model,
  });
}

/** As the tools for landscapes have it: each item begins with the key `item`, which is empty. */
function isLandscapeItem({ properties }: DataValue): boolean {
  return properties.some(({ name, value }) => name === 'item' && value.kind === 'empty');
}

/** The first item that the second reader takes for something else, or that has a key twice. */
function firstDifference({ items, start }: DataValue, seen: SeenList): number | undefined {
  const odd = items.find(({ data, properties }, row) => {
    const own = describeEntry(data);
    const isTwice = properties.length > own.length;
    return isTwice || JSON.stringify(own) !== JSON.stringify(seen.entries[row]);
  });
  return odd?.start ?? (items.length === seen.entries.length ? undefined : start);
}

/** Where most names are code: such a list can be neither read nor written. */
function expressionOf(entries: readonly DataEntry[], name: string): number | undefined {
  const found = entries.flatMap(({ properties }) =>
    properties.filter((each) => each.name === name && each.value.kind === 'expression'),
  );
  return found.length * 2 > entries.length ? found[0]?.start : undefined;
}

function newlineAround(text: string, { start, end }: DataValue): '\n' | '\r\n' {
  const from = lineStart(text, start);
  return /\r\n/.test(text.slice(Math.max(0, from - 2), end + 2)) ? '\r\n' : '\n';
}
