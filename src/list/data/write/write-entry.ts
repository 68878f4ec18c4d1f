import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { EntryValues } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import type { DataList } from '../data-list.ts';
import type { DataSyntax } from '../data-syntax.ts';
import { describeProperty } from '../describe.ts';
import { chooseKeys, unwritableKey } from './choose-keys.ts';
import { layoutLike } from './entry-layout.ts';
import { joined, writeProperties } from './write-properties.ts';

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
  const layout = layoutLike(syntax, around);
  const properties = writeProperties(syntax, around, chooseKeys(around, values), layout);
  if (!properties.ok) return properties;
  return success({
    source: layout.open + joined(around, properties.value, layout) + layout.close,
    seen: properties.value.map(({ name, data }) => describeProperty(name, data)).toSorted(),
  });
}
