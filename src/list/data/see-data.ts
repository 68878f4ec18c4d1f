import { isData } from '../../text/is-data.ts';
import type { SeenList } from '../sequence/sequence.ts';
import type { DataArray } from './data-list.ts';
import { describe, describeEntry } from './describe.ts';

/**
 * What a file's data holds in one list, and everywhere else.
 *
 * @param data as a reader just made it: the list is taken out of it
 */
export function seeData(data: unknown, path: DataArray['path']): SeenList | undefined {
  const box: Record<string, unknown> = { data };
  let parent: unknown = box;
  const keys = ['data', ...path];
  const last = String(keys.pop());
  for (const key of keys) {
    if (!isData(parent) || !Object.hasOwn(parent, key)) return undefined;
    parent = parent[key];
  }
  if (!isData(parent) || !Object.hasOwn(parent, last)) return undefined;
  const list = parent[last] ?? [];
  if (!Array.isArray(list)) return undefined;
  Object.assign(parent, { [last]: null });
  return { entries: list.map(describeEntry), rest: describe(box) };
}
