import { type Result, success } from '../../../problem/result.ts';
import { isData } from '../../../text/is-data.ts';
import type { EntryValues } from '../../format.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { applySplices, type Splice } from '../../splice.ts';
import type { DataEntry, DataList } from '../data-list.ts';
import type { DataSyntax } from '../data-syntax.ts';
import { comparable, type DataProperty, holdsMore, isEmptyValue } from '../data-value.ts';
import { describeProperty } from '../describe.ts';
import { type ChosenKey, typedFor } from './choose-keys.ts';
import { gapInside, layoutLike } from './entry-layout.ts';
import { insideOf, type Neighbourhood, sourceOf } from './neighbours.ts';
import { writeObject } from './write-properties.ts';
import { ownName, unwritable, type WrittenProperty, writeProperty } from './write-property.ts';

/** Changes the values that say something else now, and leaves the others as they are. */
export function rewriteEntry(
  syntax: DataSyntax,
  list: DataList,
  entry: DataEntry,
  values: Partial<EntryValues>,
): Result<WrittenEntry> {
  const others = nearestFirst(list, entry.place.index).filter((other) => other !== entry);
  const around = { list, neighbours: [entry, ...others], changed: entry };
  const changes = changesOf(syntax, around, entry, values);
  if (!changes.ok) return changes;
  const data = new Map(entry.properties.map(({ name, value }) => [name, comparable(value)]));
  const splices: Splice[] = [];
  for (const { inside, old, written, gap, behind } of changes.value) {
    const { name, source } = written;
    if (inside === undefined) data.set(name, written.data);
    else data.set(inside, withKey(data.get(inside), written));
    const { start, end } = old ?? { start: behind, end: behind };
    const text = old === undefined ? gap + source : source;
    splices.push({ start: start - entry.start, end: end - entry.start, text });
  }
  const source = applySplices(list.text.slice(entry.start, entry.end), splices);
  return success({
    source: sourceOf(source, { start: 0, end: source.length }),
    seen: [...data].map(([name, value]) => describeProperty(name, value)).toSorted(),
  });
}

/** A property that takes the place of an old one, or goes behind others. */
interface Change {
  /** The object that it is in. */
  readonly inside: string | undefined;
  readonly old: DataProperty | undefined;
  readonly written: WrittenProperty;
  /** If it is new, what parts it from those before it. */
  readonly gap: string;
  /** Where those end. */
  readonly behind: number;
}

/** Those in objects come first: on the same line end, they go before what is behind the object. */
function changesOf(
  syntax: DataSyntax,
  around: Neighbourhood,
  entry: DataEntry,
  values: Partial<EntryValues>,
): Result<readonly Change[]> {
  const { keys } = around.list;
  const typed = keys.flatMap((key): readonly ChosenKey[] => {
    const own = typedFor(key, values, keys);
    const current = typedFor(key, entry, keys) ?? '';
    return own === undefined || own === current ? [] : [{ key, typed: own, copied: undefined }];
  });
  const changes: Change[] = [];
  const byObject = [...Map.groupBy(typed, ({ key }) => key.inside)];
  for (const [inside, chosen] of byObject.toSorted(([one], [other]) =>
    one === undefined ? 1 : other === undefined ? -1 : 0,
  )) {
    const own =
      inside === undefined
        ? changedKeys(syntax, around, entry, chosen, layoutLike(syntax, around).between)
        : changedObject(syntax, around, entry, inside, chosen);
    if (!own.ok) return own;
    changes.push(...own.value);
  }
  return success(changes);
}

/**
 * @param entry with the properties that change: an entry, or an object in it
 * @param gap what goes before a new one
 */
function changedKeys(
  syntax: DataSyntax,
  around: Neighbourhood,
  { start, properties }: DataEntry,
  chosen: readonly ChosenKey[],
  gap: string,
): Result<readonly Change[]> {
  const changes: Change[] = [];
  const behind = properties.at(-1)?.end ?? start;
  for (const { key, typed } of chosen) {
    const old = properties.find(({ name }) => name === ownName(key));
    if (old !== undefined && holdsMore(old.value)) return unwritable(around, key, old);
    const written = writeProperty(syntax, around, key, typed);
    if (!written.ok) return written;
    const { inside } = key;
    changes.push({ inside, old, written: written.value, gap, behind });
  }
  return success(changes);
}

function changedObject(
  syntax: DataSyntax,
  around: Neighbourhood,
  entry: DataEntry,
  name: string,
  chosen: readonly ChosenKey[],
): Result<readonly Change[]> {
  const old = entry.properties.find((each) => each.name === name);
  const layout = layoutLike(syntax, around);
  if (old === undefined || isEmptyValue(old.value)) {
    const written = writeObject(syntax, around, name, chosen, layout);
    if (!written.ok) return written;
    const behind = entry.properties.at(-1)?.end ?? entry.start;
    const gap = layout.between;
    return success([{ inside: undefined, old, written: written.value, gap, behind }]);
  }
  const inner = insideOf(around, name);
  const { changed } = inner;
  const [first] = chosen;
  if (changed === undefined) {
    return first === undefined ? success([]) : unwritable(around, first.key, old);
  }
  return changedKeys(syntax, inner, changed, chosen, gapInside(around.list.text, changed));
}

function withKey(object: unknown, { name, data }: WrittenProperty): unknown {
  return { ...(isData(object) && object), [name]: data };
}
