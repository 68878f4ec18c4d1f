import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { EntryValues } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { applySplices, type Splice } from '../../splice.ts';
import type { DataEntry, DataList } from '../data-list.ts';
import type { DataSyntax } from '../data-syntax.ts';
import { describeProperty } from '../describe.ts';
import { chooseKeys, typedFor, unwritableKey } from './choose-keys.ts';
import { gapBefore, layoutLike } from './entry-layout.ts';
import { sourceOf } from './neighbours.ts';
import { copyProperty, type WrittenProperty, writeProperty } from './write-property.ts';

/** Writes a new entry like the nearest ones. */
export function writeEntry(
  syntax: DataSyntax,
  list: DataList,
  values: EntryValues,
  index: number,
): Result<WrittenEntry> {
  const neighbours = nearestFirst(list, index);
  const model = neighbours.length > 0 ? [] : [list.model].filter((each) => each !== undefined);
  const around = { list, neighbours: [...neighbours, ...model] };
  const blocked = unwritableKey(around, values);
  if (blocked !== undefined && around.neighbours.length > 0) {
    const { name, start } = blocked;
    const line = lineNumber(list.text, start);
    return failure(problem('list-value-not-plain', list.path, { name, line }));
  }
  const properties: WrittenProperty[] = [];
  for (const { key, typed, copied } of chooseKeys(around, values)) {
    const written =
      copied === undefined
        ? writeProperty(syntax, around, key, typed)
        : success(copyProperty(list.text, copied));
    if (!written.ok) return written;
    properties.push(written.value);
  }
  const layout = layoutLike(syntax, around);
  const gap = (name: string) => gapBefore(around, name, layout) ?? layout.between;
  const source = properties.map((each, at) => (at === 0 ? '' : gap(each.name)) + each.source);
  return success({
    source: layout.open + source.join('') + layout.close,
    seen: properties.map(({ seen }) => seen).toSorted(),
  });
}

/** Changes the values that say something else now, and leaves the others as they are. */
export function rewriteEntry(
  syntax: DataSyntax,
  list: DataList,
  entry: DataEntry,
  values: Partial<EntryValues>,
): Result<WrittenEntry> {
  const others = nearestFirst(list, entry.place.index).filter((other) => other !== entry);
  const around = { list, neighbours: [entry, ...others], changed: entry };
  const splices: Splice[] = [];
  const seen = new Map(
    entry.properties.map(({ name, value }) => [name, describeProperty(name, value.data)]),
  );
  for (const key of list.keys) {
    const typed = typedFor(key, values, list.keys);
    const current = typedFor(key, entry, list.keys) ?? '';
    if (typed === undefined || typed === current) continue;
    const own = entry.properties.find(({ name }) => name === key.name);
    const written = writeProperty(syntax, around, key, typed);
    if (!written.ok) return written;
    const { source } = written.value;
    seen.set(key.name, written.value.seen);
    const behind = entry.properties.at(-1)?.end ?? entry.start;
    const gap = own === undefined ? layoutLike(syntax, around).between : '';
    const { start, end } = own ?? { start: behind, end: behind };
    splices.push({ start: start - entry.start, end: end - entry.start, text: gap + source });
  }
  const source = applySplices(list.text.slice(entry.start, entry.end), splices);
  return success({
    source: sourceOf(source, { start: 0, end: source.length }),
    seen: [...seen.values()].toSorted(),
  });
}
